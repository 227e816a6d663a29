import type { Pool } from "pg";
import { type FoldEntry, type Folded, foldEntry } from "#workflows/fold.ts";
import { itemsOf } from "#workflows/kyc/items.ts";
import { tryPolicy } from "#workflows/kyc/policies.ts";
import { explain, type Sent } from "#workflows/law.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import { leavesOf } from "#workflows/project.ts";
import { canonical } from "./chain.ts";
import type { Rules } from "./replay-rules.ts";
import { type Chunk, type EntryRow, readLogs, type SubjectRow } from "./verify.server.ts";

/** How a case would have gone under other rules. */
export interface Replayed {
  subject: string;
  caseId: string;
  publicId: string;
  kind: string;
  events: number;
  /** null: every state came out as it was. */
  different: {
    /** The first entry that the rules would not have let happen; null where the end alone differs. */
    entry: { seq: number; at: string; event: string } | null;
    /** Names of guards, as `reasonWords` has them. */
    reasons: string[];
    /** Ids of papers and data that the rules ask for and the case never had. */
    missing: string[];
    /** Where it stands, and where it would stand: leaves of the state value. */
    is: string[];
    would: string[];
  } | null;
}

/** The greatest resemblance that each look into the lists reported, by its id. */
export type Scores = ReadonlyMap<string, number>;

/**
 * What people do about papers that the tried rules do not ask for, or a hit that would have been none: it would not have happened, and
 * nothing rests on it.
 */
const needless = new Set([
  "PROVIDE_ITEM",
  "TAKE_BACK_ITEM",
  "ACCEPT_ITEM",
  "REFUSE_ITEM",
  "REQUEST_MORE",
  "DISMISS_HIT",
]);

/** Rules made ready to be tried on many cases. */
export function trial(rules: Rules | null, scores: Scores) {
  const policy = rules?.documents ? tryPolicy(rules.documents) : null;
  const hitFrom = rules?.risk?.hitFrom;
  const gates = new Map(Object.entries(rules?.gates ?? {}));

  /** The event as it would have been said under the rules. */
  const said = (event: FoldEntry["event"] & Record<string, unknown>): FoldEntry["event"] => {
    if (policy && event.type === "SET_PROFILE") return { ...event, policy } as FoldEntry["event"];
    if (hitFrom !== undefined && event.type === "RECORD_SCREENING") {
      const score = scores.get(String(event.screeningId));
      if (score !== undefined) return { ...event, outcome: score >= hitFrom ? "hit" : "clear" } as FoldEntry["event"];
    }
    return event;
  };
  /** Gates of the rules that are shut for this event. */
  const shut = (folded: Folded, sent: Sent): string[] =>
    (gates.get(sent.type) ?? []).filter((name) => {
      const guard = folded.law.guards[name];
      return guard !== undefined && !guard({ context: folded.snapshot.context as never, event: sent as never });
    });

  return function replay({ id, publicId, kind, value }: SubjectRow, entries: readonly EntryRow[]): Replayed {
    let folded: Folded | null = null;
    const is = leavesOf(JSON.parse(value));
    const outcome = (different: Replayed["different"]): Replayed => ({
      ...{ subject: id, caseId: entries[0]?.caseId ?? id, publicId, kind, events: entries.length, different },
    });
    for (const { seq, at, machineVersion, actorId: by, event: text } of entries) {
      const event = said(JSON.parse(text as string));
      const sent = { ...event, by, at } as Sent;
      const closed: string[] = folded ? shut(folded, sent) : [];
      const next: Folded | null = closed.length > 0 ? null : foldEntry(kind, folded, { machineVersion, event, by, at });
      if (next) {
        folded = next;
        continue;
      }
      const now: Folded = folded!;
      const reasons = closed.length > 0 ? closed : explain(now.law, now.snapshot, sent);
      const isSubmittedAlready = event.type === "SUBMIT_KYC" && reasons[0] === "notNow";
      if (closed.length === 0 && (needless.has(event.type) || isSubmittedAlready)) continue;
      return outcome({
        entry: { seq, at, event: event.type },
        reasons,
        missing: event.type === "SUBMIT_KYC" || event.type === "RECOMMEND_APPROVAL" ? missingIn(now) : [],
        is,
        would: leavesOf(now.snapshot.value),
      });
    }
    const would = folded ? leavesOf(folded.snapshot.value) : [];
    if (canonical(is) === canonical(would)) return outcome(null);
    return outcome({ entry: null, reasons: [], missing: [], is, would });
  };
}

function missingIn({ snapshot }: Folded): string[] {
  const { profile, policy, items } = snapshot.context as OnboardingContext;
  if (!profile || !policy) return [];
  return itemsOf(profile, policy).filter((item) => !items[item] || items[item].state === "refused");
}

/** Tries rules on every chart of one piece of the log. */
export async function replayChunk(
  pool: Pick<Pool, "query">,
  chunk: Chunk,
  replay: ReturnType<typeof trial>,
): Promise<Replayed[]> {
  return (await readLogs(pool, chunk)).map(({ subject, entries }) => replay(subject, entries));
}

/** What each look into the lists reported at most, by its id; a look that failed, or into no list, is none. */
export async function scoresOf(pool: Pick<Pool, "query">): Promise<Scores> {
  const { rows } = await pool.query<{ id: string; score: number }>(
    `select id, coalesce((select max((match->>'score')::numeric) from jsonb_array_elements(matches) match), 0)::float as score
     from kyc_screening where list is not null and state in ('clear', 'hit')`,
  );
  return new Map(rows.map(({ id, score }) => [id, score]));
}
