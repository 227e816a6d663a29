import { expect } from "vitest";
import { caseWithCard, standingClock } from "#app/cases/testing/page.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { test } from "#tests/database.ts";
import { people } from "#tests/walk.ts";
import { listAllCases, publicIdStarts, SEARCH, searchCases } from "./search.server.ts";
import { crowd } from "./testing/crowd.ts";

test("a merchant is found by two syllables, by a part of a word, a mail address or a website, whatever the letters' form", async ({
  pool,
}) => {
  const { now } = standingClock();
  await caseWithCard(pool, now, {
    merchantName: "㈜나들이 커피",
    website: "https://nadeuri.example",
    contactEmail: "lee@nadeuri.example",
  });
  await caseWithCard(pool, now, {
    merchantName: "Bada Foods Co., Ltd.",
    website: null,
    contactEmail: "kim@bada.example",
  });
  const find = async (typed: string) => (await searchCases({ pool, now }, typed, "en")).map(({ merchant }) => merchant);
  expect(await find("들이")).toEqual(["㈜나들이 커피"]);
  expect(await find("나들이커피")).toEqual(["㈜나들이 커피"]);
  expect(await find("(주)나들이")).toEqual(["㈜나들이 커피"]);
  expect(await find("lee@nadeuri")).toEqual(["㈜나들이 커피"]);
  expect(await find("ｂａｄａ")).toEqual(["Bada Foods Co., Ltd."]);
  expect(await find("foods co")).toEqual(["Bada Foods Co., Ltd."]);
  expect(await find("100%")).toEqual([]);
  expect(await find("--")).toEqual([]);
  expect(await find("나")).toEqual([]);
});

test("a case is found by how its number begins, said over the phone, and by its payment ID", async ({ pool }) => {
  const { now } = standingClock();
  const one = await caseWithCard(pool, now);
  await caseWithCard(pool, now, { merchantName: "Another" });
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  await one.approved();
  await one.tested();
  const view = await one.view();
  const channel = view.channels[0]!;
  await one.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, channel.id);
  await one.send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID_Nadeuri-VN-01" }, channel.id);

  const find = async (typed: string) =>
    (await searchCases({ pool, now }, typed, "en")).map(({ publicId, match }) => [publicId, match?.label ?? null]);
  expect(await find(view.publicId)).toEqual([[view.publicId, null]]);
  expect(await find(view.publicId.slice(3, 8).toLowerCase())).toEqual([[view.publicId, null]]);
  expect(await find(channel.publicId)).toEqual([[view.publicId, "MID_Nadeuri-VN-01 · ZaloPay · Vietnam · VND"]]);
  expect(await find("mid_nadeuri")).toEqual([[view.publicId, "MID_Nadeuri-VN-01 · ZaloPay · Vietnam · VND"]]);
  expect(await find("nadeuri-vn")).toEqual([]);
});

test("public ids are understood as people say them", () => {
  expect(publicIdStarts("gw7k3m")).toContain("GW-7K3M");
  expect(publicIdStarts("7K3M-Q")).toEqual(["GW-7K3MQ", "CH-7K3MQ"]);
  expect(publicIdStarts("ab")).toEqual([]);
});

test("among ten thousand merchants the index finds one", async ({ pool }) => {
  const { now } = standingClock();
  await crowd(pool, 10_000);
  await caseWithCard(pool, now, { merchantName: "하늘바다 여행사" });
  const found = await searchCases({ pool, now }, "바다 여행", "ko");
  expect(found.map(({ merchant }) => merchant)).toEqual(["하늘바다 여행사"]);
  const { rows } = await pool.query(`explain (analyze, buffers, format json) ${SEARCH}`, ["바다 여행", [], 50]);
  const { Plan } = rows[0]["QUERY PLAN"][0];
  expect(JSON.stringify(Plan).includes("case_card_pairs_idx")).toBe(true);
  expect(Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"]).toBeLessThan(200);
});

test("all open cases are listed by their newest change, page by page", async ({ pool }) => {
  const { now } = standingClock();
  await loadCatalogue({ pool, now });
  await crowd(pool, 90);
  const first = await listAllCases({ pool, now }, "active", {}, "en");
  const second = await listAllCases({ pool, now }, "active", { after: first.after }, "en");
  const third = await listAllCases({ pool, now }, "active", { after: second.after }, "en");
  const all = [first, second, third].flatMap(({ found }) => found);
  expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(90);
  expect(all.map(({ changedAt }) => changedAt)).toEqual(
    all
      .map(({ changedAt }) => changedAt)
      .sort()
      .reverse(),
  );
  expect((await listAllCases({ pool, now }, "active", { before: second.before }, "en")).found).toEqual(first.found);
  expect((await listAllCases({ pool, now }, "done", {}, "en")).found).toEqual([]);
});
