import fc from "fast-check";
import type { Pool } from "pg";
import { expect } from "vitest";
import type { Platform } from "#app/platform/platform.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { volumeBandIds } from "#workflows/proposal/volume-bands.ts";
import { loadCheck } from "./check.server.ts";
import { type Answers, beginDraftWith } from "./draft.server.ts";
import { deliveries, goodsKinds, saleModes, settlementCurrencies } from "./inquiry.schema.ts";
import { autosave, loadDraft } from "./section.server.ts";

const now = () => new Date("2026-11-23T01:00:00Z");

/** What no form of ours sends, and anybody can: a draft keeps it as it came. */
const odd = fc.constantFrom(
  "",
  "x",
  "KOREA",
  "kr",
  "constructor",
  "__proto__",
  "toString",
  "0",
  "💥",
  "a".repeat(600),
  ["KR", "x"],
);
const orOdd = (...right: readonly (string | readonly string[])[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...right), weight: 4 }, { arbitrary: odd, weight: 1 });

const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    {
      countries: fc.array(orOdd("VN", "ID", "JP", "KR", "TH", "GB", "IN", "WORLD"), { maxLength: 4 }),
      brands: fc.array(orOdd("zalopay", "card", "dana", "paypal", "all-methods"), { maxLength: 3 }),
      suggest: fc.constantFrom("", "on"),
      sales: fc.record(
        {
          band: orOdd(...volumeBandIds),
          ticket: orOdd("39,000", "1.5", "999,999,999"),
          ticketCurrency: orOdd("KRW", "USD", "JPY"),
          mode: orOdd(...saleModes),
          goods: orOdd(...goodsKinds),
          selling: orOdd("화장품과 술", "tea"),
          trades: orOdd(["alcohol"], ["alcohol", "tobacco"]),
          delivery: orOdd(...deliveries),
          settlement: orOdd(...settlementCurrencies),
        },
        { requiredKeys: [] },
      ),
      business: fc.record(
        {
          applicantType: orOdd("krCorporation", "krSoleProprietor", "foreignCorporation", "nonProfit"),
          home: orOdd("KR", "JP", "US"),
          companyName: orOdd("Acme"),
          businessNumber: orOdd("123-81-67899"),
          serviceUrl: orOdd("acme.example", "https://acme.example"),
          platform: orOdd("own", "shopify"),
          contractor: orOdd("self", "agency"),
        },
        { requiredKeys: [] },
      ),
      contact: fc.record(
        { name: orOdd("Lee"), phone: orOdd("02-123-4567"), email: orOdd("lee@acme.example"), consent: orOdd("on") },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: [] },
  )
  .map(({ countries = [], brands = [], suggest = "", sales, business, contact }) => ({
    where: { countries: countries.flat() as string[] },
    ways: Object.fromEntries(countries.flat().map((country) => [country, { brands: brands.flat(), suggest }])),
    ...(sales ? { sales: sales as Answers["sales"] } : {}),
    ...(business ? { business: business as Answers["business"] } : {}),
    ...(contact ? { contact: contact as Answers["contact"] } : {}),
  }));

const platformOn = (pool: Pool) =>
  ({ pool, config: testConfig(), now, log: { info() {}, warn() {}, error() {} } }) as unknown as Platform;

function asking(platform: Platform, lang: "ko" | "en", cookie: string) {
  const [pair = ""] = cookie.split(";");
  const request = new Request(new URL("/inquiry/check", platform.config.publicUrl), {
    headers: { Cookie: pair, "Accept-Language": lang },
  });
  return { request, params: {}, context: { platform, nonce: "", requestId: "test", ip: "127.0.0.1" } };
}

test("whatever stands in a draft, the last page shows it, says what is in the way, and the next keystroke is kept", async ({
  pool,
}) => {
  const platform = platformOn(pool);
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(anyAnswers, fc.constantFrom("ko" as const, "en" as const), async (prefill, lang) => {
      const { cookie } = await beginDraftWith(pool, platform, { userId: null, prefill });
      const page = await loadCheck(asking(platform, lang, cookie));
      for (const { rows } of page.groups) {
        for (const { label, value } of rows) expect([typeof label, typeof value]).toEqual(["string", "string"]);
      }
      // What goes to the browser is plain data.
      expect(JSON.parse(JSON.stringify(page))).toEqual(page);
      if (page.problems.length === 0) whole++;
      const { draft } = await loadDraft(asking(platform, lang, cookie));
      const form = new FormData();
      for (const [name, value] of [
        ["selling", "tea"],
        ["_touched", "selling"],
        ["_version", String(draft!.version)],
      ] as const)
        form.append(name, value);
      expect(await autosave(asking(platform, lang, cookie), "sales", form)).not.toBeNull();
    }),
    { numRuns: 400 },
  );
  expect(whole).toBeLessThan(400);
}, 120_000);
