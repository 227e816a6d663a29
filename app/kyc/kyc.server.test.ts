import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { people as staff } from "#tests/walk.ts";
import { plainProfile } from "#workflows/kyc/profile.ts";
import { Business } from "./business.schema.ts";
import { readChecklist } from "./checklist.server.ts";
import { removeFile, saveDates } from "./edit-paper.server.ts";
import { fileResponse } from "./files.server.ts";
import { People } from "./people.schema.ts";
import { latestRevisions, unseal } from "./revisions.server.ts";
import { sampleJpeg, samplePdf, samplePng } from "./sample-files.ts";
import { saveAccount } from "./save-account.server.ts";
import { saveBusiness } from "./save-business.server.ts";
import { savePeople } from "./save-people.server.ts";
import { type KycCase, kycCase } from "./testing/kyc-case.ts";
import { takeUpload } from "./uploads.server.ts";

const business = Business.parse({
  legalName: "한빛상사 주식회사",
  legalNameEn: "Hanbit Trading Co., Ltd.",
  country: "KR",
  numbers: [
    { kind: "kr.businessNumber", value: "1248100998" },
    { kind: "kr.corporateNumber", value: "110111-0000011" },
    { kind: "kr.mailOrderNumber", value: "" },
  ],
  incorporatedOn: "2019-03-02",
  registeredAddress: "서울특별시 강남구 테헤란로 1",
  phone: "02-123-4567",
  website: "https://shop.example",
  whatIsSold: "화장품",
  goods: "physical",
  deliveryDays: "7",
  monthlySalesUsd: "100000",
});

const person = (name: string, more: object = {}) => ({
  name,
  nameLatin: "Kim Hana",
  bornOn: "1980-05-05",
  nationality: "KR",
  residence: "KR",
  offices: [],
  idType: "residentCard",
  sharesOf: "merchant",
  ...more,
});
const people = (more: object = {}) =>
  People.parse({
    people: [person("김하나", { offices: ["representative"], share: "60" }), person("이두리", { share: "40" })],
    companies: [],
    restIsSmall: false,
    actsForAnother: false,
    ...more,
  });

async function upload(of: KycCase, item: string, bytes: Buffer, name = "a.pdf", key: string = newId()) {
  const form = new FormData();
  form.set("item", item);
  form.set("_key", key);
  form.set("file", new File([new Uint8Array(bytes)], name));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  return takeUpload(of.parts, request, { view: await of.view(), actor: of.merchant });
}
const line = async (of: KycCase, id: string) =>
  (await readChecklist(of.parts, await of.view()))!.lines.find((one) => one.id === id)!;

test("business data is handed in with its row, known to lists by the same, and doubts are kept beside it", async ({
  pool,
}) => {
  await using of = await kycCase(pool);
  expect(await saveBusiness(of.parts, await of.handing(), business)).toEqual({ errors: null, refused: null });
  const { business: saved } = await latestRevisions(of.parts, of.caseId);
  expect(saved?.body.data.numbers).toEqual([
    { kind: "kr.businessNumber", value: "124-81-00998" },
    { kind: "kr.corporateNumber", value: "110111-0000011" },
  ]);
  expect(saved?.body.doubts).toEqual([{ field: "kr.corporateNumber", why: "number.checksum" }]);
  expect((await of.view()).context.items["data:business"]).toMatchObject({ state: "given", ref: saved?.id });
  const { rows } = await pool.query("select merchant_name, website from case_card where case_id = $1", [of.caseId]);
  expect(rows).toEqual([{ merchant_name: "한빛상사 주식회사", website: "https://shop.example" }]);
});

test("what only the clock can tell is told at the field, and nothing is saved", async ({ pool }) => {
  await using of = await kycCase(pool);
  const answer = await saveBusiness(of.parts, await of.handing(), { ...business, incorporatedOn: "2027-01-01" });
  expect(answer.errors).toEqual({ incorporatedOn: "business.incorporatedOn.future" });
  expect((await latestRevisions(of.parts, of.caseId)).business).toBeNull();
});

