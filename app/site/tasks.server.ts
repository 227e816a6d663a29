import type { TaskList } from "graphile-worker";
import { v5 } from "uuid";
import { z } from "zod";
import { dispatch, orRefused, system } from "#app/engine/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { Refused } from "#app/platform/fetch/safe-fetch.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import type { Letter } from "#workflows/letters.ts";
import { type SiteRequirement, type SiteVerdict, siteRequirements } from "#workflows/site/requirements.ts";
import { accountForVisit } from "./access.server.ts";
import { picturesOf } from "./app-pictures.server.ts";
import { APP_PICTURES } from "./app-pictures.ts";
import { checksOf, type SiteCheckRow } from "./checks.server.ts";
import { compareReports } from "./compare-reports.ts";
import { expectedOf } from "./expected.server.ts";
import type { SiteReport } from "./report.schema.ts";
import { runSiteCheck, type SiteProgress } from "./run.server.ts";

const DAY = 86_400_000;
/** How often a shop is looked at again once its site has passed. */
export const RECHECK_EVERY = 7 * DAY;
const PROGRESS_EVERY_MS = 900;
/** The chart gives up after fifteen minutes; a visit is over well before that. */
const VISIT_MS = 6 * 60_000;

const StartSiteCheck = z.object({ caseId: z.uuid(), params: z.object({ checkId: z.uuid() }) });
const Recheck = z.object({ caseId: z.uuid() });

type Parts = Pick<Platform, "pool" | "now" | "log" | "fetch" | "browsers" | "storage" | "vault">;

/** What the chart asks of this room, and what the room asks of itself. */
export const tasks = (platform: Parts): TaskList => ({
  async startSiteCheck(payload, { job }) {
    const { caseId, params } = StartSiteCheck.parse(payload);
    await visit(platform, caseId, params.checkId, job.key ?? String(job.id));
  },

  async recheckSite(payload, { job }) {
    const { caseId } = Recheck.parse(payload);
    await lookAgain(platform, caseId, visitIdOf(caseId, String(job.id)));
  },
});

async function visit(platform: Parts, caseId: string, checkId: string, key: string): Promise<void> {
  const check = await begin(platform, caseId, checkId);
  // No row: the event came from somewhere that files none. There is nothing to visit, and the chart is told so.
  if (!check) {
    await orRefused(
      dispatch(platform, {
        subject: caseId,
        actor: system,
        idempotencyKey: `${key}/failed`,
        event: { type: "FAIL_SITE_CHECK", checkId, reason: "noAddress" },
      }),
    );
    return;
  }
  // It ran before and was killed between its last line and the worker's: what it found stands.
  if (check.report) return record(platform, check, check.report, key);
  try {
    await record(platform, check, await run(platform, check), key);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    platform.log.warn({ caseId, checkId, failure }, "site check failed");
    const { refused } = await orRefused(
      dispatch(platform, {
        subject: caseId,
        actor: system,
        idempotencyKey: `${key}/failed`,
        event: { type: "FAIL_SITE_CHECK", checkId, reason: failure },
        also: (tx) => finish(tx, platform, check, { state: "failed", failure }),
      }),
    );
    if (refused) await finish(platform.pool, platform, check, { state: "failed", failure });
  }
}

async function begin({ pool, now }: Parts, caseId: string, checkId: string): Promise<SiteCheckRow | null> {
  await pool.query(
    "update site_check set state = 'running', started_at = coalesce(started_at, $3) where id = $1 and case_id = $2 and state = 'waiting'",
    [checkId, caseId, now()],
  );
  const found = (await checksOf({ pool }, caseId, 20)).find(({ id }) => id === checkId);
  return found ?? null;
}

async function run(platform: Parts, check: Pick<SiteCheckRow, "id" | "caseId" | "url" | "goods">): Promise<SiteReport> {
  const keeper = progressKeeper(platform, check.id);
  try {
    return await runSiteCheck(platform, {
      origin: check.url,
      goods: check.goods,
      archiveName: `site/${check.caseId}/${check.id}`,
      expected: (await expectedOf(platform, check.caseId)) ?? undefined,
      account: (await accountForVisit(platform, check.caseId)) ?? undefined,
      pictures: (await picturesOf(platform, check.caseId)).map(({ shows, sha256 }) => ({ shows, sha256 })),
      onProgress: keeper.tell,
      signal: AbortSignal.timeout(VISIT_MS),
    });
  } finally {
    await keeper.stop();
  }
}

/** Writes the newest word about once a second, never two at a time; whoever watches polls. */
function progressKeeper({ pool }: Parts, checkId: string) {
  let newest: SiteProgress | null = null;
  let writing: Promise<unknown> = Promise.resolve();
  const write = () => {
    if (!newest) return;
    const progress = newest;
    newest = null;
    writing = writing
      .then(() => pool.query("update site_check set progress = $2 where id = $1", [checkId, JSON.stringify(progress)]))
      .catch(() => {});
  };
  const timer = setInterval(write, PROGRESS_EVERY_MS);
  return {
    tell: (progress: SiteProgress) => {
      newest = progress;
    },
    stop: async () => {
      clearInterval(timer);
      write();
      await writing;
    },
  };
}

