import { dispatch, EventRefused, system } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ChannelContext } from "#workflows/channel/context.ts";
import { judgePlan } from "#workflows/channel/test-plan.ts";
import { readTestFacts } from "./facts.server.ts";

/**
 * Looks at what has happened and records what it proves, item by item. What is recorded already stays; a channel that is not
 * testing takes nothing.
 *
 * @returns how many items were recorded now
 */
export async function recordTests(
  platform: Pick<Platform, "pool" | "vault" | "now"> & Partial<Pick<Platform, "log">>,
  channelId: string,
): Promise<number> {
  const { rows } = await platform.pool.query(
    "select case_id, phase, context from subject where id = $1 and kind = 'channel'",
    [channelId],
  );
  const row = rows[0];
  if (row?.phase !== "testing") return 0;
  const { line, plan, tests } = ChannelContext.parse(row.context);
  const { facts } = await readTestFacts(platform, { caseId: row.case_id, channelId, wanted: line.methods });
  const news = judgePlan(plan, facts).filter(
    ({ item, outcome }) => outcome !== "open" && tests[item]?.outcome !== outcome,
  );
  let recorded = 0;
  for (const { item, outcome, ref } of news) {
    try {
      const { replayed } = await dispatch(platform, {
        subject: channelId,
        event: { type: "RECORD_TEST", item, outcome: outcome === "passed" ? "passed" : "failed", ref: ref! },
        actor: system,
        // Two who look at the same moment record one thing. Each failure rests on a new row, so no change of mind looks like an earlier one.
        idempotencyKey: `recordTest/${item}/${tests[item]?.outcome ?? "none"}/${tests[item]?.ref ?? ""}/${outcome}/${ref}`,
      });
      if (!replayed) recorded++;
    } catch (error) {
      // It has moved on meanwhile: what was to be shown was shown.
      if (!(error instanceof EventRefused)) throw error;
    }
  }
  return recorded;
}
