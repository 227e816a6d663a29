import { expect, test } from "vitest";
import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import { bandAmounts } from "./band-amounts.server.ts";
import { tradeVerdicts } from "./trades.server.ts";

const book = { ...shippedAdviceBook(), editions: { catalogue: 1, fees: 1, rates: 1, restrictions: 1, opening: 1 } };

test("while goods are described, each PSP that sells a wish says what it makes of the trade", () => {
  const said = tradeVerdicts(
    book,
    {
      where: { countries: ["JP"] },
      ways: { JP: { brands: ["paypay", "konbini"], suggest: "" } },
      sales: { selling: "wine and whisky" },
    },
    "en",
  );
  expect(said.map(({ id }) => id)).toEqual(["alcohol"]);
  const groups = Object.fromEntries(
    said[0]!.groups.map(({ standing, psps }) => [standing, psps.map(({ name }) => name)]),
  );
  expect(groups.conditional).toContain("KG Inicis Japan");
  expect(groups.noList).toContain("KOMOJU");
  expect(said[0]!.groups[0]!.psps[0]!.href).toMatch(/^\/guide\/channels\/[A-Z_0-9]+#restricted$/);
});

test("before any wish every PSP with a list answers, the strictest first; a blank asks nobody", () => {
  const [crypto] = tradeVerdicts(book, { sales: { selling: "", trades: ["crypto"] } }, "en");
  expect(crypto?.groups[0]?.standing).toBe("prohibited");
  expect(tradeVerdicts(book, { sales: { selling: " " } }, "en")).toEqual([]);
});

test("bands are told in the currencies of settlement and of the merchant's home, by the book's exchange rates", () => {
  const { amounts, ratesOn } = bandAmounts(book, "TH", "en");
  expect(ratesOn).toBe(book.prices.rates.asOfOn);
  expect(Object.keys(amounts).sort()).toEqual(["EUR", "JPY", "THB"]);
  expect(amounts.JPY?.["1m"]).toMatch(/^≥ \d+ million$/);
  expect(bandAmounts(book, null, "ko").amounts.JPY?.["10k"]).toMatch(/만/);
});
