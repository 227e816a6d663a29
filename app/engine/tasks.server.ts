import { createHash } from "node:crypto";
import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { testPlanFor } from "#workflows/channel/test-plan.ts";
import { ChannelLine } from "#workflows/onboarding/events.ts";
import { system } from "./actor.ts";
import { type Dispatch, dispatch, ring } from "./dispatch.server.ts";
import { EventRefused } from "./errors.ts";
import { openSubject } from "./open.server.ts";
import { recountClocks } from "./publish-calendar.server.ts";

/** What every job that a machine asked for carries. */
const Job = z.object({ caseId: z.uuid(), subject: z.uuid(), seq: z.number().int() });

const Recount = z.object({ calendarId: z.uuid() });
const Ring = z.object({ subject: z.uuid(), timer: z.string() });
const OpenChannels = Job.extend({
  params: z.object({ lines: z.array(ChannelLine), preScreened: z.literal(true).optional() }),
});
const TellChannels = Job.extend({ params: z.object({ event: z.enum(["CASE_APPROVED", "CASE_ENDED", "CASE_MOVED"]) }) });
const TellCase = Job.extend({ params: z.object({ to: z.enum(["underWay", "live", "suspended", "ended"]) }) });

type Parts = Pick<Platform, "pool" | "now" | "log">;

/** What the machines ask of the engine itself: clocks, and one chart telling another. */
export const tasks = (platform: Parts): TaskList => ({
  async ringTimer(payload) {
    await ring(platform, Ring.parse(payload));
  },

  async recountClocks(payload) {
    await recountClocks(platform, Recount.parse(payload).calendarId);
  },

  async openChannels(payload) {
    const { caseId, params } = OpenChannels.parse(payload);
    for (const line of params.lines) {
      const id = channelId(caseId, line);
      const { preScreened } = params;
      const input = { caseId, line, plan: testPlanFor(line), ...(preScreened ? { preScreened } : {}) };
      await inTransaction(platform.pool, (tx) =>
        openSubject(tx, {
          id,
          kind: "channel",
          caseId,
          input,
          actorId: system.id,
          actorRole: "system",
          at: platform.now(),
        }),
      );
      await tell(platform, id, { type: "ACTIVATE" }, `${id}/activate`);
    }
  },

  async tellChannels(payload, { job }) {
    const { caseId, params } = TellChannels.parse(payload);
    const { rows } = await platform.pool.query<{ id: string }>(
      "select id from subject where case_id = $1 and kind = 'channel' and status = 'active' order by id",
      [caseId],
    );
    for (const { id } of rows) await tell(platform, id, { type: params.event }, `${job.key ?? job.id}/${id}`);
  },

  async tellCase(payload, { job }) {
    const { caseId, subject, params } = TellCase.parse(payload);
    await tell(platform, caseId, { type: "CHANNEL_MOVED", channelId: subject, to: params.to }, job.key ?? job.id);
  },
});

/** News that the hearer has no use for any more (it has ended meanwhile) is no failure. */
async function tell(platform: Parts, subject: string, event: Dispatch["event"], idempotencyKey: string): Promise<void> {
  try {
    await dispatch(platform, { subject, event, actor: system, idempotencyKey });
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error;
  }
}

/** The same line of the same case is the same channel, however often it is asked for: a name-based UUID (RFC 9562, version 8). */
export function channelId(caseId: string, { channel, country, currency }: ChannelLine): string {
  const hex = createHash("sha256").update(`${caseId}/${channel}/${country}/${currency}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
