import { expect } from "vitest";
import { standingClock } from "#app/cases/testing/page.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { dropView, saveView, viewsOf } from "./views.server.ts";
import { visit } from "./visits.server.ts";

const MINUTE = 60_000;

test("news are what happened since the visit before this one, for the whole of this visit", async ({ pool }) => {
  const { now, pass } = standingClock();
  const [me, caseId] = [newId(), newId()];
  const look = () => visit({ pool, now }, me, caseId);
  expect(await look()).toBeNull();
  pass(10 * MINUTE);
  expect(await look()).toBeNull();
  const left = now();
  pass(40 * MINUTE);
  expect(await look()).toEqual(left);
  pass(20 * MINUTE);
  expect(await look()).toEqual(left);
  expect(await visit({ pool, now }, newId(), caseId)).toBeNull();
});

test("a view is kept under its name, by one person for one desk, twenty at most", async ({ pool }) => {
  const { now, pass } = standingClock();
  const [me, other] = [newId(), newId()];
  const save = (name: string, query: string, userId = me) =>
    saveView({ pool, now }, { userId, desk: "reviewer", name, query });
  await save("Japan", "country=JP");
  pass(1);
  await save("Risky", "risk=high");
  await save("Japan", "country=JP&due=late");
  await save("Theirs", "mine=1", other);
  const views = await viewsOf({ pool }, me, "reviewer");
  expect(views.map(({ name, query }) => [name, query])).toEqual([
    ["Japan", "country=JP&due=late"],
    ["Risky", "risk=high"],
  ]);
  expect(await viewsOf({ pool }, me, "advisor")).toEqual([]);

  await dropView({ pool }, other, views[0]!.id);
  expect(await viewsOf({ pool }, me, "reviewer")).toHaveLength(2);
  await dropView({ pool }, me, views[0]!.id);
  expect(await viewsOf({ pool }, me, "reviewer")).toHaveLength(1);

  for (let n = 0; n < 19; n++) await save(`View ${n}`, "");
  expect(await save("One too many", "")).toBe(false);
  expect(await save("Risky", "risk=low")).toBe(true);
});
