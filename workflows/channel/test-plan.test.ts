import { expect, test } from "vitest";
import { judgePlan, type TestFacts, type Trial, testItems, testPlanFor, untriedMethods } from "./test-plan.ts";

const none: TestFacts = { wanted: ["WALLET", "CARD"], payments: [], notices: [], refunds: [], trials: [] };
const trial = (of: Trial["of"], ok = true, ref = `${of}-${ok}`): Trial => ({ ref, of, ok });
const payment = (over: Partial<TestFacts["payments"][number]> = {}): TestFacts["payments"][number] => ({
  ref: "p1",
  status: "Success",
  method: "WALLET",
  instrument: "goesThrough",
  returned: true,
  ...over,
});

const whole: TestFacts = {
  wanted: ["WALLET", "CARD"],
  payments: [
    payment(),
    payment({ ref: "p2", method: "CARD", returned: false }),
    payment({ ref: "p3", status: "Failed", instrument: "isDeclined" }),
  ],
  notices: [
    { ref: "n1", about: "success", answered: "ok" },
    { ref: "n2", about: "failure", answered: "ok" },
    { ref: "n3", about: "refund", answered: "ok" },
  ],
  refunds: [{ ref: "r1", done: true }],
  trials: [
    trial("redirect"),
    trial("tamperedRedirect"),
    trial("tamperedWebhook"),
    trial("wrongAmount"),
    trial("statusQuery"),
  ],
};
const outcomes = (facts: TestFacts, plan = [...testItems]) =>
  Object.fromEntries(judgePlan(plan, facts).map(({ item, outcome }) => [item, outcome]));

test("before anything happened every item is open and says what it wants", () => {
  const findings = judgePlan(testItems, none);
  expect(findings.map(({ item }) => item)).toEqual([...testItems]);
  for (const { outcome, ref, gaps } of findings) {
    expect({ outcome, ref }).toEqual({ outcome: "open", ref: null });
    expect(gaps.length).toBeGreaterThan(0);
  }
});

test("a channel on which all of it happened has passed its plan, each item with the row that proves it", () => {
  for (const { outcome, ref, gaps } of judgePlan(testItems, whole)) {
    expect({ outcome, gaps }).toEqual({ outcome: "passed", gaps: [] });
    expect(ref).not.toBeNull();
  }
});

test("each fact is needed by somebody: without it something is no longer passed", () => {
  const without: Partial<TestFacts>[] = [
    ...whole.payments.map((_, place) => ({ payments: whole.payments.toSpliced(place, 1) })),
    ...whole.notices.map((_, place) => ({ notices: whole.notices.toSpliced(place, 1) })),
    ...whole.trials.map((_, place) => ({ trials: whole.trials.toSpliced(place, 1) })),
    { refunds: [] },
    { payments: whole.payments.map((one) => ({ ...one, returned: false })) },
    { payments: whole.payments.map((one) => ({ ...one, instrument: null })) },
  ];
  for (const part of without) expect(Object.values(outcomes({ ...whole, ...part }))).toContain("open");
});

test("the newest trial counts: a mended shop passes, a broken one fails", () => {
  const mended = { ...whole, trials: [trial("tamperedWebhook", false, "old"), ...whole.trials] };
  expect(outcomes(mended).signatures).toBe("passed");
  const broken = { ...whole, trials: [...whole.trials, trial("tamperedWebhook", false, "new")] };
  expect(judgePlan(["signatures"], broken)).toEqual([
    { item: "signatures", outcome: "failed", ref: "new", gaps: ["tamperedWebhookRefused"] },
  ]);
  expect(outcomes(broken).webhooks).toBe("passed");
});

test("a shop that believes a wrong amount fails the confirmation", () => {
  expect(outcomes({ ...whole, trials: [...whole.trials, trial("wrongAmount", false)] }).confirmation).toBe("failed");
});

test("a webhook that is not answered 200 fails, and one under way leaves the item open", () => {
  const notices = (answered: "not" | "waiting") => [{ ref: "n9", about: "success" as const, answered }];
  expect(judgePlan(["webhooks"], { ...none, notices: notices("not") })[0]).toMatchObject({
    outcome: "failed",
    ref: "n9",
  });
  expect(outcomes({ ...none, notices: notices("waiting") }).webhooks).toBe("open");
  expect(outcomes({ ...whole, notices: [...whole.notices, ...notices("waiting")] }).webhooks).toBe("passed");
});

test("where the PSP takes no refund through us, no refund is asked, and no webhook of one", () => {
  const plan = testPlanFor({ sandbox: true, refund: false });
  expect(plan).not.toContain("refund");
  const facts = { ...whole, refunds: [], notices: whole.notices.slice(0, 2) };
  expect(new Set(Object.values(outcomes(facts, plan)))).toEqual(new Set(["passed"]));
});

test("where the PSP has no sandbox, its test cards are not asked for", () => {
  expect(testPlanFor({ sandbox: false, refund: true })).toEqual(testItems.filter((item) => item !== "testInstruments"));
});

test("a method counts when a payment with it went through", () => {
  expect(untriedMethods(none)).toEqual(["WALLET", "CARD"]);
  expect(untriedMethods({ wanted: ["CARD", "WALLET"], payments: [payment({ status: "Failed" })] })).toEqual([
    "CARD",
    "WALLET",
  ]);
  expect(untriedMethods(whole)).toEqual([]);
});
