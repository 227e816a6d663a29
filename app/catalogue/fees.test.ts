import fc from "fast-check";
import { expect, test } from "vitest";
import { cashFlow } from "#workflows/proposal/cash-flow.ts";
import { convert } from "#workflows/proposal/exchange.ts";
import {
  aggregatorFee,
  feesOf,
  heldReserve,
  insurancePremium,
  monthlyCost,
  priceOf,
  type Terms,
} from "#workflows/proposal/fees.ts";
import { money, mulDiv, shareOf } from "#workflows/proposal/money.ts";
import { shippedCatalogue } from "./book.server.ts";
import { priceList, shippedFees, shippedRates } from "./price-list.server.ts";

const catalogue = shippedCatalogue();
const list = priceList({ fees: shippedFees(), rates: shippedRates() }, catalogue);
const terms: Terms = { goods: "physical", platform: null, ticket: money(5000, "USD") };
const ours = (usd: number) => aggregatorFee(list, "crossBorder", usd * 100)?.amountUsdMinor ?? 0;

test("the minimum governs up to USD 100,000 a month and not a dollar longer", () => {
  // Nothing here knows 100,000: the edge is searched for in the model.
  let low = 0;
  let high = 10_000_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ours(middle) > ours(0)) high = middle;
    else low = middle;
  }
  expect(low).toBe(100_000);
  expect(ours(low)).toBe(50_000);
  expect(aggregatorFee(list, "crossBorder", 9_999_000)?.note).toBe("minimumApplies");
  expect(aggregatorFee(list, "crossBorder", 10_000_000)?.note).toBeNull();
});

test("our fee never falls when more is sold, and is never below the minimum", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), (one, more) => {
      const less = aggregatorFee(list, "crossBorder", one)!.amountUsdMinor!;
      expect(less).toBeGreaterThanOrEqual(50_000);
      expect(aggregatorFee(list, "crossBorder", one + more)!.amountUsdMinor!).toBeGreaterThanOrEqual(less);
    }),
  );
});

test("general overseas payments carry no fee of ours", () => {
  expect(aggregatorFee(list, "generalOverseas", 1_000_000)).toBeNull();
});

test.each([
  ["PAYLETTER_GLOBAL", "PLCreditCardMpi", ["card"], terms, 50_000],
  ["PAYLETTER_GLOBAL", "PLCreditCard", ["card"], terms, 52_000],
  ["PAYLETTER", "PAYLETTER_CREDIT_CARD", ["card"], terms, 48_000],
  ["INICIS", "INICIS_MERPAY", ["merpay"], terms, 70_000],
  ["INICIS", "INICIS_MERPAY", ["merpay"], { ...terms, goods: "digital" as const }, 140_000],
  ["INICIS", "INICIS_PAYPAY", ["paypay"], { ...terms, platform: "shopify" }, 45_000],
  ["INICIS", "INICIS_PAYPAY", ["paypay"], { ...terms, goods: "both" as const, platform: "shopify" }, 137_000],
  ["KICC_V2", "KICC_V2_WECHAT", ["wechat-pay"], terms, 23_000],
  ["KICC_V2", "KICC_V2_ALIPAY_PLUS_G_CASH", ["gcash"], terms, 27_000],
  ["EXIMBAY_V2", "EXIMBAY_V2_UNIONPAY", ["unionpay"], terms, 36_000],
] as const)("%s charges %s for %j", (channel, method, brands, given, ratePpm) => {
  expect(priceOf(list, { channel, method, brands }, given)).toMatchObject({ kind: "published", ratePpm });
});

test("where no rate is published it is the PSP's, never a number", () => {
  expect(priceOf(list, { channel: "ZALOPAY", method: "ZALOPAY_WALLET", brands: ["zalopay"] }, terms).kind).toBe(
    "byPsp",
  );
  expect(priceOf(list, { channel: "EXIMBAY_V2", method: "EXIMBAY_V2_PAYPAY", brands: ["paypay"] }, terms).kind).toBe(
    "byPsp",
  );
  const small = { ...terms, ticket: money(2999, "USD") };
  expect(priceOf(list, { channel: "PAYLETTER", method: "PAYLETTER_CREDIT_CARD", brands: ["card"] }, small).kind).toBe(
    "individual",
  );
});

test("a month is added up from what is known, and says what is missing", () => {
  const cost = monthlyCost(
    list,
    "crossBorder",
    [
      { channel: "ZALOPAY", method: "ZALOPAY_WALLET", brands: ["zalopay"], volumeUsdMinor: 4_000_000 },
      { channel: "INICIS", method: "INICIS_CREDIT_CARD", brands: ["card"], volumeUsdMinor: 6_000_000 },
    ],
    terms,
  );
  const yearly = Math.round(convert(money(600_000, "KRW"), "USD", list.rates, list.minorUnits).amountMinor / 12);
  expect(cost.knownUsdMinor).toBe(270_000 + yearly + 50_000);
  expect(cost.vatUsdMinor).toBe(shareOf(cost.knownUsdMinor, 100_000));
  expect(cost.totalUsdMinor).toBe(cost.knownUsdMinor + cost.vatUsdMinor);
  expect(cost.unpricedVolumeUsdMinor).toBe(4_000_000);
  expect(cost.setupUsdMinor).toBe(convert(money(150_000, "KRW"), "USD", list.rates, list.minorUnits).amountMinor);
});

