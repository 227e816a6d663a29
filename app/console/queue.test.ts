import { expect } from "vitest";
import { caseWithCard, partsOf, standingClock } from "#app/cases/testing/page.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";
import { countDesks, newsOf } from "./desks.server.ts";
import { parsePlace } from "./keyset.server.ts";
import { PAGE, queueSql, readQueue } from "./queue.server.ts";
import { askedOf, builtInViews, queryOf } from "./queue-asked.ts";
import { crowd } from "./testing/crowd.ts";

const HOUR = 3_600_000;
const me = newId();
const asked = (query = "") => askedOf(new URLSearchParams(query));

test("a row says whose turn it is, since when, due when, how risky, which countries and what to do", async ({
  pool,
}) => {
  const { now, pass } = standingClock();
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"], name: "Kim" });
  const one = await caseWithCard(pool, now, { risk: 72 });
  await one.inquired();
  await one.send({ id: kim.viewer.userId, roles: ["advisor"], via: "session" }, { type: "TAKE_CASE" });
  pass(3 * HOUR);
  const { rows } = await readQueue({ pool, now }, "advisor", asked(), {}, me, "en");
  expect(rows).toEqual([
    {
      subjectId: one.caseId,
      caseId: one.caseId,
      casePublicId: expect.stringMatching(/^GW-/),
      merchant: "나들이 커피",
      channel: null,
      acts: ["writeProposal"],
      turn: "us",
      status: "act",
      isHeld: false,
      since: "2026-09-02T01:00:00.000Z",
      dueAt: "2026-09-03T01:00:00.000Z",
      risk: "high",
      riskScore: 72,
      countries: [
        { code: "VN", name: "Vietnam" },
        { code: "ID", name: "Indonesia" },
      ],
      advisor: "Kim",
      to: `/console/cases/${one.caseId}/proposal`,
    },
  ]);
});

test("each desk sees its own part of one case, and a channel is a row of its own", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  const desk = async (name: "advisor" | "reviewer" | "approver" | "integration") =>
    (await readQueue({ pool, now }, name, asked(), {}, me, "en")).rows;
  expect(await desk("advisor")).toEqual([]);
  expect((await desk("reviewer")).map(({ acts }) => acts)).toEqual([["reviewKyc"]]);
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  expect(await desk("reviewer")).toEqual([]);
  expect((await desk("approver")).map(({ acts, to }) => [acts, to])).toEqual([
    [["decideKyc"], `/console/cases/${one.caseId}/documents`],
  ]);
  await one.approved();
  await one.tested();
  const [psp] = await desk("integration");
  const channel = (await one.view()).channels[0]!;
  expect(psp).toMatchObject({
    channel: "ZaloPay · Vietnam · VND",
    acts: ["recordPsp"],
    turn: "psp",
    status: "wait",
    to: `/console/cases/${one.caseId}/channels/${channel.id}`,
  });
});

test("a case on hold keeps its place on the desk, without a due time", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await one.inquired();
  await one.send(people.advisor, { type: "HOLD", reason: "waiting" });
  const { rows } = await readQueue({ pool, now }, "advisor", asked(), {}, me, "en");
  expect(rows[0]).toMatchObject({ isHeld: true, dueAt: null, status: "wait" });
});

test("pages hold every row once in every order, forwards and backwards", async ({ pool }) => {
  const { now } = standingClock();
  await loadCatalogue({ pool, now });
  await crowd(pool, PAGE * 2 + 7);
  for (const sort of ["due", "-due", "since", "-since", "merchant", "-merchant", "risk", "-risk"]) {
    const open = (at: { after?: string | null; before?: string | null }) =>
      readQueue({ pool, now }, "advisor", asked(`sort=${sort}`), at, me, "en");
    const first = await open({});
    const second = await open({ after: first.after });
    const third = await open({ after: second.after });
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ subjectId }) => subjectId));
    expect(new Set(ids).size, sort).toBe(PAGE * 2 + 7);
    expect(ids).toHaveLength(PAGE * 2 + 7);
    expect([first.before, third.after]).toEqual([null, null]);
    expect((await open({ before: third.before })).rows).toEqual(second.rows);
    expect((await open({ before: second.before })).rows).toEqual(first.rows);
    expect((await open({ before: second.before })).before).toBeNull();
  }
});