/** Report, event and the date of the next look are one transaction. */
async function record(platform: Parts, check: SiteCheckRow, report: SiteReport, key: string): Promise<void> {
  const verdicts = Object.fromEntries(
    siteRequirements.map((name) => [name, report.requirements[name]!.verdict]),
  ) as Record<SiteRequirement, SiteVerdict>;
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: check.caseId,
      actor: system,
      idempotencyKey: key,
      event: { type: "RECORD_SITE_CHECK", checkId: check.id, verdicts },
      also: async (tx) => {
        await finish(tx, platform, check, { state: "done", report });
        await fileRecheck(tx, check.caseId, platform.now());
      },
    }),
  );
  // The chart has moved on (it gave up waiting, or the case ended): the report is kept all the same.
  if (refused) await finish(platform.pool, platform, check, { state: "done", report });
}

const finish = async (
  tx: Tx,
  { now }: Pick<Parts, "now">,
  { id }: Pick<SiteCheckRow, "id">,
  end: { state: "done" | "failed"; report?: SiteReport; failure?: string; diff?: object[] },
): Promise<void> => {
  await tx.query(
    "update site_check set state = $2, report = $3, failure = $4, diff = $5, finished_at = $6 where id = $1",
    [
      id,
      end.state,
      end.report ? JSON.stringify(end.report) : null,
      end.failure ?? null,
      end.diff ? JSON.stringify(end.diff) : null,
      now(),
    ],
  );
};

/** The same job is the same visit, however often it is tried. A job that is filed anew has another id. */
const visitIdOf = (caseId: string, job: string): string => v5(`site-recheck/${job}`, caseId);

const fileRecheck = (tx: Tx, caseId: string, at: Date) =>
  addJob(tx, {
    task: "recheckSite",
    payload: { caseId },
    key: `site-recheck/${caseId}`,
    runAt: new Date(at.getTime() + RECHECK_EVERY),
    queue: "site-recheck",
  });

/**
 * Looks at a shop again after its site has passed, keeps the report and what changed, and files the next look. Before
 * it has passed the merchant's own checks are enough; after the case has ended nobody looks any more.
 *
 * @param checkId of the visit: a second try under the same id goes on with the first one's row, and visits nobody when that was done
 */
async function lookAgain(platform: Parts, caseId: string, checkId: string): Promise<void> {
  const { pool, now, log } = platform;
  const { rows } = await pool.query<{ status: string; passed: boolean }>(
    "select status, coalesce((context->'site'->>'passed')::boolean, false) as passed from subject where id = $1",
    [caseId],
  );
  const subject = rows[0];
  if (subject?.status !== "active") return;
  const checks = await checksOf(platform, caseId, 30);
  const last = checks.find(({ report, id }) => report !== null && id !== checkId);
  // Where there is no address nothing can have changed by itself.
  if (!subject.passed || !last?.report || last.url === APP_PICTURES || !(await beginAgain(platform, checkId, last)))
    return fileRecheck(pool, caseId, now());
  const check = { id: checkId, caseId, url: last.url, goods: last.goods };
  try {
    const report = await run(platform, check);
    const diff = compareReports(last.report, report);
    const isWorse = diff.some(({ worse }) => worse);
    await inTransaction(pool, async (tx) => {
      await finish(tx, platform, check, { state: "done", report, diff });
      if (isWorse) await tellOfChange(tx, caseId, check.id);
      await fileRecheck(tx, caseId, now());
    });
    if (isWorse)
      log.warn({ caseId, checkId, changes: diff.length }, "a shop that had passed has changed for the worse");
  } catch (error) {
    const failure = failureOf(error);
    await finish(pool, platform, check, { state: "failed", failure: failure ?? "internal" });
    if (!failure) throw error;
    await fileRecheck(pool, caseId, now());
  }
}

/** @returns false when this very visit has been made */
async function beginAgain({ pool, now }: Parts, checkId: string, last: SiteCheckRow): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into site_check (id, case_id, url, goods, cause, requested_by, state, requested_at, started_at)
     values ($1, $2, $3, $4, 'schedule', 'system', 'running', $5, $5)
     on conflict (id) do update set state = 'running', failure = null, finished_at = null where site_check.state <> 'done'`,
    [checkId, last.caseId, last.url, last.goods, now()],
  );
  return rowCount === 1;
}

/** The merchant and the house are written to, once for each check that found the shop worse. */
async function tellOfChange(tx: Tx, caseId: string, checkId: string): Promise<void> {
  for (const to of ["merchant", "reviewers"] as const)
    await addJob(tx, {
      task: "sendMail",
      payload: { caseId, subject: caseId, seq: 0, params: { letter: "siteChanged", to } satisfies Letter },
      key: `site-changed/${checkId}/${to}`,
    });
}

/** Somebody else's failure as a key of `words.failures`; null for a bug of ours, which stays loud. */
function failureOf(error: unknown): string | null {
  if (error instanceof Refused) return error.reason;
  if (error instanceof UpstreamError) return error.upstream === "browser" ? "browser" : "unreachable";
  if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) return "tooLong";
  return null;
}
