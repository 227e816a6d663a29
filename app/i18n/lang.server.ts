import { createCookie } from "@remix-run/node";
import { isLang, type Lang } from "./words.ts";

const ONE_YEAR = 365 * 24 * 3600;

/** Not signed: a visitor may say any language he likes, and `isLang` is the whole check. */
const cookie = createCookie("lang", { path: "/", sameSite: "lax", httpOnly: true, maxAge: ONE_YEAR });

/** The first language of an `Accept-Language` header that we speak, by quality; `null` when none. */
export function acceptedLang(header: string | null): Lang | null {
  const wanted = (header ?? "").split(",").map((part, place) => {
    const [tag = "", ...params] = part.trim().toLowerCase().split(";");
    const q = params.map((param) => param.trim()).find((param) => param.startsWith("q="));
    return { lang: tag.split("-")[0], quality: q ? Number(q.slice(2)) || 0 : 1, place };
  });
  const best = wanted
    .filter(({ lang, quality }) => isLang(lang) && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.place - b.place)[0];
  return isLang(best?.lang) ? best.lang : null;
}

/** The language of a request: `?lang=`, else the cookie, else what the browser asks for, else Korean. */
export async function langOf(request: Request): Promise<Lang> {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLang(asked)) return asked;
  const kept: unknown = await cookie.parse(request.headers.get("Cookie"));
  if (isLang(kept)) return kept;
  return acceptedLang(request.headers.get("Accept-Language")) ?? "ko";
}

/** A `Set-Cookie` value that remembers `lang` for a year. */
export const langCookie = (lang: Lang): Promise<string> => cookie.serialize(lang);
