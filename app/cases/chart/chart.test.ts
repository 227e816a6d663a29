import { expect } from "vitest";
import { caseWithCard, standingClock } from "#app/cases/testing/page.ts";
import { langs } from "#app/i18n/words.ts";
import { test } from "#tests/database.ts";
import { people } from "#tests/walk.ts";
import { laws } from "#workflows/law.ts";
import { conditionWords } from "./condition-words.ts";
import { graphOf } from "./graph.server.ts";
import { layout, textWidth } from "./layout.ts";
import { drawChart, standingsOf } from "./picture.server.ts";

const plain = { labelOf: ({ event }: { event: string }) => event, depth: 9, isSimple: false };

test.each(langs)("every guard of the law is a condition in %s, and none is left over", (lang) => {
  const named = new Set(laws.flatMap(({ guards }) => Object.keys(guards)));
  expect(Object.keys(conditionWords[lang]).sort()).toEqual([...named].sort());
});

test.each(laws)("every state and every transition of the $kind chart is in the picture", (law) => {
  const graph = graphOf(law);
  const picture = layout(graph, plain);
  const states = (state: typeof graph.root): string[] => [state.path, ...state.states.flatMap(states)];
  const endings = graph.root.states.filter(
    ({ path, type }) => type === "final" && !graph.edges.some(({ from }) => from === path),
  );
  const drawn = picture.boxes.map(({ path }) => path);
  const missing = states(graph.root).filter((path) => path && !drawn.includes(path));
  // What ends everything is written beside the states it is reached from.
  expect(missing.sort()).toEqual(endings.map(({ path }) => path).sort());

  const shown = new Set([
    ...picture.wires.flatMap(({ edges }) => edges.map(({ from, event, to }) => `${from} ${event} ${to}`)),
    ...picture.boxes.flatMap(({ exits }) => exits.map(({ edge }) => `${edge.from} ${edge.event} ${edge.to}`)),
  ]);
  const moving = graph.edges.filter(({ from, to }) => from !== "" && to !== null && from !== to);
  expect(moving.filter(({ from, event, to }) => !shown.has(`${from} ${event} ${to}`))).toEqual([]);
});

test.each(laws)("no two states of the $kind chart lie on each other, and nothing is drawn outside", (law) => {
  for (const isSimple of [false, true]) {
    const { boxes, wires, width, height } = layout(graphOf(law), { ...plain, depth: isSimple ? 2 : 9, isSimple });
    const states = boxes.filter(({ shape }) => shape === "state");
    for (const [place, a] of states.entries())
      for (const b of states.slice(place + 1)) {
        const apart = a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
        expect(apart, `${a.path} and ${b.path}`).toBe(true);
      }
    const corners = [
      ...boxes.flatMap(
        ({ x, y, w, h }) =>
          [
            [x, y],
            [x + w, y + h],
          ] as const,
      ),
      ...wires.flatMap(({ points }) => points),
      ...wires.flatMap(({ labels }) =>
        labels.map(
          ({ x, y, text, anchor }) => [anchor === "end" ? x - textWidth(text) : x + textWidth(text), y] as const,
        ),
      ),
    ];
    for (const [x, y] of corners) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThanOrEqual(height);
    }
  }
});

