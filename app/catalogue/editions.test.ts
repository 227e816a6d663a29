import { expect } from "vitest";
import { test } from "#tests/database.ts";
import {
  catalogueAt,
  catalogueBy,
  digestOf,
  draftEdition,
  loadCatalogue,
  type NotPublished,
  publishDraft,
} from "./editions.server.ts";
import { shippedRates } from "./price-list.server.ts";

const now = () => new Date("2026-11-23T03:00:00Z");
const dearer = () => {
  const rates = shippedRates();
  return { ...rates, perUsdMicros: { ...rates.perUsdMicros, KRW: 1_500_000_000 } };
};
const refusal = (work: Promise<unknown>) => work.then(() => null).catch((error: NotPublished) => error.problem);

test("what ships is published once, however often and by however many it is loaded", async ({ pool }) => {
  const made = await Promise.all([1, 2, 3, 4].map(() => loadCatalogue({ pool, now })));
  expect(made.reduce((sum, one) => sum + one)).toBe(5);
  const book = await catalogueAt({ pool }, now());
  expect(book.guide.catalogue.channels).toHaveLength(56);
  expect(book.editions).toEqual({ catalogue: 1, fees: 1, rates: 1, restrictions: 1, opening: 1 });
});

test("a new edition counts from its day, and what was decided by the old one can still be read", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const before = await catalogueAt({ pool }, now());
  const draftId = await draftEdition({ pool, now }, { kind: "rates", data: dearer(), note: "December", by: "kim" });
  const validFrom = new Date("2026-12-01T00:00:00Z");
  expect(await publishDraft({ pool, now }, { draftId, by: "lee", validFrom })).toBe(2);

  const krw = (book: typeof before) => book.prices.rates.perUsdMicros.KRW;
  expect(krw(await catalogueAt({ pool }, now()))).toBe(1_380_000_000);
  expect(krw(await catalogueAt({ pool }, validFrom))).toBe(1_500_000_000);
  expect(krw(await catalogueBy({ pool }, before.editions))).toBe(1_380_000_000);
  expect(await catalogueAt({ pool }, now())).toBe(before);
});

test("nobody publishes what they drafted, nothing is published twice or backwards", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  const parts = { pool, now };
  const draft = () => draftEdition(parts, { kind: "rates", data: dearer(), note: "", by: "kim" });
  const [first, second] = [await draft(), await draft()];
  const at = now();
  expect(await refusal(publishDraft(parts, { draftId: first, by: "kim", validFrom: at }))).toBe("ownDraft");
  expect(await refusal(publishDraft(parts, { draftId: first, by: "lee", validFrom: new Date("2026-01-02") }))).toBe(
    "inThePast",
  );
  await publishDraft(parts, { draftId: first, by: "lee", validFrom: at });
  expect(await refusal(publishDraft(parts, { draftId: second, by: "lee", validFrom: at }))).toBe("outdated");
  expect(await refusal(publishDraft(parts, { draftId: first, by: "lee", validFrom: at }))).toBe("notThere");
  expect(await refusal(draft())).toBe("sameAsBefore");
});

test("the database itself refuses to change what was published, or to let one person do both", async ({ pool }) => {
  await loadCatalogue({ pool, now });
  await expect(pool.query("update reference_version set note = 'x'")).rejects.toThrow(/append-only/);
  await expect(pool.query("delete from reference_version")).rejects.toThrow(/append-only/);
  await expect(
    pool.query(
      `insert into reference_version select gen_random_uuid(), kind, 2, data, sha256, valid_from, note, 'kim', 'kim', published_at from reference_version where kind = 'rates'`,
    ),
  ).rejects.toThrow(/two_people/);
});

test("the order of keys does not make another edition", () => {
  expect(digestOf({ a: 1, b: [{ c: 2, d: null }] })).toBe(digestOf({ b: [{ d: null, c: 2 }], a: 1 }));
  expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 2 }));
});

test("a database that nothing was published in begins with what ships", async ({ pool }) => {
  const books = await Promise.all([1, 2, 3].map(() => catalogueAt({ pool }, now())));
  expect(books.map((book) => book.editions.catalogue)).toEqual([1, 1, 1]);
  await expect(catalogueBy({ pool }, { ...books[0]!.editions, fees: 7 })).rejects.toThrow("not loaded");
});
