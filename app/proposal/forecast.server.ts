import { stateName, stateWords } from "#app/cases/index.ts";
import type { Book } from "#app/catalogue/index.server.ts";
import { calendarInForce } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { documentWords, itemName } from "#app/kyc/index.ts";
import type { Platform } from "#app/platform/platform.ts";
import { formatDay } from "#app/ui/format/time.ts";
import { addBusinessTime, type BusinessCalendar, localDay } from "#workflows/calendar/index.ts";
import type { TestItem } from "#workflows/channel/test-plan.ts";
import { openingRange, partsOf } from "#workflows/forecast/dates.ts";
import { compareForecasts, type Expected, forecast } from "#workflows/forecast/forecast.ts";
import { type Known, knownFromInquiry, knownFromProfile, type LineFacts } from "#workflows/forecast/known.ts";
import type { DocumentKind } from "#workflows/kyc/document-kinds.ts";
import { policyOf, policyOn } from "#workflows/kyc/policies.ts";
import type { Clause, KycPolicy } from "#workflows/kyc/policy.ts";
import type { KycProfile } from "#workflows/kyc/profile.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { kycIndustriesOf } from "#workflows/proposal/restrictions.ts";
import { type SiteRequirement, siteRequirements } from "#workflows/site/requirements.ts";
import { forecastWords } from "./forecast-words.ts";
import { channelName } from "./say.server.ts";

const ZONE = "Asia/Seoul";

export interface ForecastItem {
  id: string;
  name: string;
  why: string;
  when: "certain" | "possible";
  /** "required", or when it comes instead. */
  duty: Expected["duty"];
  /** On what it hangs, in words; empty when certain. */
  condition: string;
  perPerson: boolean;
}

export interface ForecastView {
  groups: { kind: Expected["kind"]; items: ForecastItem[] }[];
  /** Days in words, from today on. */
  range: string;
  isAssumed: boolean;
  counts: { certain: number; possible: number };
}

const order: Expected["kind"][] = ["document", "data", "site", "test", "do", "wait"];

/** Everything that can still come to a merchant with these answers and lines, in words, and when it can be open. */
export function forecastView(
  book: Book,
  facts: MerchantFacts,
  lines: readonly LineFacts[],
  saying: Saying,
): ForecastView {
  const known = knownFromInquiry(facts, kycIndustriesOf(book.restrictions, facts.trades), lines);
  return sayForecast(book, known, saying);
}

/** What is left to come in a case under way: by its own edition of the rules, by its profile once there is one, without what was handed in. */
export function forecastOfCase(
  book: Book,
  facts: MerchantFacts,
  { profile, policy, lines, items }: Pick<OnboardingContext, "profile" | "policy" | "lines" | "items">,
  saying: Saying,
): ForecastView {
  const known = profile
    ? knownFromProfile(profile, lines)
    : { ...knownFromInquiry(facts, kycIndustriesOf(book.restrictions, facts.trades), lines), areOffered: false };
  const done = Object.entries(items).flatMap(([id, { state }]) => (state === "refused" ? [] : [id]));
  return sayForecast(book, known, { ...saying, policy: policy ? policyOf(policy) : undefined, done });
}

/** In which language, from when on, and counted by which working days. */
export interface Saying {
  lang: Lang;
  now: Date;
  calendar: BusinessCalendar;
}

/** As it is said now: by the list of working days that is in force. */
export async function sayingNow({ pool, now }: Pick<Platform, "pool" | "now">, lang: Lang): Promise<Saying> {
  const { calendar } = await calendarInForce(pool);
  return { lang, now: now(), calendar };
}

interface Narrowed extends Saying {
  /** The edition of the rules; the one in force now unless given. */
  policy?: KycPolicy;
  /** Ids of what need not be foretold any more. */
  done?: readonly string[];
}

export function sayForecast(
  book: Book,
  known: Known,
  { lang, now, calendar, policy, done = [] }: Narrowed,
): ForecastView {
  const isDone = new Set(done);
  const expected = forecast(policy ?? policyOn(localDay(now, ZONE)), known).filter(({ id }) => !isDone.has(id));
  const items = expected.map((one) => ({ kind: one.kind, item: itemOf(book, one, lang) }));
  const { from, to, isStated } = openingRange(
    partsOf(book.opening, [...new Set(known.lines.map((line) => line.channel))]),
  );
  const day = (days: number) => formatDay(localDay(addBusinessTime(calendar, now, { days }), ZONE), lang);
  return {
    groups: order.map((kind) => ({ kind, items: items.filter((one) => one.kind === kind).map((one) => one.item) })),
    range: forecastWords[lang].range(day(from), day(to)),
    isAssumed: !isStated,
    counts: {
      certain: expected.filter((one) => one.when === "certain" && one.duty === "required").length,
      possible: expected.filter((one) => one.when === "possible" && one.duty === "required").length,
    },
  };
}

