import { type Actor, dispatch, orRefused } from "#app/engine/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type AskCheck, Change, Progress, StoredReport } from "./check.schema.ts";
import type { SiteReport } from "./report.schema.ts";

export const CHECKS_AN_HOUR = 6;
const HOUR = 3_600_000;

export interface SiteCheckRow {
  id: string;
  caseId: string;
  url: string;
  goods: AskCheck["goods"];
  cause: "merchant" | "reviewer" | "schedule";
  requestedBy: string;
  state: "waiting" | "running" | "done" | "failed";
  progress: Progress | null;
  report: SiteReport | null;
  diff: Change[] | null;
  failure: string | null;
  requestedAt: Date;
  finishedAt: Date | null;
}

/** The shop has been visited often enough for this hour. */
export class TooOften extends Error {
  readonly freeAt: Date;
  constructor(freeAt: Date) {
    super(`more than ${CHECKS_AN_HOUR} checks an hour`);
    this.name = "TooOften";
    this.freeAt = freeAt;
  }
}

/**
 * Asks for a visit: the event and its row are one transaction, and the chart asks the worker for the rest.
 *
 * @returns the sentences' keys when the law says no; the id of the check when it said yes
 * @throws TooOften at the seventh visit within an hour
 */
export async function askForCheck(
  platform: Pick<Platform, "pool" | "now" | "log">,
  { caseId, actor, key, ask }: { caseId: string; actor: Actor; key: string; ask: AskCheck },
): Promise<{ checkId: string; refused: string[] | null }> {
  const checkId = newId();
  const at = platform.now();
  const cause = actor.roles.includes("reviewer") ? "reviewer" : "merchant";
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: caseId,
      actor,
      idempotencyKey: key,
      event: { type: "START_SITE_CHECK", checkId },
      also: async (tx) => {
        await refuseTooOften(tx, caseId, at);
        await tx.query(
          `insert into site_check (id, case_id, url, goods, cause, requested_by, state, requested_at)
           values ($1, $2, $3, $4, $5, $6, 'waiting', $7)`,
          [checkId, caseId, ask.url, ask.goods, cause, actor.id, at],
        );
      },
    }),
  );
  return { checkId, refused };
}

/** The case's row is locked by the dispatch around this: two askers cannot both be the sixth. */
async function refuseTooOften(tx: Tx, caseId: string, at: Date): Promise<void> {
  const { rows } = await tx.query<{ requested_at: Date }>(
    "select requested_at from site_check where case_id = $1 and cause <> 'schedule' and requested_at > $2 order by requested_at desc limit $3",
    [caseId, new Date(at.getTime() - HOUR), CHECKS_AN_HOUR],
  );
  const sixth = rows[CHECKS_AN_HOUR - 1];
  if (sixth) throw new TooOften(new Date(sixth.requested_at.getTime() + HOUR));
}

interface Row {
  id: string;
  case_id: string;
  url: string;
  goods: AskCheck["goods"];
  cause: SiteCheckRow["cause"];
  requested_by: string;
  state: SiteCheckRow["state"];
  progress: unknown;
  report: unknown;
  diff: unknown;
  failure: string | null;
  requested_at: Date;
  finished_at: Date | null;
}

const shown = (row: Row): SiteCheckRow => ({
  id: row.id,
  caseId: row.case_id,
  url: row.url,
  goods: row.goods,
  cause: row.cause,
  requestedBy: row.requested_by,
  state: row.state,
  progress: row.progress === null ? null : Progress.parse(row.progress),
  report: row.report === null ? null : StoredReport.parse(row.report),
  diff: row.diff === null ? null : Change.array().parse(row.diff),
  failure: row.failure,
  requestedAt: row.requested_at,
  finishedAt: row.finished_at,
});

/** The checks of a case, newest first; reports only of the newest that was done. */
export async function checksOf({ pool }: Pick<Platform, "pool">, caseId: string, limit = 8): Promise<SiteCheckRow[]> {
  const { rows } = await pool.query<Row>(
    `select id, case_id, url, goods, cause, requested_by, state, progress, diff, failure, requested_at, finished_at,
            case when id = (select id from site_check where case_id = $1 and state = 'done' order by requested_at desc, id desc limit 1) then report end as report
     from site_check where case_id = $1 order by requested_at desc, id desc limit $2`,
    [caseId, limit],
  );
  return rows.map(shown);
}

/** One check with its report; null when it is not of this case. */
export async function checkOf(
  { pool }: Pick<Platform, "pool">,
  caseId: string,
  checkId: string,
): Promise<SiteCheckRow | null> {
  const { rows } = await pool.query<Row>("select * from site_check where case_id = $1 and id = $2", [caseId, checkId]);
  return rows[0] ? shown(rows[0]) : null;
}