test("people keep their ids, birth dates are sealed, and owners are found among them", async ({ pool }) => {
  await using of = await kycCase(pool);
  expect(await savePeople(of.parts, await of.handing(), people())).toEqual({ errors: null, refused: null });
  const first = (await latestRevisions(of.parts, of.caseId)).people!;
  const ids = first.body.people.map(({ id }) => id);
  expect(first.body.ownership).toMatchObject({ step: 1, principal: ids[0] });
  expect(JSON.stringify(first.body)).not.toContain("1980-05-05");
  expect(unseal(of.parts, first)).toEqual({ bornOn: { [ids[0]!]: "1980-05-05", [ids[1]!]: "1980-05-05" } });
  expect((await of.view()).context.profile?.people).toEqual([
    { id: ids[0], roles: ["representative", "owner"] },
    { id: ids[1], roles: ["owner"] },
  ]);
  expect((await line(of, `doc:representativeId#${ids[0]}`)).person).toBe("김하나");

  of.later(1_000);
  const again = people({
    people: [{ ...first.body.people[1], bornOn: "1981-01-01", offices: ["representative"], share: 40 }],
  });
  await savePeople(of.parts, await of.handing(), again);
  expect((await of.view()).context.profile?.people).toEqual([{ id: ids[1], roles: ["representative", "owner"] }]);
});

test("a form sent twice makes nobody twice", async ({ pool }) => {
  await using of = await kycCase(pool);
  const key = newId();
  await savePeople(of.parts, await of.handing(key), people());
  await savePeople(of.parts, await of.handing(key), people());
  const { rows } = await pool.query("select count(*) from kyc_revision where case_id = $1", [of.caseId]);
  expect(rows[0].count).toBe("1");
  const saved = (await latestRevisions(of.parts, of.caseId)).people!;
  expect((await of.view()).context.profile?.people.map(({ id }) => id)).toEqual(saved.body.people.map(({ id }) => id));
});

test("a hidden owner is a doubt for the reviewer, not a wall for the merchant", async ({ pool }) => {
  await using of = await kycCase(pool, plainProfile("krCorporation", { ownership: "layered" }));
  const holding = { name: "Holding Pte. Ltd.", country: "SG", isExempt: false, share: "100", sharesOf: "merchant" };
  await savePeople(
    of.parts,
    await of.handing(),
    people({ people: [person("김하나", { offices: ["representative"] })], companies: [holding] }),
  );
  const { body } = (await latestRevisions(of.parts, of.caseId)).people!;
  expect(body.doubts).toEqual([{ field: body.companies[0]!.id, why: "owners.holdersUnknown" }]);
});

test.each([
  [{ people: [person("a")] }, "people.noRepresentative"],
  [
    { people: [person("a", { offices: ["representative"], share: "60" }), person("b", { share: "50" })] },
    "people.moreThanAll",
  ],
  [{ people: [person("a", { offices: ["representative"], share: "10", sharesOf: "3" })] }, "people.sharesOf.unknown"],
  [{ people: [] }, "people.nobody"],
])("contradicting people are told at the field: %j", (given, message) => {
  const read = People.safeParse({ companies: [], restIsSmall: true, actsForAnother: false, ...given });
  expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
});

test("an account number is sealed, three characters of it are shown, and a foreign holder is a doubt", async ({
  pool,
}) => {
  await using of = await kycCase(pool);
  await saveBusiness(of.parts, await of.handing(), business);
  const account = {
    holder: "(주)한빛상사",
    bank: "신한은행",
    country: "KR",
    currency: "KRW",
    number: "110-123-456789",
  };
  expect(await saveAccount(of.parts, await of.handing(), account)).toEqual({ refused: null });
  const saved = (await latestRevisions(of.parts, of.caseId)).account!;
  expect(saved.body).toMatchObject({ tail: "789", doubts: [] });
  expect(JSON.stringify(saved.body)).not.toContain("456789");
  expect(unseal(of.parts, saved)).toEqual({ number: "110-123-456789" });
  of.later(1_000);
  await saveAccount(of.parts, await of.handing(), { ...account, holder: "김하나" });
  expect((await latestRevisions(of.parts, of.caseId)).account?.body.doubts).toEqual([
    { field: "holder", why: "account.holder.notCompany" },
  ]);
});

