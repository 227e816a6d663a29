import { expect, test } from "vitest";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { channelV1, laws, onboardingV2 } from "#workflows/law.ts";
import { actWords } from "./act-words.ts";
import { actsFor, merchantCaseActs, merchantChannelActs, staffCaseActs, staffChannelActs } from "./next-act.ts";

const leaves = (machine: AnyStateMachine): AnyStateNode[] => {
  const below = (node: AnyStateNode): AnyStateNode[] => {
    const inner = Object.values(node.states);
    return inner.length === 0 ? [node] : inner.flatMap(below);
  };
  return below(machine.root);
};
/** Tags of a state and of all around it: what `project` reads. */
const tagsOf = (node: AnyStateNode): string[] => [...node.tags, ...(node.parent ? tagsOf(node.parent) : [])];
/** Leaf states of all versions of a chart: a case that has not been moved is told what to do too. */
const everyLeaf = (kind: string, wanted: (node: AnyStateNode) => boolean = () => true) =>
  [
    ...new Set(
      laws
        .filter((law) => law.kind === kind)
        .flatMap(({ machine }) => leaves(machine))
        .filter(wanted)
        .map(({ path }) => path.join(".")),
    ),
  ].sort();
const tagged = (kind: string, wanted: (tag: string) => boolean) => everyLeaf(kind, (node) => tagsOf(node).some(wanted));
const statesOf = (table: readonly { at: string }[]) => [...new Set(table.map(({ at }) => at))].sort();

test("wherever a chart waits for the merchant, the merchant is told what to do", () => {
  const isTheirs = (tag: string) => tag === "merchantsTurn";
  expect(statesOf(merchantCaseActs)).toEqual(tagged("onboarding", isTheirs));
  expect(statesOf(merchantChannelActs)).toEqual(tagged("channel", isTheirs));
});

test("wherever a chart lies on a desk, the desk is told what to do", () => {
  const isOnDesk = (tag: string) => tag.startsWith("desk:");
  expect(statesOf(staffCaseActs)).toEqual(tagged("onboarding", isOnDesk));
  expect(statesOf(staffChannelActs)).toEqual(tagged("channel", isOnDesk));
});

test.each([
  ["merchant", [...merchantCaseActs, ...merchantChannelActs], "merchant"],
  ["staff", [...staffCaseActs, ...staffChannelActs], null],
] as const)("what the %s is told to do is theirs to send, from the state it stands in", (_, acts, role) => {
  for (const act of acts) {
    const event = "event" in act ? act.event : null;
    if (!event) continue;
    const law = event in onboardingV2.sentBy ? onboardingV2 : channelV1;
    const senders: readonly string[] = law.sentBy[event]!;
    if (role) expect(senders).toContain(role);
    else expect(senders.some((one) => one !== "merchant" && one !== "system")).toBe(true);
    const node = leaves(law.machine).find(({ path }) => path.join(".") === act.at)!;
    expect(node.transitions.has(event), `${act.at} takes ${event}`).toBe(true);
  }
});

test.each(["ko", "en"] as const)("every act and every state that is waited in has its sentence in %s", (lang) => {
  const said = [...merchantCaseActs, ...merchantChannelActs, ...staffCaseActs, ...staffChannelActs].map(
    ({ say }) => say,
  );
  expect(Object.keys(actWords[lang].acts).sort()).toEqual([...new Set(said)].sort());
  expect(Object.keys(actWords[lang].waits.onboarding).sort()).toEqual(everyLeaf("onboarding"));
  expect(Object.keys(actWords[lang].waits.channel).sort()).toEqual(everyLeaf("channel"));
});

const offer = (event: string, allowed = true) => ({ event, allowed, reasons: allowed ? [] : ["nothingMissing"] });

test("papers come first while some are missing, their review as soon as none is", () => {
  const subject = { kind: "onboarding" as const, states: ["application.kyc.collecting", "application.site.unchecked"] };
  const offers = [offer("PROVIDE_ITEM"), offer("START_SITE_CHECK")];
  expect(actsFor("merchant", subject, [...offers, offer("SUBMIT_KYC", false)]).map(({ say }) => say)).toEqual([
    "handInDocuments",
    "checkSite",
  ]);
  expect(actsFor("merchant", subject, [...offers, offer("SUBMIT_KYC")])[0]?.say).toBe("submitKyc");
});

test("nothing is asked of a case on hold", () => {
  const offers = ["PROVIDE_ITEM", "SUBMIT_KYC"].map((event) => ({ event, allowed: false, reasons: ["caseIsOnHold"] }));
  expect(actsFor("merchant", { kind: "onboarding", states: ["application.kyc.collecting"] }, offers)).toEqual([]);
});
