import { shippedAdviceBook } from "#app/catalogue/advice-book.server.ts";
import { ANYWHERE, type Want } from "#workflows/catalogue/coverage.ts";
import { forecast } from "#workflows/forecast/forecast.ts";
import { knownFromInquiry } from "#workflows/forecast/known.ts";
import { type Random, randomFrom } from "#workflows/forecast/random.ts";
import { randomWalker, walkOne } from "#workflows/forecast/walk.ts";
import { policyOf } from "#workflows/kyc/policies.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import {
  type BundleInstance,
  bruteForce,
  type Candidate,
  compareScores,
  solveBundle,
} from "#workflows/proposal/bundle.ts";
import { currencyFor } from "#workflows/proposal/compose.ts";
import type { AdviceBook } from "#workflows/proposal/eligibility.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { makeTable, suggestFor } from "#workflows/proposal/suggest.ts";
import { volumeBandIds } from "#workflows/proposal/volume-bands.ts";
import type { BenchOptions } from "../bench.ts";

const SEED = 20_261_123;
const MS = 50;

/**
 * How fast and how right the advice is: the bundle over the full catalogue, the same search against every subset on random
 * instances, and merchants walked to the end against what was foretold to them.
 */
export async function bench({ quick }: BenchOptions): Promise<Record<string, unknown> & { holds: boolean }> {
  const book = shippedAdviceBook();
  const solves = timeBundles(book, quick ? 300 : 2_000);
  const everything = timeEverything(book);
  const proof = prove(10_000, quick ? 14 : 20);
  const walks = walkMerchants(book, quick ? 2_500 : 10_000);
  const perSecond = timeForecasts(quick ? 200_000 : 1_000_000);

  console.log(
    `bundle over the full catalogue: p50 ${solves.p50} ms, p99 ${solves.p99} ms, of ${solves.count} inquiries`,
  );
  console.log(`the whole answer with its what-ifs: p50 ${solves.answerP50} ms, p99 ${solves.answerP99} ms`);
  console.log(`every way to pay of every country at once (${everything.wants} wishes): ${everything.ms} ms`);
  console.log(`optimal in ${proof.optimal} of ${proof.instances} random instances of up to ${proof.largest} channels`);
  console.log(`${walks.surprises} surprises among ${walks.merchants} merchants, ${walks.live} of whom went live`);
  console.log(`${perSecond.toLocaleString("en-US")} forecasts a second on one core`);

  return {
    bundleP50Ms: solves.p50,
    bundleP99Ms: solves.p99,
    optimal: proof.optimal,
    instances: proof.instances,
    surprises: walks.surprises,
    merchants: walks.merchants,
    answerP99Ms: solves.answerP99,
    everythingMs: everything.ms,
    forecastsPerSecond: perSecond,
    holds:
      solves.p99 < MS && proof.optimal === proof.instances && walks.surprises === 0 && walks.live === walks.merchants,
  };
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
const quantile = (sorted: readonly number[], of: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0);

/** Wishes of a merchant: some countries, some of the ways sold there; now and then a great many. */
function randomWants(random: Random, { guide }: AdviceBook): Want[] {
  const codes = [ANYWHERE, ...guide.catalogue.countries.map((country) => country.code)];
  const countries = random.some(codes, random.pick([0.05, 0.1, 0.3]));
  const share = random.pick([0.1, 0.3, 0.7]);
  return countries.flatMap((country) =>
    random
      .some(guide.ways(country), share)
      .filter(({ brand }) => brand.id !== "all-methods")
      .map(({ brand }) => ({ country, brand: brand.id })),
  );
}

const randomFacts = (random: Random, wants: readonly Want[]): MerchantFacts => ({
  wants,
  suggestFor: [],
  applicantType: random.pick(["krCorporation", "krSoleProprietor", "foreignCorporation", null]),
  home: random.pick(["KR", "KR", "SG", null]),
  band: random.pick([...volumeBandIds, null]),
  ticket: random.pick([null, { amountMinor: 2_000, currency: "USD" }, { amountMinor: 50_000, currency: "KRW" }]),
  recurring: random.chance(0.3),
  goods: random.pick(["physical", "digital", "both"]),
  trades: random.chance(0.3) ? ["cosmetics"] : [],
  platform: random.pick(["own", "shopify"]),
});

function timeBundles(book: AdviceBook, count: number) {
  const random = randomFrom(SEED);
  const solving: number[] = [];
  const answering: number[] = [];
  for (let warm = -20; warm < count; warm++) {
    const wants = randomWants(random, book);
    const facts = randomFacts(random, wants);
    const track = random.pick(["crossBorder", "crossBorder", "generalOverseas"] as const);
    const begun = performance.now();
    solveBundle(makeTable(book, facts, track, wants).instance);
    const solved = performance.now();
    suggestFor(book, facts, track, wants);
    if (warm < 0) continue;
    solving.push(solved - begun);
    answering.push(performance.now() - solved);
  }
  solving.sort((one, other) => one - other);
  answering.sort((one, other) => one - other);
  return {
    count,
    p50: quantile(solving, 0.5),
    p99: quantile(solving, 0.99),
    answerP50: quantile(answering, 0.5),
    answerP99: quantile(answering, 0.99),
  };
}

function timeEverything(book: AdviceBook) {
  const wants = book.guide.catalogue.countries.flatMap(({ code }) =>
    book.guide.ways(code).map(({ brand }) => ({ country: code, brand: brand.id })),
  );
  const facts = { ...randomFacts(randomFrom(1), wants), home: "KR", band: "1m" as const, recurring: false, trades: [] };
  const begun = performance.now();
  solveBundle(makeTable(book, facts, "crossBorder", wants).instance);
  return { wants: wants.length, ms: round(performance.now() - begun) };
}

/** Few different costs and days, so that there are many ties; every size up to `largest`, the large ones more seldom. */
function randomInstance(random: Random, largest: number): BundleInstance {
  const wants = 1 + random.int(12);
  const count = Math.min(largest, random.chance(0.004) ? 15 + random.int(6) : 1 + random.int(11));
  const candidates: Candidate[] = Array.from({ length: count }, (_, place) => ({
    key: `C${place}`,
    fixedMinor: random.pick([0, 0, 0, 5, 30]),
    days: random.pick([0, 10, 10, 12, 15]),
    carries: new Map(
      random
        .some(
          Array.from({ length: wants }, (_, want) => want),
          random.pick([0.15, 0.3, 0.6]),
        )
        .map((want) => [want, { costMinor: random.pick([10, 10, 12, 20, 40]), doubts: random.pick([0, 0, 1, 3]) }]),
    ),
  }));
  return {
    wants,
    candidates,
    furtherDays: random.pick([0, 2]),
    maxChannels: random.chance(0.3) ? random.int(6) : undefined,
  };
}

function prove(instances: number, largest: number) {
  const random = randomFrom(SEED + 1);
  let optimal = 0;
  let most = 0;
  for (let n = 0; n < instances; n++) {
    const instance = randomInstance(random, largest);
    most = Math.max(most, instance.candidates.length);
    if (compareScores(solveBundle(instance).score, bruteForce(instance).score) === 0) optimal++;
  }
  return { instances, optimal, largest: most };
}

/** What can be offered: each channel of the catalogue once, in the first country and currency it sells in. */
function realLines({ guide }: AdviceBook): ChannelLine[] {
  return guide.catalogue.channels.flatMap((channel) => {
    const method = channel.methods.find((one) => one.isLive !== false);
    const country = method?.countries[0];
    if (!method) return [];
    return {
      channel: channel.key,
      country: country ?? "GLOBAL",
      currency: currencyFor(guide, method.key, country ?? ANYWHERE),
      methods: [method.key],
      preScreen: channel.preScreen === true,
      refund: method.refund === "full" || method.refund === "partial",
      sandbox: method.hasSandbox === true,
    };
  });
}

function walkMerchants(book: AdviceBook, merchants: number) {
  const lines = realLines(book);
  let surprises = 0;
  let live = 0;
  for (let seed = 0; seed < merchants; seed++) {
    const random = randomFrom(SEED + 2 + seed);
    const walked = walkOne(random, randomWalker(random, lines));
    if (walked.surprises.length > 0) console.log(`seed ${seed}: ${walked.surprises.join(", ")}`);
    surprises += walked.surprises.length;
    live += walked.isLive ? 1 : 0;
  }
  return { merchants, surprises, live };
}

function timeForecasts(count: number): number {
  const policy = policyOf("2026-08");
  const random = randomFrom(SEED + 3);
  const some = Array.from({ length: 500 }, () => {
    const walker = randomWalker(random, [
      {
        channel: "KICC_V2",
        country: "CN",
        currency: "KRW",
        methods: ["A"],
        preScreen: false,
        refund: false,
        sandbox: true,
      },
      {
        channel: "INICIS_JP",
        country: "JP",
        currency: "JPY",
        methods: ["B"],
        preScreen: true,
        refund: false,
        sandbox: false,
      },
    ]);
    return knownFromInquiry(walker, walker.industries, walker.lines);
  });
  let things = 0;
  const begun = performance.now();
  for (let n = 0; n < count; n++) things += forecast(policy, some[n % some.length]!).length;
  const seconds = (performance.now() - begun) / 1000;
  if (things === 0) throw new Error("nothing was foretold");
  return Math.round(count / seconds);
}
