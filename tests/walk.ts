import type { Pool } from "pg";
import type { Dispatch } from "#app/engine/index.server.ts";
import { type Actor, dispatch, openSubject, readCase, system, tasks } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { itemsOf } from "#workflows/kyc/items.ts";
import { plainProfile } from "#workflows/kyc/profile.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";

/** People who walk cases in tests; ids are what four-eyes compares. */
export const people = {
  advisor: { id: "kim", roles: ["advisor"], via: "session" },
  reviewer: { id: "lee", roles: ["reviewer"], via: "session" },
  approver: { id: "park", roles: ["approver"], via: "session" },
  integration: { id: "choi", roles: ["integration"], via: "session" },
  secondIntegration: { id: "jung", roles: ["integration"], via: "session" },
} satisfies Record<string, Actor>;

export const zaloPay: ChannelLine = {
  channel: "ZALOPAY",
  country: "VN",
  currency: "VND",
  methods: ["ZALOPAY_WALLET"],
  preScreen: false,
  refund: true,
  sandbox: true,
};

export const profile = plainProfile("krSoleProprietor", { people: [{ id: "p1", roles: ["representative"] }] });

/** One whose PSP looks before anything is signed. */
export const payletter: ChannelLine = {
  channel: "PAYLETTER",
  country: "JP",
  currency: "JPY",
  methods: ["PAYLETTER_CARD"],
  preScreen: true,
  refund: true,
  sandbox: true,
};

/**
 * A case that is walked through the one door, so that none is impossible.
 *
 * @param version of its chart; the newest unless given
 */
export async function walk({ pool, now, version }: { pool: Pool; now: () => Date; version?: number }) {
  const caseId = newId();
  const merchant: Actor = { id: newId(), roles: ["merchant"], via: "session", caseIds: [caseId] };
  await inTransaction(pool, (tx) =>
    openSubject(tx, {
      ...{ id: caseId, kind: "onboarding", caseId, version },
      ...{ actorId: merchant.id, actorRole: "merchant", at: now() },
    }),
  );
  const send = (actor: Actor, event: Dispatch["event"], subject = caseId) =>
    dispatch({ pool, now }, { subject, event, actor, idempotencyKey: newId() });
  const proposalId = newId();
  const contract = { contractId: newId(), sha256: "ab".repeat(32) };

  const self = {
    caseId,
    merchant,
    send,
    view: async () => (await readCase({ pool }, caseId))!,
    /** Runs the engine's own jobs that wait (channels opened, news told), as the worker would. */
    async settle() {
      const list = tasks({ pool, now, log: { info() {} } as never });
      for (;;) {
        const { rows } = await pool.query(
          `select j.id, j.key, t.identifier, p.payload from graphile_worker._private_jobs p
             join graphile_worker.jobs j on j.id = p.id join graphile_worker._private_tasks t on t.id = p.task_id
           where t.identifier = any($1) and j.run_at <= $2::timestamptz order by j.id limit 1`,
          [["openChannels", "tellChannels", "tellCase"], new Date(Math.max(Date.now(), now().getTime()) + 1000)],
        );
        if (!rows[0]) return self;
        await list[rows[0].identifier]!(rows[0].payload, { job: { id: rows[0].id, key: rows[0].key } } as never);
        await pool.query("select graphile_worker.complete_jobs(array[$1]::bigint[])", [rows[0].id]);
      }
    },
    async inquired() {
      await send(merchant, { type: "SUBMIT_INQUIRY", inquiryId: newId() });
      return self;
    },
    async proposed(lines: ChannelLine[] = [zaloPay]) {
      const validUntil = new Date(now().getTime() + 14 * 86_400_000).toISOString();
      await send(people.advisor, {
        type: "SEND_PROPOSAL",
        proposalId,
        version: 1,
        track: "crossBorder",
        lines,
        validUntil,
      });
      return self;
    },
    async accepted() {
      const lines = (await self.view()).context.proposal!.lines.map((_, place) => place);
      await send(merchant, { type: "ACCEPT_PROPOSAL", proposalId, version: 1, lines });
      return self.settle();
    },
    async handedIn() {
      await send(merchant, { type: "SET_PROFILE", profile, policy: "2026-08" });
      for (const item of itemsOf(profile, "2026-08"))
        await send(merchant, { type: "PROVIDE_ITEM", item, ref: `${item}/1` });
      await send(merchant, { type: "SUBMIT_KYC" });
      return self;
    },
    async contractSigned() {
      await send(merchant, { type: "ISSUE_CONTRACT", ...contract });
      await send(merchant, { type: "SIGN_CONTRACT", ...contract });
      await send(people.approver, { type: "COUNTERSIGN_CONTRACT", ...contract });
      return self;
    },
    async sitePassed() {
      const checkId = newId();
      await send(merchant, { type: "START_SITE_CHECK", checkId });
      const verdicts = {
        products: "fulfilled",
        shippingPolicy: "fulfilled",
        refundPolicy: "fulfilled",
        checkout: "fulfilled",
      } as const;
      await send(system, { type: "RECORD_SITE_CHECK", checkId, verdicts });
      await send(merchant, { type: "SUBMIT_SITE" });
      await send(people.reviewer, { type: "CONFIRM_SITE" });
      return self;
    },
    async reviewed() {
      for (const [item, { ref }] of Object.entries((await self.view()).context.items))
        await send(people.reviewer, { type: "ACCEPT_ITEM", item, ref });
      await send(system, { type: "RECORD_SCREENING", screeningId: newId(), outcome: "clear" });
      await send(people.reviewer, { type: "RECOMMEND_APPROVAL" });
      return self;
    },
    async approved() {
      await send(people.approver, { type: "APPROVE_KYC" });
      return self.settle();
    },
    async tested() {
      for (const channel of (await self.view()).channels) {
        await send(merchant, { type: "SET_TEST_CREDENTIALS", credentialsId: newId() }, channel.id);
        for (const item of channel.context.plan)
          await send(system, { type: "RECORD_TEST", item, outcome: "passed", ref: `run/${item}` }, channel.id);
        await send(merchant, { type: "COMPLETE_TESTS" }, channel.id);
      }
      return self.settle();
    },
    async live() {
      for (const { id } of (await self.view()).channels) {
        const keysId = newId();
        await send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, id);
        await send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-1" }, id);
        await send(people.approver, { type: "CONFIRM_PAYMENT_ID" }, id);
        await send(people.integration, { type: "PROPOSE_KEYS", keysId }, id);
        await send(people.secondIntegration, { type: "CONFIRM_KEYS", keysId }, id);
        await send(merchant, { type: "FETCH_SECRET", keysId }, id);
        await send(merchant, { type: "START_LIVE_VERIFICATION" }, id);
        await send(system, { type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: "pay/1" }, id);
        await send(merchant, { type: "OPEN_CHANNEL" }, id);
      }
      return self.settle();
    },
  };
  return self;
}
