import type { Pool } from "pg";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A channel as a merchant takes it. */
export interface Line {
  channel: string;
  country: string;
  currency: string;
}

/** `ZaloPay · Vietnam · VND`. */
export type NameLine = (line: Line) => string;

const displayNames = new Map<Lang, Intl.DisplayNames>();

/**
 * A country in the language of the page. On the server only: browsers call some countries differently, and what was
 * rendered must not change when scripts arrive.
 */
export function countryName(code: string, lang: Lang): string {
  if (code === "GLOBAL") return lang === "ko" ? "전 세계" : "Worldwide";
  let names = displayNames.get(lang);
  if (!names) {
    names = new Intl.DisplayNames(lang, { type: "region" });
    displayNames.set(lang, names);
  }
  return names.of(code) ?? code;
}

/** Names of channels change about never: asking the catalogue once a minute is enough for a label. */
const MINUTE = 60_000;
const held = new WeakMap<Pool, { until: number; guide: Promise<Guide> }>();

type Guide = Pick<Awaited<ReturnType<typeof catalogueAt>>["guide"], "channel" | "method">;

function guideOf({ pool, now }: Pick<Platform, "pool" | "now">): Promise<Guide> {
  const at = now().getTime();
  const known = held.get(pool);
  if (known && known.until > at) return known.guide;
  const guide = catalogueAt({ pool }, now()).then((edition) => edition.guide);
  held.set(pool, { until: at + MINUTE, guide });
  // A failed reading is not kept.
  guide.catch(() => held.delete(pool));
  return guide;
}

/** How channels are called in lists: by the catalogue's name, the country's and the currency. */
export async function lineNames(platform: Pick<Platform, "pool" | "now">, lang: Lang): Promise<NameLine> {
  const guide = await guideOf(platform);
  return ({ channel, country, currency }) =>
    `${guide.channel(channel)?.name ?? channel} · ${countryName(country, lang)} · ${currency}`;
}

/** How PSPs are called: `ZALOPAY` is `ZaloPay`. */
export async function channelNames(platform: Pick<Platform, "pool" | "now">): Promise<(key: string) => string> {
  const guide = await guideOf(platform);
  return (key) => guide.channel(key)?.name ?? key;
}

/** How ways to pay are called: `ZALOPAY_WALLET` is `ZaloPay`. */
export async function methodNames(
  platform: Pick<Platform, "pool" | "now">,
  lang: Lang,
): Promise<(key: string) => string> {
  const guide = await guideOf(platform);
  return (key) => guide.method(key)?.method.name[lang] ?? key;
}
