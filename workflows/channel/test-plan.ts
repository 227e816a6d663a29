import { z } from "zod";

/** The eight things a merchant shows before anything is live. */
export const testItems = [
  "paymentFlow",
  "confirmation",
  "webhooks",
  "testInstruments",
  "signatures",
  "refund",
  "statusQuery",
  "methods",
] as const;
export const TestItem = z.enum(testItems);
export type TestItem = z.infer<typeof TestItem>;

/**
 * What of the plan a channel owes. Where the PSP offers no sandbox, only what our own sandbox can stand in for is asked;
 * the rest is seen in live verification.
 *
 * @param channel `sandbox` as the catalogue says; `refund` whether a refund can be started through the aggregator at all
 */
export const testPlanFor = (channel: { sandbox: boolean; refund: boolean }): TestItem[] =>
  testItems.filter((item) => {
    if (item === "testInstruments") return channel.sandbox;
    if (item === "refund") return channel.refund;
    return true;
  });

/** A payment of the sandbox, as far as the plan cares. */
export interface TestPayment {
  ref: string;
  status: "Initiated" | "Pending" | "Success" | "Failed" | "Expired";
  method: string;
  /** Which of the sandbox's test cards and wallets paid: one that goes through or one that is declined. */
  instrument: "goesThrough" | "isDeclined" | null;
  /** The buyer came back to the shop. */
  returned: boolean;
}

/** Something tried on the shop: what an honest shop believes, and what it must refuse. */
export interface Trial {
  ref: string;
  of: "redirect" | "tamperedRedirect" | "tamperedWebhook" | "wrongAmount" | "statusQuery";
  /** `redirect` was verified, the tampered ones were refused, `statusQuery` agreed with what had been told. */
  ok: boolean;
}

/** What has happened on a channel's test side, oldest first. */
export interface TestFacts {
  wanted: readonly string[];
  payments: readonly TestPayment[];
  /** Deliveries to the shop's webhook endpoint (the merchant's own where there is one, else the stand-in). */
  notices: readonly { ref: string; about: "success" | "failure" | "refund"; answered: "ok" | "not" | "waiting" }[];
  refunds: readonly { ref: string; done: boolean }[];
  trials: readonly Trial[];
}

/** What one item still wants; each has a sentence in app/channels/words.ts. */
export const testGaps = [
  "successfulPayment",
  "buyerReturned",
  "successTold",
  "failureTold",
  "refundTold",
  "wrongAmountRefused",
  "goodInstrument",
  "declinedInstrument",
  "redirectVerified",
  "tamperedRedirectRefused",
  "tamperedWebhookRefused",
  "refundDone",
  "statusAsked",
  "everyMethod",
] as const;
export type TestGap = (typeof testGaps)[number];

export interface Finding {
  item: TestItem;
  outcome: "passed" | "failed" | "open";
  /** The row that proves it; null while it is open. */
  ref: string | null;
  /** Empty when passed. */
  gaps: TestGap[];
}

type Proof = { gap: TestGap; ref: string | null; refuted?: string };

/**
 * What the facts prove of the plan. Nobody ticks an item: what happened does. The newest trial of a kind counts, so that a shop
 * that was mended is looked at anew, and one that was broken is too.
 */
export function judgePlan(plan: readonly TestItem[], facts: TestFacts): Finding[] {
  return plan.map((item) => finding(item, proofs[item](facts, plan)));
}

function finding(item: TestItem, found: Proof[]): Finding {
  const gaps = found.filter(({ ref }) => ref === null).map(({ gap }) => gap);
  if (gaps.length === 0) return { item, outcome: "passed", ref: found.at(-1)!.ref, gaps };
  const refuted = found.find((proof) => proof.refuted)?.refuted;
  return { item, outcome: refuted ? "failed" : "open", ref: refuted ?? null, gaps };
}

const proofs: Record<TestItem, (facts: TestFacts, plan: readonly TestItem[]) => Proof[]> = {
  paymentFlow: ({ payments }) => [
    { gap: "successfulPayment", ref: refOf(payments.find(isPaid)) },
    { gap: "buyerReturned", ref: refOf(payments.find((payment) => isPaid(payment) && payment.returned)) },
  ],
  confirmation: (facts) => [told(facts, "success", "successTold"), tried(facts, "wrongAmount", "wrongAmountRefused")],
  webhooks: (facts, plan) => [
    told(facts, "success", "successTold"),
    told(facts, "failure", "failureTold"),
    ...(plan.includes("refund") ? [told(facts, "refund", "refundTold")] : []),
  ],
  testInstruments: ({ payments }) => [
    { gap: "goodInstrument", ref: refOf(payments.find((one) => isPaid(one) && one.instrument === "goesThrough")) },
    {
      gap: "declinedInstrument",
      ref: refOf(payments.find((one) => one.status === "Failed" && one.instrument === "isDeclined")),
    },
  ],
  signatures: (facts) => [
    told(facts, "success", "successTold"),
    tried(facts, "redirect", "redirectVerified"),
    tried(facts, "tamperedRedirect", "tamperedRedirectRefused"),
    tried(facts, "tamperedWebhook", "tamperedWebhookRefused"),
  ],
  refund: (facts) => [
    { gap: "refundDone", ref: refOf(facts.refunds.find(({ done }) => done)) },
    told(facts, "refund", "refundTold"),
  ],
  statusQuery: (facts) => [tried(facts, "statusQuery", "statusAsked")],
  methods: ({ wanted, payments }) => {
    const paid = payments.filter(isPaid);
    const missing = wanted.some((method) => !paid.some((payment) => payment.method === method));
    return [{ gap: "everyMethod", ref: missing ? null : refOf(paid.at(-1)) }];
  },
};

const isPaid = ({ status }: TestPayment) => status === "Success";
const refOf = (row: { ref: string } | undefined): string | null => row?.ref ?? null;

function told({ notices }: TestFacts, about: "success" | "failure" | "refund", gap: TestGap): Proof {
  const some = notices.filter((notice) => notice.about === about);
  const newest = some.at(-1);
  return {
    gap,
    ref: refOf(some.findLast(({ answered }) => answered === "ok")),
    refuted: newest?.answered === "not" ? newest.ref : undefined,
  };
}

function tried({ trials }: TestFacts, of: Trial["of"], gap: TestGap): Proof {
  const newest = trials.findLast((trial) => trial.of === of);
  return newest?.ok ? { gap, ref: newest.ref } : { gap, ref: null, refuted: newest?.ref };
}

/** Methods of the line that no test payment has been made with yet. */
export const untriedMethods = ({ wanted, payments }: Pick<TestFacts, "wanted" | "payments">): string[] =>
  wanted.filter((method) => !payments.some((payment) => isPaid(payment) && payment.method === method));
