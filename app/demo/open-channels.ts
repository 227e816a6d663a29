import type { Desk } from "./desk.ts";
import { formOf, press } from "./press.ts";
import type { Step } from "./step.ts";
import { until } from "./until.ts";
import type { Sheet, Visitor } from "./visitor.ts";

const pathOf = (caseId: string, channelId: string) => `/cases/${caseId}/channels/${channelId}`;

/** Presses a button that is no event of a chart, on a page that is open. */
async function intend(page: Sheet, intent: string, values: Record<string, string> = {}): Promise<Sheet> {
  const button = `button[name="_intent"][value="${intent}"]`;
  const form = page.form(`${button}, input[name="_intent"][value="${intent}"]`).fill(values);
  return (await form.send(page.has(button) ? ["_intent", intent] : undefined)).taken();
}

/** Decides on the sandbox's page, as the buyer. */
const decide = async (page: Sheet, outcome: "success" | "failure") =>
  (await page.form('button[name="outcome"]').send(["outcome", outcome])).taken();

/** Which channels a case has, as its merchant finds them. */
export async function channelsOf(merchant: Visitor, caseId: string): Promise<string[]> {
  const found = await until("the channels", async () => {
    const page = (await merchant.open(`/cases/${caseId}`)).taken();
    const ids = page.links("a").flatMap((href) => /\/channels\/([0-9a-f-]{36})/.exec(href)?.[1] ?? []);
    return ids.length > 0 && [...new Set(ids)];
  });
  return found;
}

/** A pair of the sandbox's keys, shown this once. */
export async function setUpTest(merchant: Visitor, caseId: string, channelId: string): Promise<Sheet> {
  return intend((await merchant.open(pathOf(caseId, channelId))).taken(), "sandbox");
}

/**
 * Does what the test plan asks: a payment by every method, one that is declined, a refund, a question how it stands, and the tries that an
 * honest shop refuses. The plan is passed by what happened.
 */
export async function runTests(merchant: Visitor, caseId: string, channelId: string): Promise<string> {
  const path = pathOf(caseId, channelId);
  const open = async () => (await merchant.open(path)).taken();
  const methods = (await open()).attributes('select[name="method"] option, input[name="method"]', "value");
  for (const method of new Set(methods)) {
    if (method) await decide(await intend(await open(), "pay", { method }), "success");
  }
  await decide(await intend(await open(), "pay", { method: methods[0] ?? "" }), "failure");
  await intend(await open(), "askStatus");
  const page = await open();
  if (page.has('[name="_intent"][value="refund"]')) await intend(page, "refund");
  await intend(await open(), "trials");
  await until("the plan to be passed", async () => (await open()).has(formOf("COMPLETE_TESTS")));
  await press(merchant, path, "COMPLETE_TESTS");
  return `${new Set(methods).size} methods`;
}

/** The house's half: what the PSP said, the payment ID and the keys, each proposed by one and confirmed by another. */
export async function issueKeys(desk: Desk, caseId: string, channelId: string): Promise<void> {
  const path = `/console/cases/${caseId}/channels/${channelId}`;
  const [one, other, approver] = [
    await desk.of("integration"),
    await desk.of("integration2"),
    await desk.of("approver"),
  ];
  await press(one, path, "RECORD_PSP_DECISION");
  await press(one, path, "PROPOSE_PAYMENT_ID", { paymentId: `MID-${channelId.slice(-6).toUpperCase()}` });
  await press(approver, path, "CONFIRM_PAYMENT_ID");
  await press(one, path, "PROPOSE_KEYS");
  await press(other, path, "CONFIRM_KEYS");
}

/** The merchant's half: the secret, once; a small payment; the opening. */
export async function openChannel(merchant: Visitor, caseId: string, channelId: string): Promise<void> {
  const path = pathOf(caseId, channelId);
  await press(merchant, path, "FETCH_SECRET");
  await press(merchant, path, "START_LIVE_VERIFICATION");
  await decide(await intend((await merchant.open(path)).taken(), "payLive"), "success");
  await until("the small payment", async () => (await merchant.open(path)).taken().has(formOf("OPEN_CHANNEL")));
  await press(merchant, path, "OPEN_CHANNEL");
}

/** Who goes through it: a merchant, the house, and their case. */
interface Walker {
  visitor: Visitor;
  desk: Desk;
  caseId: string;
}

async function forEach(walker: Walker, act: (channelId: string) => Promise<string | undefined>): Promise<string> {
  const channels = await channelsOf(walker.visitor, walker.caseId);
  const told: string[] = [];
  for (const channelId of channels) told.push((await act(channelId)) ?? "");
  return [`${channels.length} channels`, ...told.filter(Boolean)].join(", ");
}

export const testChannels = (walker: Walker): Step[] => [
  {
    name: "The merchant sets up the test of each channel",
    act: () => forEach(walker, async (id) => void (await setUpTest(walker.visitor, walker.caseId, id))),
  },
  {
    name: "… and passes the test plan of each",
    act: () => forEach(walker, (id) => runTests(walker.visitor, walker.caseId, id)),
  },
];

export const goLive = (walker: Walker): Step[] => [
  {
    name: "Payment ID and keys are proposed by one and confirmed by another",
    act: () => forEach(walker, async (id) => void (await issueKeys(walker.desk, walker.caseId, id))),
  },
  {
    name: "The merchant fetches each secret, verifies, and opens the service",
    act: () => forEach(walker, async (id) => void (await openChannel(walker.visitor, walker.caseId, id))),
  },
];
