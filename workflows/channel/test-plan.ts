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
