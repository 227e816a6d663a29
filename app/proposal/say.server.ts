import type { Lang } from "#app/i18n/words.ts";
import { ANYWHERE, type Guide, type Want } from "#workflows/catalogue/coverage.ts";
import type { Reason } from "#workflows/proposal/eligibility.ts";
import type { RestrictionBook } from "#workflows/proposal/restrictions.ts";
import type { Advice, Counterfactual, Suggestion, Uncovered } from "#workflows/proposal/suggest.ts";
import type { Signal } from "#workflows/proposal/track.ts";
import { adviceWords } from "./advice-words.ts";

/** Names for what advice speaks of, in one language. Pages get sentences, not the catalogue. */
export interface Speaker {
  lang: Lang;
  guide: Guide;
  restrictions: RestrictionBook;
}

/** `ZaloPay (Vietnam)`; a whole list of wishes is joined by country. */
export function wantName({ guide, lang }: Speaker, want: Want): string {
  return `${brandName(guide, want.brand, lang)} (${countryName(guide, want.country, lang)})`;
}

export const brandName = (guide: Guide, id: string, lang: Lang): string => guide.brand(id)?.name[lang] ?? id;

export const countryName = (guide: Guide, code: string, lang: Lang): string =>
  code === ANYWHERE ? adviceWords[lang].anywhere : (guide.country(code)?.name[lang] ?? code);

export const channelName = (guide: Guide, key: string): string => guide.channel(key)?.name ?? key;

export const methodName = (guide: Guide, key: string, lang: Lang): string =>
  guide.method(key)?.method.name[lang] ?? key;

const MOST_NAMED = 6;

/** Wishes grouped by country: `베트남 잘로페이, 인도네시아 다나·오보`. Long lists say how many more. */
export function wantNames({ guide, lang }: Speaker, wants: readonly Want[]): string {
  const shown = wants.slice(0, MOST_NAMED);
  const byCountry = new Map<string, string[]>();
  for (const { country, brand } of shown) {
    byCountry.set(country, [...(byCountry.get(country) ?? []), brandName(guide, brand, lang)]);
  }
  const named = [...byCountry]
    .map(([country, brands]) => `${countryName(guide, country, lang)} ${brands.join("·")}`)
    .join(", ");
  const more = wants.length - shown.length;
  if (more <= 0) return named;
  return lang === "ko" ? `${named} 외 ${more}개` : `${named} and ${more} more`;
}

/** A sentence, and the rows of the guide that it rests on. */
export interface Claim {
  text: string;
  rows: { label: string; href: string }[];
}

/** A channel as the guide shows it: whole, one of its methods, what it refuses, or what it costs. */
export const channelRow = ({ guide, lang }: Speaker, channel: string, at = ""): Claim["rows"][number] => ({
  label: guide.method(at)
    ? `${channelName(guide, channel)} ${methodName(guide, at, lang)}`
    : channelName(guide, channel),
  href: `/guide/channels/${channel}${at ? `#${at}` : ""}`,
});

const wantRow = (speaker: Speaker, want: Want): Claim["rows"][number] => ({
  label: wantName(speaker, want),
  href: `/guide/${want.country}#${want.brand}`,
});

export const signalClaim = (speaker: Speaker, signal: Signal): Claim => ({
  text: adviceWords[speaker.lang].signals[signal.key](wantNames(speaker, signal.wants)),
  rows: signal.wants.slice(0, MOST_NAMED).map((want) => wantRow(speaker, want)),
});

/** Trades are refused by the PSP's list, everything else is a fact of the channel or the method. */
export const reasonClaim = (speaker: Speaker, reason: Reason, at: { channel: string; method?: string }): Claim => ({
  text: reasonSentence(speaker, reason),
  rows: [channelRow(speaker, at.channel, reason.key.startsWith("trade") ? "restricted" : at.method)],
});

export function reasonSentence({ lang, restrictions }: Speaker, { key, values }: Reason): string {
  const trades = String(values.trades ?? "")
    .split(",")
    .map((id) => restrictions.categories.find((category) => category.id === id)?.name[lang] ?? id)
    .join(", ");
  const usd = typeof values.usd === "number" ? values.usd.toLocaleString("en-US") : "";
  return adviceWords[lang].reasons[key]({ usd, trades });
}

