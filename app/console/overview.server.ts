import type { CaseCard } from "#app/cases/index.server.ts";
import { type CasePerson, closings, countryName, lineNames, methodNames, peopleOf } from "#app/cases/index.server.ts";
import type { CaseView } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { words as inquiryWords } from "#app/inquiry/words.ts";
import { listOutbox, type MailLine } from "#app/mail/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type InquiryFacts, inquiryFacts } from "./inquiry-facts.server.ts";
import { type RiskBand, riskBand } from "./risk.ts";

/** What a case is about, on one page. */
export interface Overview {
  facts: {
    merchant: string | null;
    contactName: string | null;
    contactEmail: string | null;
    website: string | null;
    countries: string[];
    /** In words. */
    volumeBand: string | null;
    lang: Lang | null;
    risk: RiskBand | null;
    riskScore: number | null;
    track: "crossBorder" | "generalOverseas" | null;
    policy: string | null;
  };
  /** The channels, or what the proposal offers while none is taken. */
  lines: { id: string; name: string; methods: string[]; phase: string | null; paymentId: string | null }[];
  isOffered: boolean;
  people: CasePerson[];
  openedAt: string;
  changedAt: string;
  promises: { delay: string; dueAt: string; about: string | null }[];
  closings: { delay: string; dueAt: string }[];
  mails: Pick<MailLine, "id" | "subject" | "to" | "state">[];
  reason: string | null;
  inquiry: InquiryFacts | null;
}

const MAILS = 5;

/** @param lang of whoever looks */
export async function overviewOf(
  platform: Pick<Platform, "pool" | "now">,
  { view, card }: { view: CaseView; card: CaseCard | null },
  lang: Lang,
): Promise<Overview> {
  const { context } = view;
  const [people, lineName, methodName, { mails }, inquiry] = await Promise.all([
    peopleOf(platform.pool, view.id, context.advisor ? { [context.advisor]: "advisor" } : {}),
    lineNames(platform, lang),
    methodNames(platform, lang),
    listOutbox(platform, { caseId: view.id, most: MAILS }),
    inquiryFacts(platform, view.id, lang),
  ]);
  const bands: Readonly<Record<string, string>> = inquiryWords[lang].sales.bands;
  const nameOf = new Map(view.channels.map((channel) => [channel.id, lineName(channel.context.line)]));
  const offered = view.channels.length === 0 ? (context.proposal?.lines ?? []) : [];
  return {
    facts: {
      merchant: card?.merchantName ?? null,
      contactName: card?.contactName ?? null,
      contactEmail: card?.contactEmail ?? null,
      website: card?.website ?? null,
      countries: (card?.countries ?? []).map((code) => countryName(code, lang)),
      volumeBand: card?.volumeBand ? (bands[card.volumeBand] ?? card.volumeBand) : null,
      lang: card?.lang ?? null,
      risk: riskBand(card?.risk ?? null),
      riskScore: card?.risk ?? null,
      track: context.track,
      policy: context.policy,
    },
    lines: [
      ...view.channels.map(({ id, phase, context: { line, paymentId } }) => ({
        id,
        name: lineName(line),
        methods: line.methods.map(methodName),
        phase,
        paymentId,
      })),
      ...offered.map((line, place) => ({
        id: String(place),
        name: lineName(line),
        methods: line.methods.map(methodName),
        phase: null,
        paymentId: null,
      })),
    ],
    isOffered: offered.length > 0,
    people,
    openedAt: view.openedAt.toISOString(),
    changedAt: view.changedAt.toISOString(),
    promises: view.promises.map(({ delay, dueAt, subject }) => ({
      delay,
      dueAt: dueAt.toISOString(),
      about: nameOf.get(subject) ?? null,
    })),
    closings: closings(view.timers),
    mails: mails.map(({ id, subject, to, state }) => ({ id, subject, to, state })),
    reason: context.reason,
    inquiry,
  };
}
