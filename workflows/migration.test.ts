import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { foldEntry } from "./fold.ts";
import { lawOf, onboardingV1, onboardingV2, restore, store } from "./law.ts";
import { type MigrationFacts, migrated, movableVersions, noFacts } from "./migration.ts";
import type { OnboardingContext } from "./onboarding/context.ts";
import { lineKey } from "./onboarding/pre-screen.ts";
import { leavesOf } from "./project.ts";
import { caseWorld } from "./proof/case-world.ts";
import { explore, type Node } from "./proof/explore.ts";

const old = explore(caseWorld(onboardingV1), () => {});
const world = caseWorld(onboardingV2);
const now = explore(world, () => {});
const contextOf = ({ snapshot }: Node) => snapshot.context as OnboardingContext;
const phaseOf = ({ snapshot }: Node) => leavesOf(snapshot.value)[0]!.split(".")[0]!;

/** What channels can have heard: nothing at all, the same of every line, and a yes for the first beside something else. */
const standings = ["open", "passed", "refused", "closed"] as const;
function factsOf(context: OnboardingContext): MigrationFacts[] {
  const [first, ...others] = context.lines.filter((line) => line.preScreen).map(lineKey);
  if (!first) return [noFacts];
  const heard = (key: string, standing: (typeof standings)[number]) => ({ [key]: standing });
  const all = standings.flatMap((standing) => {
    const rest = Object.assign({}, ...others.map((key) => heard(key, standing)));
    return [heard(first, standing), ...(others.length > 0 ? [heard(first, "passed")] : [])].map((one) => ({
      preScreens: { ...one, ...rest },
    }));
  });
  return [noFacts, ...all];
}

/** The same case with lines whose PSPs look first: version 1 goes the same ways with them. */
function marked(node: Node): Node {
  const context = contextOf(node);
  const lines = context.lines.map((line) => ({ ...line, preScreen: true }));
  return { ...node, snapshot: restore(onboardingV1, { ...store(node.snapshot), context: { ...context, lines } }) };
}

const isPlain = ({ lines }: OnboardingContext) => lines.length > 0 && lines.every((line) => !line.preScreen);
const tried = [...old.nodes.values()]
  .flatMap((node) => (isPlain(contextOf(node)) ? [node, marked(node)] : [node]))
  .flatMap((node) =>
    factsOf(contextOf(node)).map((facts) => ({
      node,
      facts,
      outcome: migrated(onboardingV1, onboardingV2, store(node.snapshot), facts),
    })),
  );
const moved = tried.flatMap(({ outcome, ...one }) => ("refused" in outcome ? [] : [{ ...one, ...outcome }]));
const told = ({ node, facts }: { node: Node; facts: MigrationFacts }) =>
  `${leavesOf(node.snapshot.value)} ${JSON.stringify(facts)}`;

test("a case in every state that can be reached moves, or is refused beforehand for a reason", () => {
  expect(old.nodes.size).toBeGreaterThan(10_000);
  expect(moved.length).toBeGreaterThan(10_000);
  const reasons = new Set(tried.flatMap(({ outcome }) => ("refused" in outcome ? outcome.refused : [])));
  expect([...reasons].sort()).toEqual(["isFinished", "preScreenOpen", "preScreenRefused"]);
  expect(moved.filter(({ node }) => node.snapshot.status !== "active").map(told)).toEqual([]);
});

test("nothing that a case remembers is lost on the way, and it stands where it stood", () => {
  const lost = moved.filter(({ node, facts, snapshot }) => {
    const { preScreens, ...rest } = snapshot.context as OnboardingContext;
    // What the channels had heard is remembered from now on by the case.
    const heard = Object.entries(facts.preScreens).filter(([, one]) => one === "passed" || one === "refused");
    return !(
      isDeepStrictEqual(rest, contextOf(node)) &&
      isDeepStrictEqual(snapshot.value, node.snapshot.value) &&
      isDeepStrictEqual(preScreens, Object.fromEntries(heard)) &&
      snapshot.status === "active"
    );
  });
  expect(lost.map(told)).toEqual([]);
});

test("a moved case stands in a state that version 2 reaches by itself: all that is proved of those holds for it, a way on included", () => {
  const strange = moved.filter(({ node, snapshot }) => !now.nodes.has(world.keyOf(snapshot, node.memory)));
  expect(strange.map(told)).toEqual([]);
});

test("no case comes into the application of version 2 before every PSP that looks first has said yes, or its channel is closed", () => {
  const wrong = tried.filter(({ node, facts, outcome }) => {
    if (phaseOf(node) !== "application") return false;
    const heard = contextOf(node)
      .lines.filter((line) => line.preScreen)
      .map((line) => facts.preScreens[lineKey(line)] ?? "open");
    return "refused" in outcome !== heard.some((one) => one === "open" || one === "refused");
  });
  expect(wrong.map(told)).toEqual([]);
});

test("what a proposal asks differently is named, line by line", () => {
  const deciding = [...old.nodes.values()].find((node) => phaseOf(node) === "deciding")!;
  const outcome = migrated(onboardingV1, onboardingV2, store(deciding.snapshot), noFacts);
  expect("changes" in outcome && outcome.changes).toEqual(
    contextOf(deciding)
      .proposal!.lines.filter((line) => line.preScreen)
      .flatMap((line) => [
        { change: "added", requirement: "preScreen", about: lineKey(line) },
        { change: "dropped", requirement: "channelPreScreen", about: lineKey(line) },
      ]),
  );
});

test("there is a way to the newest version from every older one, and none back", () => {
  expect(movableVersions("onboarding").map(({ from, to }) => [from.version, to.version])).toEqual([[1, 2]]);
  const { snapshot } = [...now.nodes.values()][0]!;
  expect(migrated(onboardingV2, onboardingV1, store(snapshot), noFacts)).toEqual({ refused: "noWay", about: [] });
});

test("a version that this build does not know fails before anything is done", () => {
  expect(() => lawOf("onboarding", 99)).toThrow("no machine onboarding version 99");
  const entry = { machineVersion: 99, event: { type: "OPEN" }, by: "m", at: "2026-11-23T01:00:00.000Z" };
  expect(() => foldEntry("onboarding", null, entry)).toThrow("no machine onboarding version 99");
});

test("a context of version 1 is none of version 2: nothing is guessed", () => {
  const { snapshot } = [...old.nodes.values()][0]!;
  expect(() => restore(onboardingV2, store(snapshot))).toThrow();
});

test("a log that changes its version without saying so does not fold", () => {
  const said = { by: "m", at: "2026-11-23T01:00:00.000Z" };
  const opened = foldEntry("onboarding", null, { machineVersion: 1, event: { type: "OPEN" }, ...said });
  const inquiry = { type: "SUBMIT_INQUIRY", inquiryId: "00000000-0000-7000-8000-000000000009" };
  expect(foldEntry("onboarding", opened, { machineVersion: 2, event: inquiry, ...said })).toBeNull();
  const after = foldEntry("onboarding", opened, {
    machineVersion: 2,
    event: { type: "MIGRATE", from: 1, to: 2, facts: noFacts } as { type: string },
    ...said,
  });
  expect(after?.law).toBe(onboardingV2);
  expect(foldEntry("onboarding", after, { machineVersion: 2, event: inquiry, ...said })?.snapshot.value).toBe(
    "advising",
  );
});