/** What another answer, or another channel, does to what is yet to come. */
export interface ForecastChangeView {
  added: string[];
  dropped: string[];
  /** Of what falls away: handed in already, and no longer looked at. */
  lost: string[];
}

/** @param given ids of what has been handed in, persons included */
export function forecastChange(
  before: Known,
  after: Known,
  { lang, policy, given = [] }: { lang: Lang; policy: KycPolicy; given?: readonly string[] },
): ForecastChangeView {
  const { added, dropped } = compareForecasts(forecast(policy, before), forecast(policy, after), given);
  const names = (of: readonly Expected[]) => [...new Set(of.map((one) => nameOf(one, lang)))];
  return {
    added: names(added),
    dropped: names(dropped.flatMap(({ expected, wasGiven }) => (wasGiven ? [] : expected))),
    lost: names(dropped.flatMap(({ expected, wasGiven }) => (wasGiven ? expected : []))),
  };
}

/** What other answers do to a case under way; null while there are none to change. By the case's own edition of the rules. */
export function profileChange(
  { profile, policy, lines, items }: Pick<OnboardingContext, "profile" | "policy" | "lines" | "items">,
  after: KycProfile,
  lang: Lang,
): ForecastChangeView | null {
  if (!profile || !policy) return null;
  return forecastChange(knownFromProfile(profile, lines), knownFromProfile(after, lines), {
    lang,
    policy: policyOf(policy),
    given: Object.keys(items),
  });
}

/** What a proposal with other lines asks in addition, and no longer. */
export const forecastBetween = (
  book: Book,
  facts: MerchantFacts,
  before: readonly LineFacts[],
  after: readonly LineFacts[],
  { lang, now }: Pick<Saying, "lang" | "now">,
): ForecastChangeView => {
  const industries = kycIndustriesOf(book.restrictions, facts.trades);
  return forecastChange(knownFromInquiry(facts, industries, before), knownFromInquiry(facts, industries, after), {
    lang,
    policy: policyOn(localDay(now, ZONE)),
  });
};

function itemOf(book: Book, expected: Expected, lang: Lang): ForecastItem {
  const w = forecastWords[lang];
  return {
    id: expected.id,
    name: nameOf(expected, lang),
    why: expected.kind === "document" ? documentWords[lang][documentOf(expected.id)].why : "",
    when: expected.when,
    duty: expected.duty,
    condition:
      expected.because !== null
        ? w.because[expected.because]
        : [...new Set(expected.conditions.map((clause) => clauseSaid(book, clause, lang)))].join(w.or),
    perPerson: expected.perPerson,
  };
}

const isRequirement = (text: string): text is SiteRequirement => (siteRequirements as readonly string[]).includes(text);
const documentOf = (id: string) => id.slice("doc:".length) as DocumentKind;

function nameOf({ id, kind }: Expected, lang: Lang): string {
  const w = forecastWords[lang];
  const rest = id.slice(id.indexOf(":") + 1);
  switch (kind) {
    case "document":
    case "data":
      return itemName(id, lang);
    case "site":
      return isRequirement(rest) ? w.site[rest] : itemName(id, lang);
    case "test":
      return w.test[rest as TestItem];
    case "do":
    case "wait": {
      const [chart = "", leaf = ""] = rest.split("/");
      return stateName(stateWords[lang], chart === "channel" ? "channel" : "onboarding", leaf);
    }
  }
}

/** `if an agent signs, registered in Korea`: all parts of a clause together. */
function clauseSaid({ guide }: Book, clause: Clause, lang: Lang): string {
  const w = forecastWords[lang];
  return Object.entries(clause)
    .map(([fact, values]) =>
      (values ?? [])
        .map((value) =>
          fact === "channel" ? w.whenChannel(channelName(guide, value)) : (w.when[fact]?.[value] ?? value),
        )
        .join(w.or),
    )
    .join(", ");
}
