import { eventName, stateWords } from "#app/cases/index.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Tone } from "#app/ui/tone.ts";
import { isClock } from "./kinds.ts";
import { type Holes, sentences } from "./sentences.ts";
import { words } from "./words.ts";

/** What it takes to say an entry in words: names, by id. */
export interface Names {
  people: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
  /** Name of what a merchant hands in, by item id. */
  item: (id: string, lang: Lang) => string;
}

export interface Told {
  what: string;
  /** A sentence that somebody wrote with it. */
  detail: string | null;
  who: string | null;
  tone: Tone | null;
}

interface Said {
  event: { type: string; [field: string]: unknown };
  actorId: string;
  actorRole: string;
}

const good = new Set([
  "APPROVE_KYC",
  "CONFIRM_SITE",
  "COUNTERSIGN_CONTRACT",
  "OPEN_CHANNEL",
  "COMPLETE_TESTS",
  "CONFIRM_KEYS",
  "CONFIRM_PAYMENT_ID",
  "ACCEPT_PROPOSAL",
  "RESUME_SERVICE",
  "RESUME_CHANNEL",
  "RESUME",
]);
const bad = new Set([
  "REJECT_KYC",
  "DECLINE_INQUIRY",
  "DECLINE_PROPOSAL",
  "SUSPEND_SERVICE",
  "SUSPEND_CHANNEL",
  "REFUSE_ITEM",
  "RETURN_SITE",
  "FAIL_SITE_CHECK",
  "REQUEST_MORE",
  "VOID_CONTRACT",
]);
const over = new Set(["WITHDRAW", "CLOSE_SERVICE", "CLOSE_CHANNEL", "CASE_ENDED"]);
const stopped = new Set(["HOLD"]);
/** Events that tell how something went in a field of their own. */
const outcome = (event: Said["event"]): boolean | null => {
  if (event.type === "RECORD_PSP_DECISION") return event.approved === true;
  if (event.type === "RECORD_PRE_SCREEN" || event.type === "ANSWER_PRE_SCREEN") return event.passed === true;
  if (event.type === "RECORD_TEST" || event.type === "RECORD_LIVE_PAYMENT") return event.outcome === "passed";
  if (event.type === "RECORD_SCREENING") return event.outcome === "clear";
  if (event.type === "RULE_ON_SITE") return event.verdict === "fulfilled";
  return null;
};

const toneOf = (event: Said["event"]): Tone | null => {
  const went = outcome(event);
  if (went !== null) return went ? "done" : "problem";
  if (good.has(event.type)) return "done";
  if (bad.has(event.type)) return "problem";
  if (over.has(event.type)) return "closed";
  return stopped.has(event.type) ? "wait" : null;
};

const text = (field: unknown): string => (typeof field === "string" || typeof field === "number" ? String(field) : "");

/** An entry of the log as a person would tell it. */
export function tell({ event, actorId, actorRole }: Said, names: Names, lang: Lang): Told {
  const w = words[lang];
  const isSystem = actorRole === "system";
  const known = isSystem ? undefined : names.people.get(actorId);
  const other = isSystem ? w.gangway : actorRole === "merchant" ? w.merchantSide : w.somebody;
  const name = known ?? other.name;
  const holes: Holes = {
    who: known ? (lang === "ko" ? `${known} 님이` : known) : other.subject,
    item: itemIn(event, names, lang),
    whom: names.people.get(text(event.to)) ?? w.somebody.name,
    good: outcome(event) ?? false,
    what: whatIn(event, lang),
  };
  const say: Readonly<Record<string, (holes: Holes) => string>> = sentences[lang];
  const sentence = isClock(event.type) ? say.clock! : (say[event.type] ?? say.unknown!);
  const what = sentence(holes);
  return {
    what: what.charAt(0).toUpperCase() + what.slice(1),
    detail: text(event.reason) || text(event.wish) || text(event.objection) || text(event.note) || null,
    who: isSystem ? null : name,
    tone: toneOf(event),
  };
}

function itemIn(event: Said["event"], names: Names, lang: Lang): string {
  const w = words[lang];
  if (event.type === "RULE_ON_SITE") return (w.requirements as Record<string, string>)[text(event.requirement)] ?? "";
  if (event.type === "RECORD_TEST") return (w.tests as Record<string, string>)[text(event.item)] ?? "";
  if (event.type === "CHANNEL_MOVED") return names.channels.get(text(event.channelId)) ?? "";
  return event.item === undefined ? "" : names.item(text(event.item), lang);
}

function whatIn(event: Said["event"], lang: Lang): string {
  if (isClock(event.type)) return eventName(stateWords[lang], event.type);
  switch (event.type) {
    case "SEND_PROPOSAL":
      return text(event.version);
    case "ACCEPT_PROPOSAL":
      return String(Array.isArray(event.lines) ? event.lines.length : 0);
    case "RECORD_SITE_CHECK":
      return String(Object.values(event.verdicts ?? {}).filter((verdict) => verdict === "fulfilled").length);
    case "CHANNEL_MOVED":
      return (words[lang].moved as Record<string, string>)[text(event.to)] ?? "";
    case "MIGRATE":
      return text(event.to);
    case "ANSWER_PRE_SCREEN":
      return text(event.channel);
    case "PROPOSE_PAYMENT_ID":
      return text(event.paymentId);
    default:
      return eventName(stateWords[lang], event.type);
  }
}
