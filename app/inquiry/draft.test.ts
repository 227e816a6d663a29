import { expect } from "vitest";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { beginDraft, findDraft, leaveDraft, saveSection } from "./draft.server.ts";
import { forgetOld } from "./forget.server.ts";

const at = new Date("2026-11-23T03:00:00Z");
const now = () => at;
const config = testConfig();
const from = (cookie: string) =>
  new Request("http://localhost/inquiry", { headers: { Cookie: cookie.split(";")[0]! } });

test("a draft is found by the browser that writes it, and by no other", async ({ pool }) => {
  const parts = { pool, now, config };
  const { draft, cookie } = await beginDraft(parts, null);
  expect((await findDraft(parts, from(cookie), null))?.id).toBe(draft.id);
  const other = await beginDraft(parts, null);
  expect((await findDraft(parts, from(other.cookie), null))?.id).toBe(other.draft.id);
  expect(await findDraft(parts, new Request("http://localhost/inquiry"), null)).toBeNull();
  expect(await findDraft(parts, from("gangway-inquiry=guess"), null)).toBeNull();
});

test("whoever signs in finds the draft on another device, and nobody else's", async ({ pool }) => {
  const parts = { pool, now, config };
  const lee = await signedIn(parts);
  const kim = await signedIn(parts);
  const { draft, cookie } = await beginDraft(parts, null);
  await saveSection(parts, { draftId: draft.id, section: "where", fields: { countries: ["VN"] }, base: 0 });
  await findDraft(parts, from(cookie), lee.viewer.userId);
  const elsewhere = await findDraft(parts, new Request("http://localhost/inquiry"), lee.viewer.userId);
  expect(elsewhere).toMatchObject({ id: draft.id, answers: { where: { countries: ["VN"] } } });
  expect(await findDraft(parts, from(cookie), kim.viewer.userId)).toBeNull();
});

test("a session that runs out takes nothing away; signing out does, and the account keeps it", async ({ pool }) => {
  const parts = { pool, now, config };
  const lee = await signedIn(parts);
  const { draft, cookie } = await beginDraft(parts, lee.viewer.userId);
  const typed = { companyName: "Acme", home: "KR" };
  await saveSection(parts, { draftId: draft.id, section: "business", fields: typed, base: 0 });
  // The browser types on without a session: the same draft, every field.
  const found = await findDraft(parts, from(cookie), null);
  expect(found).toMatchObject({ id: draft.id, answers: { business: typed } });
  await saveSection(parts, { draftId: found!.id, section: "business", fields: { platform: "own" }, base: 1 });
  const again = await findDraft(parts, from(cookie), lee.viewer.userId);
  expect(again?.answers.business).toEqual({ ...typed, platform: "own" });

  const other = await beginDraft(parts, null);
  expect(await leaveDraft(parts, from(other.cookie), lee.viewer.userId)).toContain("Max-Age=0");
  const { rows } = await pool.query("select user_id from inquiry_draft where id = $1", [other.draft.id]);
  expect(rows).toEqual([{ user_id: lee.viewer.userId }]);
});

test("what somebody else changes meanwhile is told with the next save, and is not written over by the page's old answer", async ({
  pool,
}) => {
  const { draft } = await beginDraft({ pool, now, config }, null);
  const save = (fields: Record<string, string>, base: number) =>
    saveSection({ pool, now }, { draftId: draft.id, section: "business", fields, base });
  await save({ companyName: "Acme", home: "KR" }, 0);
  await save({ companyName: "Acme Korea" }, 1);
  const mine = await save({ platform: "own" }, 1);
  expect(mine).toMatchObject({ conflicts: [], others: [{ field: "companyName", theirs: "Acme Korea" }] });
});

test("two people at once keep each other's answers, and are told where they differ", async ({ pool }) => {
  const { draft } = await beginDraft({ pool, now, config }, null);
  const save = (fields: Record<string, string>, base: number) =>
    saveSection({ pool, now }, { draftId: draft.id, section: "business", fields, base });
  const first = await save({ companyName: "Acme", home: "KR" }, 0);
  expect(first).toMatchObject({ version: 1, conflicts: [] });
  // Both work from version 1.
  await save({ companyName: "Acme Korea" }, 1);
  const second = await save({ companyName: "Acme Ltd", platform: "own" }, 1);
  expect(second?.conflicts).toEqual([{ field: "companyName", theirs: "Acme Korea" }]);
  expect(second?.answers.business).toEqual({ companyName: "Acme Korea", home: "KR", platform: "own" });
  // Having seen it, one may insist.
  const third = await save({ companyName: "Acme Ltd" }, second!.version);
  expect(third).toMatchObject({ conflicts: [], answers: { business: { companyName: "Acme Ltd" } } });
});

test("saving the same again changes nothing, and a page left open does not wipe what is not its own", async ({
  pool,
}) => {
  const { draft } = await beginDraft({ pool, now, config }, null);
  const parts = { pool, now };
  const saved = await saveSection(parts, {
    draftId: draft.id,
    section: "where",
    fields: { countries: ["VN", "ID"] },
    base: 0,
  });
  const again = await saveSection(parts, {
    draftId: draft.id,
    section: "where",
    fields: { countries: ["VN", "ID"] },
    base: 0,
  });
  expect(again?.version).toBe(saved?.version);
  expect(again?.conflicts).toEqual([]);
  const more = await saveSection(parts, { draftId: draft.id, section: "sales", fields: { band: "100k" }, base: 0 });
  expect(more?.answers).toEqual({ where: { countries: ["VN", "ID"] }, sales: { band: "100k" } });
});

test("many saves side by side lose nothing", async ({ pool }) => {
  const { draft } = await beginDraft({ pool, now, config }, null);
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      saveSection(
        { pool, now },
        { draftId: draft.id, section: "sales", fields: { [`field${n}`]: String(n) }, base: 0 },
      ),
    ),
  );
  const { rows } = await pool.query("select answers, version from inquiry_draft");
  expect(Object.keys(rows[0].answers.sales)).toHaveLength(20);
  expect(rows[0].version).toBe(20);
});

test("a draft is forgotten after ninety quiet days, a huge one is not kept at all", async ({ pool }) => {
  const { draft } = await beginDraft({ pool, now, config }, null);
  const huge = { selling: "x".repeat(50_000) };
  await expect(
    saveSection({ pool, now }, { draftId: draft.id, section: "sales", fields: huge, base: 0 }),
  ).rejects.toThrow(RangeError);
  const after = (days: number) => ({ pool, now: () => new Date(at.getTime() + days * 86_400_000) });
  expect(await forgetOld(after(89))).toEqual({ drafts: 0, contacts: 0 });
  expect(await forgetOld(after(91))).toEqual({ drafts: 1, contacts: 0 });
  const { rows } = await pool.query(
    "select key from graphile_worker.jobs where task_identifier = 'forgetOldInquiries'",
  );
  expect(rows).toEqual([{ key: "inquiry/forget" }]);
});
