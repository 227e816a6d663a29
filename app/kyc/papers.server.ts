import { type Actor, type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { gapOf, type Line, readChecklist } from "./checklist.server.ts";

type Parts = Pick<Platform, "pool" | "now" | "log">;

export interface Handing {
  view: CaseView;
  actor: Actor;
  key: string;
}

/** The line of an item that takes papers at the moment, or why it does not. */
export async function openLine(
  parts: Parts,
  view: CaseView,
  item: string,
): Promise<{ line: Line } | { problem: string }> {
  const checklist = await readChecklist(parts, view);
  const line = checklist?.lines.find((one) => one.id === item && one.kind === "document");
  if (!line) return { problem: "paper.notAsked" };
  if (!view.states.includes("application.kyc.collecting")) return { problem: "paper.notNow" };
  if (line.state === "accepted") return { problem: "paper.accepted" };
  return { line };
}

/**
 * Changes the files or dates of an item, and hands it in when it is complete by that; when it no longer is, takes it back.
 * Rows and event are of one transaction.
 *
 * @param after the line as it will be
 * @param write the rows that make it so
 * @returns the names of what the law found missing, or null
 */
export async function changePaper(
  parts: Parts,
  { view, actor, key }: Handing,
  after: Line,
  write: (tx: Tx) => Promise<void>,
): Promise<string[] | null> {
  const given = view.context.items[after.id];
  if (gapOf(after) !== null) {
    if (!given) {
      await inTransaction(parts.pool, write);
      return null;
    }
    const { refused } = await orRefused(
      dispatch(parts, {
        subject: view.id,
        actor,
        idempotencyKey: key,
        event: { type: "TAKE_BACK_ITEM", item: after.id },
        also: write,
      }),
    );
    return refused;
  }
  const paperId = newId();
  const { refused } = await orRefused(
    dispatch(parts, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: "PROVIDE_ITEM", item: after.id, ref: paperId },
      also: async (tx) => {
        await write(tx);
        await tx.query(
          "insert into kyc_paper (id, case_id, item, file_ids, issued_on, valid_until_on, provided_by, provided_at) values ($1,$2,$3,$4,$5,$6,$7,$8)",
          [
            paperId,
            view.id,
            after.id,
            after.files.map(({ id }) => id),
            after.issuedOn,
            after.validUntilOn,
            actor.id,
            parts.now(),
          ],
        );
      },
    }),
  );
  return refused;
}