test("an uploaded paper is handed in, seen with its facts, and answered only inside its own case", async ({ pool }) => {
  await using of = await kycCase(pool);
  expect(await upload(of, "doc:bankbookCopy", samplePdf("bank", 2), "통장.pdf")).toEqual({
    ok: true,
    item: "doc:bankbookCopy",
  });
  const seen = await line(of, "doc:bankbookCopy");
  expect(seen).toMatchObject({ state: "given", files: [{ name: "통장.pdf", pages: 2, type: "application/pdf" }] });

  const answer = (await fileResponse(of.parts, of.caseId, seen.files[0]!.id, "download"))!;
  expect(Buffer.from(await answer.arrayBuffer()).equals(samplePdf("bank", 2))).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": `attachment; filename="__.pdf"; filename*=UTF-8''%ED%86%B5%EC%9E%A5.pdf`,
  });
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect(await fileResponse(of.parts, newId(), seen.files[0]!.id, "download")).toBeNull();
  expect(await fileResponse(of.parts, of.caseId, "../secret", "download")).toBeNull();
});

test("a paper that nobody insists on is taken too, as its line on the page promises", async ({ pool }) => {
  await using of = await kycCase(pool);
  expect((await line(of, "doc:articles")).duty).toBe("onRequest");
  expect(await upload(of, "doc:articles", samplePdf("articles"))).toEqual({ ok: true, item: "doc:articles" });
  expect((await line(of, "doc:articles")).state).toBe("given");
});

test("a paper with an age waits for its date of issue, and for one that is young enough", async ({ pool }) => {
  await using of = await kycCase(pool);
  const item = "doc:registerExtract";
  await upload(of, item, samplePdf("register"));
  expect(await line(of, item)).toMatchObject({
    state: "draft",
    age: { state: "dateMissing" },
    oldestIssueOn: "2026-08-24",
  });
  expect(await saveDates(of.parts, await of.handing(), { item, issuedOn: "2026-08-23", validUntilOn: null })).toEqual({
    refused: null,
    problem: "paper.stale",
  });
  expect((await line(of, item)).state).toBe("draft");
  expect(
    await saveDates(of.parts, await of.handing(), { item, issuedOn: "2026-11-25", validUntilOn: null }),
  ).toMatchObject({ problem: "paper.future" });
  await saveDates(of.parts, await of.handing(), { item, issuedOn: "2026-08-24", validUntilOn: null });
  expect(await line(of, item)).toMatchObject({ state: "given", age: { state: "warn", lastGoodOn: "2026-11-24" } });
  // The review takes a day too long, and the same paper has become too old.
  of.later(86_400_000);
  expect((await line(of, item)).age?.state).toBe("stale");
  // A worse date takes it back.
  await saveDates(of.parts, await of.handing(), { item, issuedOn: "2026-08-01", validUntilOn: null });
  expect((await line(of, item)).state).toBe("draft");
});

test("several files make one paper; without the last one it is taken back", async ({ pool }) => {
  await using of = await kycCase(pool);
  const item = "doc:businessRegistration";
  await upload(of, item, samplePng(40, 40), "front.png");
  const first = (await line(of, item)).ref;
  await upload(of, item, sampleJpeg(40, 40), "back.jpg");
  const both = await line(of, item);
  expect(both.files.map(({ name }) => name)).toEqual(["front.png", "back.jpg"]);
  expect(both.ref).not.toBe(first);
  for (const { id } of both.files)
    expect(await removeFile(of.parts, await of.handing(), id)).toEqual({ refused: null, problem: null });
  expect(await line(of, item)).toMatchObject({ state: "missing", files: [] });
  // Pressed once more: it is gone already.
  expect(await removeFile(of.parts, await of.handing(), both.files[0]!.id)).toEqual({ refused: null, problem: null });
});