/** One "what if" in words, with the rows that show it; `null` where it says nothing worth saying. */
export function whatIfClaim(speaker: Speaker, whatIf: Counterfactual): Claim | null {
  const text = whatIfSentence(speaker, whatIf);
  if (text === null) return null;
  const own = channelRow(speaker, whatIf.channel, "method" in whatIf ? whatIf.method : undefined);
  const others =
    whatIf.kind === "without"
      ? whatIf.instead.map((key) => channelRow(speaker, key))
      : whatIf.kind === "dropWish"
        ? whatIf.wants.slice(0, MOST_NAMED).map((want) => wantRow(speaker, want))
        : [];
  return { text, rows: [own, ...others] };
}

function whatIfSentence(speaker: Speaker, whatIf: Counterfactual): string | null {
  const { lang, guide } = speaker;
  const w = adviceWords[lang].whatIf;
  const channel = channelName(guide, whatIf.channel);
  switch (whatIf.kind) {
    case "dropWish":
      return w.dropWish(wantNames(speaker, whatIf.wants), channel, whatIf.after);
    case "onePsp":
      return w.onePsp(channel, whatIf.covered, whatIf.of);
    case "without":
      if (whatIf.lost.length > 0) return w.withoutLoses(channel, wantNames(speaker, whatIf.lost));
      if (whatIf.instead.length === 0) return null;
      return w.withoutInstead(channel, whatIf.instead.map((key) => channelName(guide, key)).join(" + "));
    case "noSandbox": {
      const method = `${channel} ${methodName(guide, whatIf.method, lang)}`;
      return whatIf.isUnknown ? w.sandboxUnknown(method) : w.noSandbox(method);
    }
    case "noRefund": {
      const method = `${channel} ${methodName(guide, whatIf.method, lang)}`;
      return whatIf.isUnknown ? w.refundUnknown(method) : w.noRefund(method);
    }
  }
}

/** Why a wish stays open: a sentence, and what each channel that sells it says against. */
export interface UncoveredSaid {
  way: string;
  why: string;
  row: Claim["rows"][number];
  against: { channel: string; href: string; reasons: string[] }[];
}

export const uncoveredSaid = (speaker: Speaker, { want, why, against }: Uncovered): UncoveredSaid => ({
  way: wantName(speaker, want),
  row: wantRow(speaker, want),
  why: adviceWords[speaker.lang].uncovered[why],
  against: against.map(({ channel, method, reasons }) => ({
    channel: channelName(speaker.guide, channel),
    href: `/guide/channels/${channel}#${method}`,
    reasons: reasons.map((reason) => reasonSentence(speaker, reason)),
  })),
});

/** The few lines that an inquiry shows while it is written. */
export interface Brief {
  tracks: string[];
  psps: { name: string; href: string }[];
  covered: number;
  wanted: number;
  opening: string | null;
  isAssumed: boolean;
  /** About the track, at most a few. */
  signals: Claim[];
  uncovered: UncoveredSaid[];
}

export function briefOf(speaker: Speaker, advice: Advice): Brief {
  const { lang, guide } = speaker;
  const w = adviceWords[lang];
  const channels = advice.suggestions.flatMap((suggestion) => suggestion.channels);
  const opening = latest(advice.suggestions);
  const uncovered = [...advice.uncovered, ...advice.suggestions.flatMap((suggestion) => suggestion.uncovered)];
  const covered = advice.suggestions.reduce((sum, suggestion) => sum + suggestion.carried.length, 0);
  return {
    tracks: advice.decision.tracks.map((track) => w.tracks[track]),
    psps: channels.map((key) => ({ name: channelName(guide, key), href: `/guide/channels/${key}` })),
    covered,
    wanted: covered + uncovered.length,
    opening: opening ? w.opening(opening.from, opening.to) : null,
    isAssumed: opening !== null && !opening.isStated,
    signals: advice.decision.signals
      .filter((signal) => signal.key !== "nothingWanted")
      .map((signal) => signalClaim(speaker, signal)),
    uncovered: uncovered.map((one) => uncoveredSaid(speaker, one)),
  };
}

/** Cases run side by side: the whole is open when the slowest is. */
function latest(suggestions: readonly Suggestion[]): Suggestion["opening"] | null {
  const open = suggestions
    .filter((suggestion) => suggestion.channels.length > 0)
    .map((suggestion) => suggestion.opening);
  if (open.length === 0) return null;
  return {
    from: Math.max(...open.map((one) => one.from)),
    to: Math.max(...open.map((one) => one.to)),
    isStated: open.every((one) => one.isStated),
  };
}
