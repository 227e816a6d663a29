import { expect, test } from "vitest";
import { feesToCsv, ratesToCsv, withFeesFromCsv, withRatesFromCsv } from "#workflows/proposal/price-csv.ts";
import { shippedFees, shippedRates } from "./price-list.server.ts";

test("fees and exchange rates come back from their own files unchanged", () => {
  expect(withFeesFromCsv(shippedFees(), feesToCsv(shippedFees()))).toEqual({ ok: true, value: shippedFees() });
  expect(withRatesFromCsv(shippedRates(), ratesToCsv(shippedRates()))).toEqual({ ok: true, value: shippedRates() });
});

test("a changed rate is one change; a price beyond its limits is named with its line, column and word", () => {
  const csv = feesToCsv(shippedFees());
  const eximbay = csv.split("\r\n").findIndex((row) => row.startsWith("EXIMBAY_V2,card"));
  const changed = (to: string) =>
    csv
      .split("\r\n")
      .map((row, place) => (place === eximbay ? row.replace(",4.5,", `,${to},`) : row))
      .join("\n");
  const read = withFeesFromCsv(shippedFees(), changed("4.2"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const rates = read.value.channels.find(({ channel }) => channel === "EXIMBAY_V2")?.rates;
  expect(rates?.[0]).toMatchObject({ brands: ["card"], ratePpm: 42_000 });
  for (const wrong of ["450", "4,5", "-1", "free"]) {
    const refused = withFeesFromCsv(shippedFees(), changed(wrong.replace(",", ";")));
    expect(refused.ok).toBe(false);
    if (!refused.ok) {
      expect(refused.problems).toEqual([
        { line: eximbay + 1, column: "rate_percent", problem: "shape", word: wrong.replace(",", ";") },
      ]);
    }
  }
});

test("wrong rows of any kind are named, all at once", () => {
  const header = feesToCsv({ channels: [] }).trim();
  const refused = withFeesFromCsv(
    shippedFees(),
    [header, "NOBODY,card,,,,,,4.5,,,", "EXIMBAY_V2,card,,liquid,,USD30,,4.5,,,"].join("\n"),
  );
  expect(refused.ok ? [] : refused.problems.map(({ line, column }) => `${line} ${column}`).sort()).toEqual([
    "2 channel",
    "3 goods",
    "3 ticket_from",
  ]);
  const rates = withRatesFromCsv(shippedRates(), "currency,per_usd,as_of\nKRW,0,2026-11-01\nkrw,1380,2026-11-01\n");
  expect(rates.ok ? [] : rates.problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
    "2 per_usd",
    "3 currency",
  ]);
  expect(withRatesFromCsv(shippedRates(), "")).toMatchObject({
    ok: false,
    problems: [{ problem: "missingColumn" }, {}, {}],
  });
});
