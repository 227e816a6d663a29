import type { Book } from "#app/catalogue/index.server.ts";
import { type Actor, dispatch, orRefused } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { addDays, localDay, zonedMs } from "#workflows/calendar/index.ts";
import { channelLines, compose, type ProposalChoices } from "#workflows/proposal/compose.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";

const ZONE = "Asia/Seoul";

/** The last instant of the day that many days from now, where the contract is kept. */
export function validUntil(now: Date, days: number): Date {
  const after = addDays(localDay(now, ZONE), days + 1);
  return new Date(zonedMs(after, "00:00", ZONE) - 1);
}

interface Sending {
  caseId: string;
  book: Book;
  facts: MerchantFacts;
  choices: ProposalChoices;
  actor: Actor;
  key: string;
}

/**
 * Sends a proposal: the event and its version are one transaction. The version number follows the newest there is, and is taken in
 * that transaction, so that two advisors never send the same one.
 *
 * @returns `null`, or the reasons of the law
 */
export async function sendProposal(
  platform: Pick<Platform, "pool" | "now" | "log">,
  { caseId, book, facts, choices, actor, key }: Sending,
): Promise<string[] | null> {
  const { pool, now } = platform;
  const proposal = compose(book, facts, choices);
  const { rows } = await pool.query<{ proposal_id: string; newest: number }>(
    `select coalesce((select proposal_id from proposal_version where case_id = $1 limit 1),
       (select proposal_id from proposal_draft where case_id = $1)) as proposal_id,
       coalesce((select max(version) from proposal_version where case_id = $1), 0)::int as newest`,
    [caseId],
  );
  const proposalId = rows[0]?.proposal_id ?? newId();
  const version = (rows[0]?.newest ?? 0) + 1;
  const until = validUntil(now(), choices.validDays);
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: caseId,
      actor,
      idempotencyKey: key,
      event: {
        type: "SEND_PROPOSAL",
        proposalId,
        version,
        track: choices.track,
        lines: channelLines(proposal),
        validUntil: until.toISOString(),
      },
      also: async (tx) => {
        await tx.query(
          `insert into proposal_version (id, case_id, proposal_id, version, track, content, editions, valid_until, sent_by, sent_at)
           values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
          [
            newId(),
            caseId,
            proposalId,
            version,
            choices.track,
            JSON.stringify({ choices, facts, proposal }),
            JSON.stringify(book.editions),
            until,
            actor.id,
            now(),
          ],
        );
      },
    }),
  );
  return refused;
}
