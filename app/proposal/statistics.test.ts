import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { deskAction, loadDesk } from "./desk.server.ts";
import { loadProposal, proposalAction } from "./merchant.server.ts";
import { figuresOf, type Outcome, openQuestions, statisticsOf } from "./statistics.server.ts";
import { asked } from "./testing/asked.ts";

const at = (text: string) => new Date(`${text}:00+09:00`);
const outcome = (more: Partial<Outcome>): Outcome => ({
  askedAt: at("2026-11-23T10:00"),
  answeredAt: null,
  answeredBy: null,
  versions: 0,
  fate: "waiting",
  ...more,
});

test("the first answer is counted in working hours: a weekend between costs nothing", () => {
  const figures = figuresOf([
    outcome({ askedAt: at("2026-11-20T17:00"), answeredAt: at("2026-11-23T11:00"), versions: 1, fate: "accepted" }),
    outcome({ answeredAt: at("2026-11-24T09:30"), versions: 3, fate: "declined" }),
    outcome({ answeredAt: at("2026-11-25T18:00"), versions: 1, fate: "deciding" }),
    outcome({}),
  ]);
  expect(figures).toMatchObject({
    inquiries: 4,
    answered: 3,
    inTimePercent: 67,
    accepted: 1,
    acceptedPercent: 50,
    versionsEach: 2,
  });
  expect(figures.medianHours).toBeLessThan(10);
  expect(figures.p90Hours).toBeGreaterThan(20);
  expect(figuresOf([])).toMatchObject({ medianHours: null, acceptedPercent: null, inTimePercent: null });
});

test("an answered and declined inquiry stands in the figures with its reason; a question waits on the desk until it is answered", async ({
  pool,
}) => {
  const house = await asked(pool);
  const desk = (body?: [string, string][]) =>
    house.args(house.advisor, `/console/cases/${house.caseId}/proposal`, body);
  const page = (body?: [string, string][]) => house.args(house.merchant, `/cases/${house.caseId}/proposal`, body);
  const { desk: loaded, formKey } = await loadDesk(desk());
  await deskAction(
    desk([
      ["_intent", "send"],
      ["_key", formKey],
      ["_version", "0"],
      ["track", loaded!.choices.track],
      ["message", "Hello"],
      ["validDays", "14"],
      ...loaded!.picks.flatMap((pick, place): [string, string][] => [
        [`picks.${place}.country`, pick.country],
        [`picks.${place}.brand`, pick.brand],
        [`picks.${place}.method`, pick.method],
      ]),
    ]),
  );
  const question = house.key();
  const ask: [string, string][] = [
    ["_intent", "ask"],
    ["_key", question],
    ["line", "0"],
    ["text", "In won?"],
  ];
  await proposalAction(page(ask));
  expect(await openQuestions(house.platform)).toMatchObject([{ merchant: "Acme", text: "In won?" }]);
  const answer: [string, string][] = [
    ["_intent", "answer"],
    ["_key", house.key()],
    ["about", question],
    ["text", "Yes"],
  ];
  await deskAction(desk(answer));
  expect(await openQuestions(house.platform)).toEqual([]);

  const { formKey: key } = await loadProposal(page());
  const decline: [string, string][] = [
    ["type", "DECLINE_PROPOSAL"],
    ["_key", key],
    ["_why", "price"],
    ["reason", "Half of it would do"],
  ];
  await proposalAction(page(decline));
  const figures = await statisticsOf(house.platform, 30);
  expect(figures.all).toMatchObject({ inquiries: 1, answered: 1, declined: 1, acceptedPercent: 0, inTimePercent: 100 });
  expect(figures.byAdvisor).toMatchObject([{ advisorId: house.advisor.viewer.userId, figures: { answered: 1 } }]);
  expect(figures.declines).toEqual([{ why: "price", count: 1 }]);
  expect(figures.words).toMatchObject([{ caseId: house.caseId, text: "Half of it would do" }]);
  house.wait(40);
  expect((await statisticsOf(house.platform, 30)).all.inquiries).toBe(0);
});

test("figures are the house's: a merchant does not find them", async ({ pool }) => {
  const { loader } = await import("#app/routes/console.advice.tsx");
  const house = await asked(pool);
  const open = (who: typeof house.merchant) => loader(house.args(who, "/console/advice?days=90") as never);
  expect((await open(house.advisor)).days).toBe(90);
  await expect(open(await signedIn(house.platform, {}))).rejects.toMatchObject({ status: 404 });
});