test("filters narrow a desk down, and nonsense in the address is passed over", async ({ pool }) => {
  const { now, pass } = standingClock();
  const late = await caseWithCard(pool, now, { merchantName: "Late Ltd.", countries: ["JP"], risk: 10 });
  await late.inquired();
  pass(48 * HOUR);
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"] });
  const mine = await caseWithCard(pool, now, { merchantName: "(주)바다식품", countries: ["VN"], risk: 90 });
  await mine.inquired();
  await mine.send({ id: kim.viewer.userId, roles: ["advisor"], via: "session" }, { type: "TAKE_CASE" });
  const names = async (query: string) =>
    (await readQueue({ pool, now }, "advisor", asked(query), {}, kim.viewer.userId, "en")).rows.map(
      ({ merchant }) => merchant,
    );
  expect(await names("")).toEqual(["Late Ltd.", "(주)바다식품"]);
  expect(await names("due=late")).toEqual(["Late Ltd."]);
  expect(await names("mine=1")).toEqual(["(주)바다식품"]);
  expect(await names("country=JP")).toEqual(["Late Ltd."]);
  expect(await names("risk=high")).toEqual(["(주)바다식품"]);
  expect(await names("q=바다")).toEqual(["(주)바다식품"]);
  expect(await names("q=LATE")).toEqual(["Late Ltd."]);
  expect(await names("turn=psp")).toEqual([]);
  expect(await names("state=advising")).toHaveLength(2);
  expect(await names("sort=drop&risk=no&country=vn&due=&turn=x&state=%27&q=")).toHaveLength(2);
});

test("a view is the same text however its address was typed", () => {
  expect(queryOf(asked("risk=high&country=VN&sort=due"))).toBe("country=VN&risk=high");
  for (const { query } of builtInViews) expect(queryOf(asked(query))).toBe(query);
});

test("a desk of ten thousand is walked along its index, however far down", async ({ pool }) => {
  const { now } = standingClock();
  await crowd(pool, 10_000);
  for (const sort of ["due", "-due", "since", "-since"]) {
    const middle = { value: "2026-09-02T12:00:00Z", id: newId() };
    for (const place of [null, middle]) {
      const { text, values } = queueSql("advisor", asked(`sort=${sort}`), place, false, now(), me);
      const { rows } = await pool.query(`explain (analyze, buffers, format json) ${text}`, values);
      const plan = JSON.stringify(rows);
      expect(plan, `${sort} reads the index`).toMatch(/desk_item_desk_(due_at|since)[a-z_]*/);
      expect(plan).not.toMatch(/"Node Type":"(Incremental )?Sort"/);
      // A page's worth of lookups, not the desk's: blocks are the same on every machine.
      const { Plan } = rows[0]["QUERY PLAN"][0];
      expect(Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"]).toBeLessThan(1500);
    }
  }
  expect(await countDesks({ pool, now })).toEqual([
    { desk: "advisor", items: 100, late: 100 },
    { desk: "reviewer", items: 0, late: 0 },
    { desk: "approver", items: 0, late: 0 },
    { desk: "integration", items: 0, late: 0 },
  ]);
});

test("what came to a desk since somebody looked is counted", async ({ pool }) => {
  const { now, pass } = standingClock();
  await (await caseWithCard(pool, now)).inquired();
  const looked = now();
  expect(await newsOf({ pool }, "advisor", looked)).toBe(0);
  pass(1000);
  await (await caseWithCard(pool, now)).inquired();
  expect(await newsOf({ pool }, "advisor", looked)).toBe(1);
});

test.each(["", "e30", "W10", "!!", "WyJ4IiwieSJd"])("%s is no place in a list", (text) => {
  expect(parsePlace(text)).toBeNull();
});
