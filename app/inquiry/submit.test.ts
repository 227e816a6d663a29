import { expect } from "vitest";
import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { dispatch, readCase } from "#app/engine/index.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { countriesOf, fieldsFrom, judgeInquiry, sectionValues, wholeSections } from "./answers.server.ts";
import { type Answers, beginDraft, saveSection } from "./draft.server.ts";
import { forgetOld } from "./forget.server.ts";
import { readInquiry } from "./read.server.ts";
import { submitInquiry, tellCases } from "./submit.server.ts";
import { wholeAnswers as answers } from "./testing/answers.ts";

const now = () => new Date("2026-11-23T03:00:00Z");
const config = testConfig();
const log = { info() {} } as never;

const example = { VN: ["zalopay"], ID: ["linkaja", "dana"] };

async function drafted(pool: Parameters<typeof signedIn>[0]["pool"], held: Answers) {
  const { draft } = await beginDraft({ pool, now, config }, null);
  for (const [section, fields] of Object.entries(held)) {
    await saveSection(
      { pool, now },
      { draftId: draft.id, section: section as keyof Answers, fields: fields!, base: 0 },
    );
  }
  return draft.id;
}

test("the example of the trade becomes one case with its advisor's clock running", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const draftId = await drafted(pool, answers(example));
  const sent = await submitInquiry({ pool, now, log }, { draftId, viewer });
  expect(sent).toMatchObject({ ok: true, caseIds: [expect.any(String)] });
  const caseId = sent.ok ? sent.caseIds[0]! : "";

  const view = await readCase({ pool }, caseId);
  expect(view?.phase).toBe("advising");
  expect(view?.promises.map((promise) => promise.delay)).toContain("replyDue");
  const inquiry = await readInquiry(pool, caseId);
  expect(inquiry?.wants).toEqual([
    { country: "VN", brand: "zalopay" },
    { country: "ID", brand: "linkaja" },
    { country: "ID", brand: "dana" },
  ]);
  expect(inquiry?.decided).toMatchObject({ track: "crossBorder", editions: { catalogue: 1 } });
  const { rows } = await pool.query("select merchant_name, countries, volume_band from case_card");
  expect(rows).toEqual([{ merchant_name: "Acme", countries: ["VN", "ID"], volume_band: "100k" }]);
  const members = await pool.query("select role from case_member where case_id = $1 and user_id = $2", [
    caseId,
    viewer.userId,
  ]);
  expect(members.rows).toEqual([{ role: "owner" }]);
});

test("wishes for both tracks become two cases that know of each other", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const draftId = await drafted(pool, answers({ ...example, WORLD: ["card"] }));
  const sent = await submitInquiry({ pool, now, log }, { draftId, viewer });
  if (!sent.ok) throw new Error("refused");
  const [first, second] = await Promise.all(sent.caseIds.map((id) => readInquiry(pool, id)));
  expect([first?.decided.track, second?.decided.track]).toEqual(["crossBorder", "generalOverseas"]);
  expect(second?.wants).toEqual([{ country: "WORLD", brand: "card" }]);
  expect(first?.sisters).toEqual([second?.caseId]);
});

test("sent twice, also side by side, it is one inquiry", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const draftId = await drafted(pool, answers(example));
  const parts = { pool, now, log };
  const all = await Promise.all([1, 2, 3].map(() => submitInquiry(parts, { draftId, viewer })));
  await tellCases(parts, draftId);
  expect(new Set(all.map((sent) => sent.ok && sent.caseIds.join())).size).toBe(1);
  const { rows } = await pool.query(
    "select count(*)::int as entries from log_entry where event->>'type' = 'SUBMIT_INQUIRY'",
  );
  expect(rows[0].entries).toBe(1);
  expect(await saveSection(parts, { draftId, section: "sales", fields: { band: "1m" }, base: 99 })).toBeNull();
});

test("a crash between rows and law is finished by the job that was filed with them", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const draftId = await drafted(pool, answers(example));
  // The dispatch never happens: the pool breaks after the first transaction.
  let transactions = 0;
  const breaking = new Proxy(pool, {
    get: (target, name) => {
      if (name === "connect" && transactions++ > 0) return () => Promise.reject(new Error("power cut"));
      const held = Reflect.get(target, name);
      return typeof held === "function" ? held.bind(target) : held;
    },
  });
  await expect(submitInquiry({ pool: breaking, now, log }, { draftId, viewer })).rejects.toThrow("power cut");
  const { rows } = await pool.query("select phase from subject");
  expect(rows).toEqual([{ phase: "inquiry" }]);
  const jobs = await pool.query("select key from graphile_worker.jobs where task_identifier = 'tellInquiry'");
  expect(jobs.rows).toEqual([{ key: `inquiry/${draftId}` }]);
  await tellCases({ pool, now, log }, draftId);
  expect((await pool.query("select phase from subject")).rows).toEqual([{ phase: "advising" }]);
});

