import { expect } from "vitest";
import { listScreener, readList } from "#app/platform/screener/list-screener.server.ts";
import { noList } from "#app/platform/screener/screener.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { test } from "#tests/database.ts";
import { itemsOf } from "#workflows/kyc/items.ts";
import { plainProfile } from "#workflows/kyc/profile.ts";
import { People } from "./people.schema.ts";
import { savePeople } from "./save-people.server.ts";
import { latestScreening, screenCase } from "./screening.server.ts";
import { kycCase } from "./testing/kyc-case.ts";

const screener = listScreener(readList("app/platform/screener/demo-list.json"));
const profile = plainProfile("krSoleProprietor");

const named = (nameLatin: string) =>
  People.parse({
    people: [
      {
        name: nameLatin,
        nameLatin,
        bornOn: "1961-04-12",
        nationality: "KR",
        residence: "KR",
        offices: ["representative"],
        idType: "passport",
        sharesOf: "merchant",
      },
    ],
    companies: [],
    restIsSmall: false,
    actsForAnother: false,
  });

/** A case whose merchant has handed in everything, with people of this name. */
async function underReview(pool: Parameters<typeof kycCase>[0], name: string | null) {
  const of = await kycCase(pool, profile);
  if (name) await savePeople(of.parts, await of.handing(), named(name));
  const { context } = await of.view();
  for (const item of itemsOf(context.profile!, "2026-08")) {
    if (!context.items[item]) await of.send(of.merchant, { type: "PROVIDE_ITEM", item, ref: `${item}/1` });
  }
  await of.send(of.merchant, { type: "SUBMIT_KYC" });
  return of;
}

test("nobody resembles anybody: the case hears that it is clear, once", async ({ pool }) => {
  await using of = await underReview(pool, "Kim Hana");
  for (let run = 0; run < 2; run++) await screenCase({ ...of.parts, screener }, of.caseId, "job/1");
  expect((await of.view()).context.screening).toBe("clear");
  expect(await latestScreening(of.parts, of.caseId)).toMatchObject({ state: "clear", subjects: 1, matches: [] });
  const { rows } = await pool.query("select count(*) from log_entry where event->>'type' = 'RECORD_SCREENING'");
  expect(rows[0].count).toBe("1");
});

test("a resemblance is a hit with its evidence, and the queue learns how risky it is", async ({ pool }) => {
  await using of = await underReview(pool, "Viktor Nemesov");
  await screenCase({ ...of.parts, screener }, of.caseId, "job/1");
  expect((await of.view()).context.screening).toBe("hit");
  const { matches, list } = (await latestScreening(of.parts, of.caseId))!;
  expect(matches).toMatchObject([{ entry: "demo-1", score: 100, subjectName: "Viktor Nemesov" }]);
  expect(list).toContain("2026-11");
  const { rows } = await pool.query("select risk from case_card where case_id = $1", [of.caseId]);
  expect(rows[0].risk).toBe(100);
});

test("nobody to look up is a question for a person, not a pass", async ({ pool }) => {
  await using of = await underReview(pool, null);
  await screenCase({ ...of.parts, screener }, of.caseId, "job/1");
  expect((await of.view()).context.screening).toBe("hit");
});

test("a vendor that does not answer is no result; the next run is", async ({ pool }) => {
  await using of = await underReview(pool, "Kim Hana");
  const silent = { screen: () => Promise.reject(new UpstreamError("screener", "no answer", true)) };
  await expect(screenCase({ ...of.parts, screener: silent }, of.caseId, "job/1")).rejects.toThrow("no answer");
  expect((await of.view()).context.screening).toBe("running");
  expect((await latestScreening(of.parts, of.caseId))?.state).toBe("failed");
  await screenCase({ ...of.parts, screener }, of.caseId, "job/1");
  expect((await latestScreening(of.parts, of.caseId))?.state).toBe("clear");
});

test("an answer that nobody waits for any more changes nothing", async ({ pool }) => {
  await using of = await underReview(pool, "Kim Hana");
  await of.send(of.merchant, { type: "WITHDRAW", reason: "no more" });
  await screenCase({ ...of.parts, screener }, of.caseId, "job/1");
  expect((await of.view()).phase).toBe("withdrawn");
});

test("where no list is set nobody is cleared: a person rules, and reads why", async ({ pool }) => {
  await using of = await underReview(pool, "Kim Hana");
  await screenCase({ ...of.parts, screener: noList }, of.caseId, "job/1");
  expect((await of.view()).context.screening).toBe("hit");
  expect(await latestScreening(of.parts, of.caseId)).toMatchObject({ state: "hit", subjects: 1, list: null });
});