test("the same upload twice is one, the same file in another form is a slip, and nothing is left of either", async ({
  pool,
}) => {
  await using of = await kycCase(pool);
  const key = newId();
  expect(await upload(of, "doc:bankbookCopy", samplePdf("bank"), "a.pdf", key)).toMatchObject({ ok: true });
  expect(await upload(of, "doc:bankbookCopy", samplePdf("bank"), "a.pdf", key)).toMatchObject({ ok: true });
  expect(await upload(of, "doc:bankbookCopy", samplePdf("bank"), "a.pdf")).toMatchObject({
    ok: false,
    problem: "file.twice",
  });
  expect((await line(of, "doc:bankbookCopy")).files).toHaveLength(1);
  expect(await of.files()).toBe(1);
});

test("what is not asked, not now, accepted already or hostile is refused, and leaves no file", async ({ pool }) => {
  await using of = await kycCase(pool);
  for (const item of ["doc:travelRegistration", "data:business", "site:mailOrderNumber", ""]) {
    expect(await upload(of, item, samplePdf())).toEqual({ ok: false, problem: "paper.notAsked", item });
  }
  expect(await upload(of, "doc:bankbookCopy", Buffer.from("MZ program"))).toMatchObject({ problem: "file.kind" });
  await upload(of, "doc:bankbookCopy", samplePdf("one"));
  const { ref } = await line(of, "doc:bankbookCopy");
  await of.send(staff.reviewer, { type: "ACCEPT_ITEM", item: "doc:bankbookCopy", ref: ref! });
  expect(await upload(of, "doc:bankbookCopy", samplePdf("two"))).toMatchObject({ problem: "paper.accepted" });
  await of.send(of.merchant, { type: "WITHDRAW", reason: "no more" });
  expect(await upload(of, "doc:shareholderRegister", samplePdf("two"))).toMatchObject({ problem: "paper.notNow" });
  expect(await of.files()).toBe(1);
});

test("after a refusal the paper begins anew", async ({ pool }) => {
  await using of = await kycCase(pool);
  const item = "doc:registerExtract";
  await upload(of, item, samplePdf("old"));
  await saveDates(of.parts, await of.handing(), { item, issuedOn: "2026-11-01", validUntilOn: null });
  const { ref } = await line(of, item);
  await of.send(staff.reviewer, { type: "REFUSE_ITEM", item, ref: ref!, reason: "The last page is missing." });
  expect(await line(of, item)).toMatchObject({ state: "refused", reason: "The last page is missing." });
  await upload(of, item, samplePdf("new", 2));
  const anew = await line(of, item);
  expect(anew.files).toHaveLength(1);
  // The new paper has no date yet, so the item is taken back rather than left refused.
  expect(anew).toMatchObject({ state: "draft", issuedOn: null });
});

test("a case holds so many files and no more", async ({ pool }) => {
  await using of = await kycCase(pool);
  await pool.query(
    `insert into kyc_file (id, case_id, item, name, type, bytes, sha256, pages, object_name, upload_key, uploaded_by, uploaded_at, removed_at)
     select gen_random_uuid(), $1, 'doc:x', 'x', 'image/png', 1, n::text, 1, n::text, n::text, 'x', now(), now() from generate_series(1, 200) n`,
    [of.caseId],
  );
  expect(await upload(of, "doc:bankbookCopy", samplePdf())).toMatchObject({ problem: "file.tooMany" });
});

test("a paper that the log speaks of cannot be rewritten", async ({ pool }) => {
  await using of = await kycCase(pool);
  await upload(of, "doc:bankbookCopy", samplePdf());
  await expect(pool.query("update kyc_paper set file_ids = '{}'")).rejects.toThrow("append-only");
  await saveBusiness(of.parts, await of.handing(), business);
  await expect(pool.query("update kyc_revision set body = '{}'")).rejects.toThrow("append-only");
});

test("whoever uploads without end is asked to wait, and may go on afterwards", async ({ pool }) => {
  await using of = await kycCase(pool);
  const spam = () => upload(of, "doc:businessRegistration", Buffer.from("no paper at all"));
  for (let count = 0; count < 60; count++) expect(await spam()).toMatchObject({ problem: "file.kind" });
  expect(await spam()).toEqual({ ok: false, problem: "file.tooFast:5", item: "doc:businessRegistration" });
  of.later(5_000);
  expect(await spam()).toMatchObject({ problem: "file.kind" });
});
