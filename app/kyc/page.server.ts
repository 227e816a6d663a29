import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseAndCard, countryName, memberOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { newId } from "#app/platform/ids.ts";
import { countryCodes } from "#workflows/kyc/countries.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** What every KYC page of a merchant begins with: who looks, the case, the language, a fresh form key. */
export async function merchantPage(args: Args) {
  const { actor, caseId } = await memberOf(args);
  const [{ view }, lang] = await Promise.all([caseAndCard(args.context, caseId), langOf(args.request)]);
  return { platform: args.context.platform, actor, caseId, view, lang, formKey: newId() };
}

/** Whether the merchant may change an item at the moment. */
export const isEditable = (view: Awaited<ReturnType<typeof merchantPage>>["view"], item: string): boolean =>
  view.states.includes("application.kyc.collecting") &&
  view.context.hold === null &&
  view.context.items[item]?.state !== "accepted";

const lists = new Map<Lang, { value: string; label: string }[]>();

/** All countries by their names; those a Korean merchant deals with most come first. */
export function countryOptions(lang: Lang): { value: string; label: string }[] {
  const known = lists.get(lang);
  if (known) return known;
  const first = ["KR", "JP", "US", "CN", "SG", "HK", "TW", "VN"];
  const named = countryCodes.map((value) => ({ value, label: countryName(value, lang) }));
  named.sort((a, b) => a.label.localeCompare(b.label, lang));
  const list = [
    ...first.flatMap((code) => named.find(({ value }) => value === code) ?? []),
    ...named.filter(({ value }) => !first.includes(value)),
  ];
  lists.set(lang, list);
  return list;
}
