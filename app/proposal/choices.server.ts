import { z } from "zod";
import type { Book } from "#app/catalogue/index.server.ts";
import type { SentInquiry } from "#app/inquiry/index.server.ts";
import { inquiryFacts } from "#app/inquiry/index.server.ts";
import { type Want, wantKey } from "#workflows/catalogue/coverage.ts";
import { optionsFor, type ProposalChoices, ProposalChoices as Schema } from "#workflows/proposal/compose.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import type { TrackName } from "#workflows/proposal/fees.ts";
import { type Suggestion, suggestFor } from "#workflows/proposal/suggest.ts";
import { decideTrack, type TrackDecision } from "#workflows/proposal/track.ts";

const VALID_DAYS = 14;

/** An inquiry with what the rules make of it today. */
export interface Case {
  inquiry: SentInquiry;
  facts: MerchantFacts;
  decision: TrackDecision;
}

export function caseOf(book: Book, inquiry: SentInquiry): Case {
  // The wishes of this case alone: those of its sister are the sister's.
  const facts = { ...inquiryFacts(inquiry.answers, book.prices.minorUnits), wants: inquiry.wants, suggestFor: [] };
  return { inquiry, facts, decision: decideTrack(book, facts, inquiry.wants) };
}

export const trackOf = ({ inquiry, decision }: Case): TrackName =>
  inquiry.decided.track ?? decision.tracks[0] ?? "crossBorder";

/** The suggested answer for a track. */
export const suggestion = (book: Book, { facts }: Case, track: TrackName): Suggestion =>
  suggestFor(book, facts, track, facts.wants);

/** What an advisor's page begins with: the suggestion as choices that can be changed. */
export function suggestedChoices(book: Book, theCase: Case, track: TrackName): ProposalChoices {
  const { carried } = suggestion(book, theCase, track);
  const method = new Map(carried.map((line) => [wantKey(line.want), line.method]));
  return {
    track,
    picks: theCase.facts.wants.map((want) => ({ ...want, method: method.get(wantKey(want)) ?? null })),
    quotes: {},
    message: "",
    validDays: VALID_DAYS,
  };
}

/** Choices as they can be made today, and what of them cannot any more. */
export interface Fitted {
  choices: ProposalChoices;
  /** Wishes whose method is no longer to be had: withdrawn, not live, or closed to this merchant. Left open, and said. */
  lost: (Want & { method: string })[];
}

/** Choices made earlier, fitted to what is sold today: a method that is no longer to be had is left open, a new wish gets its suggestion. */
export function fitted(book: Book, theCase: Case, choices: ProposalChoices): Fitted {
  const suggested = suggestedChoices(book, theCase, choices.track);
  const kept = new Map(choices.picks.map((pick) => [wantKey(pick), pick.method]));
  const lost: Fitted["lost"] = [];
  const picks = suggested.picks.map((pick) => {
    const former = kept.get(wantKey(pick));
    if (former === undefined) return pick;
    const isThere =
      former !== null &&
      optionsFor(book, theCase.facts, choices.track, pick).some((option) => option.method === former);
    if (former !== null && !isThere) lost.push({ country: pick.country, brand: pick.brand, method: former });
    return { ...pick, method: isThere ? former : null };
  });
  return { choices: { ...choices, picks }, lost };
}

/** A rate as people type it: "3.5". */
export const Percent = z
  .string()
  .trim()
  .regex(/^\d{1,2}([.,]\d{1,4})?$/, "quote.wrong");

/** What the advisor's form says. Rates are typed as percent: "3.5". */
export const ChoicesForm = z.object({
  track: z.enum(["crossBorder", "generalOverseas"]),
  picks: z
    .array(z.object({ country: z.string(), brand: z.string(), method: z.string().nullable() }))
    .max(400)
    .default([]),
  quotes: z
    .array(z.object({ key: z.string(), rate: Percent.nullable(), note: z.string().trim().max(500).default("") }))
    .max(200)
    .default([]),
  message: z.string().trim().max(4000).default(""),
  validDays: z.coerce
    .number<string>("validDays.outside")
    .int("validDays.outside")
    .min(1, "validDays.outside")
    .max(90, "validDays.outside"),
});

const ppmOf = (percent: string): number => Math.round(Number(percent.replace(",", ".")) * 10_000);

/** @returns the choices, or message keys by field of the form */
export function choicesFrom(
  form: z.infer<typeof ChoicesForm>,
): { ok: true; choices: ProposalChoices } | { ok: false; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const quotes: ProposalChoices["quotes"] = {};
  form.quotes.forEach(({ key, rate, note }, place) => {
    if (rate === null && note === "") return;
    const ratePpm = rate === null ? null : ppmOf(rate);
    if (ratePpm !== null && ratePpm > 300_000) errors[`quotes.${place}.rate`] = "quote.outside";
    quotes[key] = { ratePpm, note };
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, choices: Schema.parse({ ...form, quotes }) };
}
