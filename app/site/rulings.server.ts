import type { z } from "zod";
import { type Actor, type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { RuleOnSite } from "#workflows/onboarding/events.ts";
import type { SiteRequirement } from "#workflows/site/requirements.ts";

export interface Ruling {
  requirement: SiteRequirement;
  before: string;
  verdict: "fulfilled" | "not";
  reason: string;
  ruledBy: string;
  ruledAt: Date;
}

/** A reviewer's word on one condition, with its reason, beside what the check had said: one transaction. */
export async function ruleOnSite(
  platform: Pick<Platform, "pool" | "now" | "log">,
  { view, actor, key, event }: { view: CaseView; actor: Actor; key: string; event: z.infer<typeof RuleOnSite> },
): Promise<{ refused: string[] | null }> {
  const { checkId, verdicts } = view.context.site;
  return orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event,
      also: async (tx) => {
        await tx.query(
          `insert into site_ruling (id, case_id, check_id, requirement, before, verdict, reason, ruled_by, ruled_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            newId(),
            view.id,
            checkId,
            event.requirement,
            verdicts[event.requirement] ?? "unsure",
            event.verdict,
            event.reason,
            actor.id,
            platform.now(),
          ],
        );
      },
    }),
  );
}

/** The newest ruling on each condition of the check that stands. */
export async function rulingsOf(
  { pool }: Pick<Platform, "pool">,
  caseId: string,
  checkId: string | null,
): Promise<Ruling[]> {
  if (!checkId) return [];
  const { rows } = await pool.query(
    "select distinct on (requirement) requirement, before, verdict, reason, ruled_by, ruled_at from site_ruling where case_id = $1 and check_id = $2 order by requirement, ruled_at desc, id desc",
    [caseId, checkId],
  );
  return rows.map((row) => ({
    requirement: row.requirement,
    before: row.before,
    verdict: row.verdict,
    reason: row.reason,
    ruledBy: row.ruled_by,
    ruledAt: row.ruled_at,
  }));
}

/** A reviewer said otherwise than the check: what the rules can learn from. */
export interface Overrule extends Ruling {
  caseId: string;
  checkId: string;
  /** Name in storage of the archive on which the check had judged. */
  archiveName: string | null;
  rulesVersion: string | null;
}

/** Every ruling that went against the check, newest first: with its archive each is a test case for the rules. */
export async function overrules({ pool }: Pick<Platform, "pool">, limit = 500): Promise<Overrule[]> {
  const { rows } = await pool.query(
    `select r.*, c.report->>'archiveName' as archive_name, c.report->>'rulesVersion' as rules_version
     from site_ruling r join site_check c on c.id = r.check_id where r.before <> r.verdict order by r.ruled_at desc, r.id desc limit $1`,
    [limit],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    checkId: row.check_id,
    requirement: row.requirement,
    before: row.before,
    verdict: row.verdict,
    reason: row.reason,
    ruledBy: row.ruled_by,
    ruledAt: row.ruled_at,
    archiveName: row.archive_name,
    rulesVersion: row.rules_version,
  }));
}