test("what is missing, contradictory or not sold is said with its section, and nothing is opened", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const held = answers({ VN: ["zalopay"], JP: [], XX: ["card"] });
  held.sales = { ...held.sales, mode: "recurring" };
  held.business = { ...held.business, platform: "shopify" };
  const draftId = await drafted(pool, held);
  const sent = await submitInquiry({ pool, now, log }, { draftId, viewer });
  expect(sent).toEqual({
    ok: false,
    problems: [
      { section: "ways", field: "wishes.1.brands", key: "brands.missing" },
      { section: "sales", field: "mode", key: "mode.notOnShopify" },
    ],
  });
  const fixed = answers({ VN: ["zalopay", "konbini"], XX: ["card"] });
  expect(judgeInquiry(fixed, shippedAdviceBook())).toEqual({
    ok: false,
    problems: [
      { section: "ways", field: "wishes.0.brands", key: "brands.notSold" },
      { section: "where", field: "countries", key: "country.notSold" },
    ],
  });
  const contradicting = { ...held, ...answers(example), sales: held.sales, business: held.business };
  expect(judgeInquiry(contradicting, shippedAdviceBook())).toEqual({
    ok: false,
    problems: [{ section: "sales", field: "mode", key: "mode.notOnShopify" }],
  });
  expect((await pool.query("select from subject")).rowCount).toBe(0);
});

test("a country taken away keeps what was chosen for it, in case it comes back", () => {
  const held = answers(example);
  held.where = { countries: ["ID"] };
  expect(countriesOf(held)).toEqual(["ID"]);
  expect(sectionValues(held, "ways")).toEqual({
    wishes: [{ country: "ID", brands: ["linkaja", "dana"], suggest: "" }],
  });
  held.where = { countries: ["ID", "VN"] };
  expect(sectionValues(held, "ways")).toMatchObject({ wishes: [{}, { country: "VN", brands: ["zalopay"] }] });
});

test("a form that was sent empties what it no longer ticks; an autosave touches only what it names", () => {
  const form = new FormData();
  form.set("band", "100k");
  form.set("_key", "x");
  form.set("stranger", "x");
  expect(fieldsFrom("sales", form, ["band", "trades", "stranger"])).toEqual({ band: "100k", trades: "" });
  expect(fieldsFrom("sales", form, null)).toMatchObject({ band: "100k", trades: "", selling: "" });
  const ways = new FormData();
  ways.set("wishes.0.country", "VN");
  ways.set("wishes.1.country", "__proto__");
  expect(fieldsFrom("ways", ways, null)).toEqual({ VN: { brands: [], suggest: "" } });
});

test("single choices count for advice as soon as they are made", () => {
  const whole = wholeSections({
    where: { countries: ["VN"] },
    sales: { band: "100k", mode: "nonsense" },
    business: { home: "KR" },
  });
  expect(whole.sales).toEqual({ band: "100k" });
  expect(whole.business).toEqual({ home: "KR" });
});

test("whoever came to nothing is forgotten after ninety days, what was asked is not; whoever goes on stays", async ({
  pool,
}) => {
  await loadCatalogue({ pool, now });
  const { viewer } = await signedIn({ pool, now, config });
  const send = async () => {
    const sent = await submitInquiry({ pool, now, log }, { draftId: await drafted(pool, answers(example)), viewer });
    return sent.ok ? sent.caseIds[0]! : "";
  };
  const [gone, running] = [await send(), await send()];
  const actor = { id: viewer.userId, roles: ["merchant" as const], via: "session" as const, caseIds: [gone] };
  await dispatch(
    { pool, now },
    { subject: gone, actor, event: { type: "WITHDRAW", reason: "later" }, idempotencyKey: null },
  );
  const after = (days: number) => ({ pool, now: () => new Date(now().getTime() + days * 86_400_000) });
  expect(await forgetOld(after(80))).toEqual({ drafts: 0, contacts: 0 });
  expect(await forgetOld(after(91))).toEqual({ drafts: 0, contacts: 1 });
  expect(await forgetOld(after(92))).toEqual({ drafts: 0, contacts: 0 });
  expect((await readInquiry(pool, gone))?.answers.contact.name).toBe("—");
  expect((await readInquiry(pool, gone))?.wants).toHaveLength(3);
  expect((await readInquiry(pool, running))?.answers.contact.name).toBe("Lee");
  const left = await pool.query(
    "select answers::text from inquiry_draft union all select contact_email from case_card",
  );
  expect(left.rows.filter(({ answers: text }) => text.includes("lee@acme.example"))).toHaveLength(2);
});