test("the picture shows the way that was taken, detours included, and where the case stands", async ({ pool }) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  await (await one.inquired()).proposed();
  await one.send(one.merchant, { type: "WANT_CHANGES", wish: "Thailand too" });
  await one.proposed();
  await one.accepted();
  pass(86_400_000);
  await one.handedIn();
  const { drawing, entered } = await drawChart({ pool }, await one.view(), "en", { day: (at) => at.slice(0, 10) });
  const standing = (state: string) => drawing.boxes.find(({ path }) => path === state);
  expect(standing("advising")).toMatchObject({ standing: "been", note: "2026-09-02" });
  expect(standing("application.kyc.review")).toMatchObject({ standing: "now", isWaiting: false, note: "2026-09-03" });
  expect(standing("application.contract.drafting")).toMatchObject({ standing: "now", isWaiting: true });
  expect(standing("application.kyc")).toMatchObject({ standing: "now", shape: "region" });
  expect(standing("application.kyc.approval")).toMatchObject({ standing: "ahead", note: null });
  const taken = drawing.wires
    .filter(({ isTaken }) => isTaken)
    .map(({ labels }) =>
      labels
        .filter((label) => label.isTaken)
        .map(({ text }) => text)
        .join(" "),
    );
  expect(taken.sort()).toEqual(
    ["Send the inquiry", "Send the proposal", "Ask for changes", "Accept the proposal", "Submit for review"].sort(),
  );
  expect(drawing.label).toBe("Statechart. Now: Contract not issued, KYC review, Site not checked");
  expect(entered.get("advising")).toBe("2026-09-02T01:00:00.000Z");
});

test("a step that passes through a state without staying there is on the way as well", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  await one.approved();
  await one.tested();
  const view = await one.view();
  const day = (at: string) => at.slice(0, 10);
  const channel = (await drawChart({ pool }, view.channels[0]!, "en", { day })).drawing;
  const states = (which: string) => channel.boxes.filter(({ standing }) => standing === which).map(({ path }) => path);
  expect(states("been")).toEqual(["proposed", "testSetup", "testing", "tested"]);
  expect(states("now")).toEqual(["pspReview"]);

  const whole = (await drawChart({ pool }, view, "en", { day })).drawing;
  expect(whole.boxes.find(({ path }) => path === "application.kyc.approved")).toMatchObject({ standing: "been" });
  expect(whole.boxes.find(({ path }) => path === "approved")).toMatchObject({ standing: "now" });
});

test("an ending is marked beside the state it was reached from", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await one.inquired();
  await one.send(one.merchant, { type: "WITHDRAW", reason: "x" });
  const { drawing } = await drawChart({ pool }, await one.view(), "en", { day: () => "" });
  const exits = drawing.boxes.flatMap(({ path, exits: own }) =>
    own.filter(({ isTaken }) => isTaken).map(({ label }) => [path, label]),
  );
  expect(exits).toEqual([
    ["advising", "Withdraw"],
    ["advising", "→ Withdrawn"],
  ]);
});

test("for every way on it says who goes it and which condition is missing", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.reviewed();
  const view = await one.view();
  const standings = standingsOf(view, view, people.approver, new Map(), now(), "en");
  const approval = standings.find(({ state }) => state === "application.kyc.approval")!;
  expect(approval.who).toBe("approver");
  const approve = approval.ways.find(({ event }) => event === "APPROVE_KYC")!;
  expect(approve).toMatchObject({
    by: ["approver"],
    to: "KYC approved",
    conditions: [
      { guard: "isAnotherPerson", state: "met" },
      { guard: "approvalRecommended", state: "met" },
      { guard: "sitePassed", state: "missing" },
    ],
  });
  // Seen by whoever recommended it, the second person is missing.
  const own = standingsOf(view, view, people.reviewer, new Map(), now(), "en");
  expect(own.flatMap(({ ways }) => ways).find(({ event }) => event === "APPROVE_KYC")?.conditions[0]).toEqual({
    guard: "isAnotherPerson",
    state: "missing",
  });
  const contract = standings.find(({ state }) => state === "application.contract.drafting")!;
  expect(contract.who).toBe("merchant");
  // What leads out of the whole application stands once, not in each of its three regions.
  expect(contract.ways.map(({ event }) => event)).toEqual(["ISSUE_CONTRACT"]);
  const whole = standings.find(({ state }) => state === "application")!;
  const expiry = whole.ways.find(({ event }) => event.includes("applicationExpiry"))!;
  expect(expiry).toMatchObject({ name: "Application's last day", by: [], to: "Expired" });
  expect(expiry.at).toBe("2026-12-01T01:00:00.000Z");
});