test("PayPal's thirty cents count by the number of payments, and need a ticket", () => {
  const line = { channel: "PAYPAL_V2", method: "PAYPAL_SPB", brands: ["paypal"], volumeUsdMinor: 1_000_000 };
  const known = monthlyCost(list, "generalOverseas", [line], terms);
  expect(known.knownUsdMinor).toBe(44_000 + 200 * 30);
  const unknown = monthlyCost(list, "generalOverseas", [line], { ...terms, ticket: null });
  expect(unknown.lines.find((entry) => entry.kind === "perPayment")?.note).toBe("ticketUnknown");
});

test("a konbini payment costs JPY 180 at least", () => {
  const line = { channel: "INICIS", method: "INICIS_CVS", brands: ["konbini"], volumeUsdMinor: 1_000_000 };
  const cheap = monthlyCost(list, "crossBorder", [line], { ...terms, ticket: money(1000, "JPY") });
  const least = convert(money(180, "JPY"), "USD", list.rates, list.minorUnits).amountMinor;
  const ticket = convert(money(1000, "JPY"), "USD", list.rates, list.minorUnits).amountMinor;
  expect(cheap.lines.find((entry) => entry.kind === "rate")).toMatchObject({
    amountUsdMinor: mulDiv(1_000_000, least, ticket),
    note: "minimumApplies",
  });
});

test("a guarantee insurance is a twelfth of its premium a month, and carries no VAT", () => {
  const cards = [{ channel: "EXIMBAY_V2", method: "EXIMBAY_V2_CARD", brands: ["card"], volumeUsdMinor: 10_000_000 }];
  const cost = monthlyCost(list, "generalOverseas", cards, { goods: "physical", platform: null, ticket: null });
  // USD 100,000 a month paid out four times: a third insured, 0.953 % a year of it, a twelfth of that a month.
  expect(cost.lines.find(({ kind }) => kind === "insurance")).toMatchObject({
    own: { amountMinor: 3_333_334 },
    amountUsdMinor: 2_647,
  });
  expect(cost.knownUsdMinor).toBe(450_000 + 2_647);
  expect(cost.vatUsdMinor).toBe(45_000);
});

test("in the long run a reserve holds its rate of its days", () => {
  const reserve = feesOf(list.fees, "PAYLETTER")!.reserve!;
  expect(heldReserve(reserve, 3_000_000)).toBe(1_800_000);
  const flow = cashFlow({
    monthlyMinor: 3_000_000,
    feePpm: 48_000,
    settlement: feesOf(list.fees, "PAYLETTER")!.settlement,
    reserve,
    days: 400,
  });
  expect(flow?.at(-1)?.reserveMinor).toBe(1_800_000);
});

test("money does not vanish on its way: sold is paid, taken, held or under way", () => {
  const settlements = list.fees.channels.map((entry) => entry.settlement);
  fc.assert(
    fc.property(
      fc.nat(1e9),
      fc.nat(200_000),
      fc.constantFrom(...settlements),
      fc.option(fc.record({ ratePpm: fc.nat(200_000), days: fc.integer({ min: 1, max: 200 }) })),
      (monthlyMinor, feePpm, settlement, reserve) => {
        const flow = cashFlow({ monthlyMinor, feePpm, settlement, reserve, days: 250 });
        if (settlement.cycle === "byPsp") {
          expect(flow).toBeNull();
          return;
        }
        let before = 0;
        for (const point of flow!) {
          expect(point.paidOutMinor + point.feesMinor + point.reserveMinor + point.inTransitMinor).toBe(
            point.soldMinor,
          );
          expect(point.inTransitMinor).toBeGreaterThanOrEqual(0);
          expect(point.reserveMinor).toBeGreaterThanOrEqual(0);
          expect(point.paidOutMinor).toBeGreaterThanOrEqual(before);
          before = point.paidOutMinor;
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("Payletter pays a week's sales on the Thursday of the week after next", () => {
  const flow = cashFlow({
    monthlyMinor: 30_000,
    feePpm: 0,
    settlement: feesOf(list.fees, "PAYLETTER")!.settlement,
    reserve: null,
    days: 30,
  })!;
  expect(flow[17]!.paidOutMinor).toBe(0);
  expect(flow[18]!.paidOutMinor).toBe(7_000);
});

test.each([
  ["daily", 10_000_000],
  ["four", 15_000_000],
  ["two", 20_000_000],
  ["one", 25_000_000],
] as const)("insured for KRW 5 million, a shop settled %s may be paid %i a month", (cycle, limit) => {
  expect(insurancePremium(list.fees, limit, cycle)).toEqual({ insuredMinor: 5_000_000, premiumMinor: 47_650 });
});

test("every channel and method a price names is in the catalogue", () => {
  const methods = new Map(catalogue.channels.map((channel) => [channel.key, channel.methods]));
  const brands = new Set(catalogue.brands.map((brand) => brand.id));
  for (const entry of list.fees.channels) {
    const own = methods.get(entry.channel);
    expect(own, entry.channel).toBeDefined();
    for (const rate of entry.rates) {
      for (const key of rate.methods ?? [])
        expect(
          own?.some((method) => method.key === key),
          key,
        ).toBe(true);
      for (const brand of rate.brands ?? []) expect(brands.has(brand), brand).toBe(true);
    }
  }
});

test("every country's currency has an indicative rate", () => {
  for (const country of catalogue.countries)
    expect(list.rates.perUsdMicros[country.currency], country.code).toBeDefined();
});

test("money leaves the integers nowhere, and a sum too large is refused", () => {
  expect(mulDiv(5, 1, 2)).toBe(3);
  expect(mulDiv(-5, 1, 2)).toBe(-3);
  expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  expect(() => convert(money(1, "USD"), "XXX", list.rates, list.minorUnits)).toThrow(RangeError);
});
