import { ANYWHERE, type Offer, type Want, wantKey } from "../catalogue/coverage.ts";
import { type Bundle, type BundleInstance, type Carriage, evaluate, solveBundle } from "./bundle.ts";
import { type AdviceBook, type Eligibility, eligibilityOf, type Reason } from "./eligibility.ts";
import type { MerchantFacts } from "./facts.ts";
import { feesOf, inUsd, type MonthlyCost, monthlyCost, type PricedVolume, priceOf, type TrackName } from "./fees.ts";
import { mulDiv, shareOf } from "./money.ts";
import { bundleOpening, openingDaysOf } from "./opening-times.ts";
import { decideTrack, poolOf, type TrackDecision } from "./track.ts";
import { threeVolumesUsd } from "./volume-bands.ts";

/** How a wish is carried. */
export interface Carried {
  want: Want;
  channel: string;
  method: string;
  eligibility: Eligibility;
}

/** Why a wish is not carried, each a sentence in app/proposal/words.ts. */
export interface Uncovered {
  want: Want;
  why: "notSold" | "notEligible";
  /** For each channel that sells it, what speaks against. */
  against: { channel: string; method: string; reasons: Reason[] }[];
}

/** "What if": each names what changes and what it changes. */
export type Counterfactual =
  | { kind: "dropWish"; wants: Want[]; channel: string; before: number; after: number }
  | { kind: "onePsp"; channel: string; covered: number; of: number }
  | { kind: "without"; channel: string; instead: string[]; lost: Want[]; costUsdMinor: number }
  | { kind: "noSandbox"; channel: string; method: string; isUnknown: boolean }
  | { kind: "noRefund"; channel: string; method: string; isUnknown: boolean };

/** The suggested answer for one track. */
export interface Suggestion {
  track: TrackName;
  wants: Want[];
  carried: Carried[];
  uncovered: Uncovered[];
  /** Channel keys, in the catalogue's order. */
  channels: string[];
  opening: { from: number; to: number; isStated: boolean };
  /** At the band's three volumes, US dollars a month; the second is the stated one. `null` without a band. */
  costs: { volumeUsd: number; cost: MonthlyCost }[] | null;
  counterfactuals: Counterfactual[];
}

export interface Advice {
  decision: TrackDecision;
  suggestions: Suggestion[];
  /** Wishes we chose because the merchant asked us to. */
  suggestedWants: Want[];
  /** Wishes that no channel of either track can carry for this merchant. */
  uncovered: Uncovered[];
}

const LEFT_TO_US = 3;

/** What we would sell in a country: what most channels sell there by name, cards included. */
export function waysWeSuggest(book: AdviceBook, country: string): Want[] {
  const ways = book.guide
    .ways(country)
    .filter(({ brand, offers }) => brand.id !== "all-methods" && brand.type !== "crypto" && offers.some(isUsable))
    .filter(({ offers }) => country === ANYWHERE || offers.some(({ method }) => method.countries.includes(country)));
  return ways.slice(0, LEFT_TO_US).map(({ brand }) => ({ country, brand: brand.id }));
}

const isUsable = ({ method }: Offer): boolean => method.isLive !== false;

/** Every wish once, with ours for the countries that were left to us. */
export function wishesOf(book: AdviceBook, facts: MerchantFacts): { wants: Want[]; suggested: Want[] } {
  const stated = new Map(facts.wants.map((want) => [wantKey(want), want]));
  const suggested = facts.suggestFor
    .flatMap((country) => waysWeSuggest(book, country))
    .filter((want) => !stated.has(wantKey(want)));
  return { wants: [...stated.values(), ...suggested], suggested };
}

/** The whole answer to an inquiry: track, bundle, costs, what stays open, and what would change it. Pure. */
export function advise(book: AdviceBook, facts: MerchantFacts): Advice {
  const { wants, suggested } = wishesOf(book, facts);
  const decision = decideTrack(book, facts, wants);
  const suggestions = decision.tracks.map((track) =>
    suggestFor(
      book,
      facts,
      track,
      wants.filter((want) => decision.trackOf[wantKey(want)] === track),
    ),
  );
  const uncovered = wants
    .filter((want) => decision.trackOf[wantKey(want)] === null)
    .map((want) => whyNot(book, facts, want));
  return { decision, suggestions, suggestedWants: suggested, uncovered };
}

/** The best bundle of one track for the wishes given. */
export function suggestFor(
  book: AdviceBook,
  facts: MerchantFacts,
  track: TrackName,
  wants: readonly Want[],
): Suggestion {
  const table = makeTable(book, facts, track, wants);
  const bundle = solveBundle(table.instance);
  const carried = carriedBy(table, bundle);
  const channels = bundle.chosen.map((place) => table.instance.candidates[place]!.key);
  return {
    track,
    wants: [...wants],
    carried,
    channels,
    uncovered: wants.filter((_, place) => bundle.carriedBy[place] === null).map((want) => whyNot(book, facts, want)),
    opening: bundleOpening(book.opening, channels),
    costs: costsOf(book, facts, track, carried),
    counterfactuals: counterfactualsOf(book, table, bundle, carried),
  };
}

/** What would change a bundle that somebody chose: against everything that could be had, not only what was chosen. */
export function whatIfsOf(
  book: AdviceBook,
  facts: MerchantFacts,
  track: TrackName,
  wants: readonly Want[],
  chosen: ReadonlySet<string>,
): Counterfactual[] {
  const table = makeTable(book, facts, track, wants);
  const places = table.instance.candidates.flatMap(({ key }, place) => (chosen.has(key) ? [place] : []));
  const bundle = evaluate(table.instance, places);
  return counterfactualsOf(book, table, bundle, carriedBy(table, bundle));
}

/** What a set of carried wishes costs at the band's three volumes, each wish an equal share. */
export function costsOf(
  book: AdviceBook,
  facts: MerchantFacts,
  track: TrackName,
  carried: readonly Pick<Carried, "channel" | "method" | "want">[],
): Suggestion["costs"] {
  if (facts.band === null) return null;
  return threeVolumesUsd(facts.band).map((volumeUsd) => ({
    volumeUsd,
    cost: monthlyCost(book.prices, track, volumesOf(book, carried, volumeUsd * 100), facts),
  }));
}

/** Splits a month's sales evenly over the wishes, to the last cent, and joins those that share a method. */
function volumesOf(
  book: AdviceBook,
  carried: readonly Pick<Carried, "channel" | "method" | "want">[],
  totalUsdMinor: number,
): PricedVolume[] {
  const lines = new Map<string, PricedVolume>();
  carried.forEach(({ channel, method }, place) => {
    const share = mulDiv(totalUsdMinor, place + 1, carried.length) - mulDiv(totalUsdMinor, place, carried.length);
    const line = lines.get(method) ?? {
      channel,
      method,
      brands: book.guide.method(method)!.method.brands,
      volumeUsdMinor: 0,
    };
    lines.set(method, { ...line, volumeUsdMinor: line.volumeUsdMinor + share });
  });
  return [...lines.values()];
}

interface Table {
  instance: BundleInstance;
  wants: readonly Want[];
  /** The cheapest eligible method of a channel for a wish. */
  pick: Map<string, { offer: Offer; eligibility: Eligibility }>;
}

const pickKey = (channel: string, want: number): string => `${channel}#${want}`;

/** The solver's table: which channel carries which wish at what cost, in the catalogue's order. */
export function makeTable(book: AdviceBook, facts: MerchantFacts, track: TrackName, wants: readonly Want[]): Table {
  const pick: Table["pick"] = new Map();
  const rows = new Map<string, Map<number, Carriage>>();
  const share =
    facts.band === null ? 1_000_000 : Math.round((threeVolumesUsd(facts.band)[1] * 100) / Math.max(wants.length, 1));
  wants.forEach((want, place) => {
    const offers = book.guide
      .offers(want)
      .filter((offer) => poolOf(offer, want.country) === track)
      .map((offer) => ({
        offer,
        eligibility: eligibilityOf(book, facts, offer, want),
        ppm: publishedPpm(book, facts, offer),
      }))
      .filter(({ eligibility }) => eligibility.verdict !== "no");
    // A price nobody publishes is taken to be as high as the dearest published one for the same wish: it must not win by silence.
    const known = offers.flatMap(({ ppm }) => (ppm === null ? [] : [ppm]));
    const assumed = known.length > 0 ? Math.max(...known) : book.prices.fees.comparisonPpm;
    for (const { offer, eligibility, ppm } of offers) {
      const { key } = offer.channel;
      const carriage = { costMinor: shareOf(share, ppm ?? assumed), doubts: doubtsOf(offer, eligibility) };
      const row = rows.get(key) ?? new Map<number, Carriage>();
      rows.set(key, row);
      const earlier = row.get(place);
      if (earlier && compareCarriages(earlier, carriage) <= 0) continue;
      row.set(place, carriage);
      pick.set(pickKey(key, place), { offer, eligibility });
    }
  });
  const candidates = book.guide.catalogue.channels.flatMap(({ key }) => {
    const carries = rows.get(key);
    return carries ? [{ key, fixedMinor: fixedOf(book, key), days: openingDaysOf(book.opening, key).to, carries }] : [];
  });
  return { wants, pick, instance: { wants: wants.length, candidates, furtherDays: book.opening.furtherContract } };
}

function publishedPpm(book: AdviceBook, facts: MerchantFacts, { channel, method }: Offer): number | null {
  const price = priceOf(book.prices, { channel: channel.key, method: method.key, brands: method.brands }, facts);
  return price.kind === "published" ? price.ratePpm : null;
}

const compareCarriages = (one: Carriage, other: Carriage): number =>
  one.costMinor - other.costMinor || one.doubts - other.doubts;

const refundDoubts = { partial: 0, full: 0, unknown: 1, none: 2 };
const verdictDoubts = { yes: 0, conditional: 1, ask: 2, no: 0 };

/** How far a method is from what one would like: counted only between bundles that are equal in everything else. */
function doubtsOf({ channel, method }: Offer, { verdict }: Eligibility): number {
  const sandbox = method.hasSandbox === true ? 0 : method.hasSandbox === null ? 1 : 2;
  const setup = channel.credentialFields === null ? 1 : 0;
  return (method.isAggregate ? 4 : 0) + refundDoubts[method.refund] + sandbox + setup + verdictDoubts[verdict];
}

/** A month of the first year: monthly fee, a twelfth of the yearly one and of the set-up. */
function fixedOf(book: AdviceBook, channel: string): number {
  const entry = feesOf(book.prices.fees, channel);
  if (!entry) return 0;
  const yearly = [...(entry.yearly ? [entry.yearly] : []), ...entry.setup.slice(0, 1).map((setup) => setup.amount)];
  const monthly = entry.monthly ? inUsd(book.prices, entry.monthly) : 0;
  return yearly.reduce((sum, amount) => sum + mulDiv(inUsd(book.prices, amount), 1, 12), monthly);
}

function carriedBy({ wants, pick, instance }: Table, bundle: Bundle): Carried[] {
  return wants.flatMap((want, place) => {
    const carrier = bundle.carriedBy[place];
    if (carrier === null || carrier === undefined) return [];
    const channel = instance.candidates[carrier]!.key;
    const { offer, eligibility } = pick.get(pickKey(channel, place))!;
    return [{ want, channel, method: offer.method.key, eligibility }];
  });
}

export function whyNot(book: AdviceBook, facts: MerchantFacts, want: Want): Uncovered {
  const offers = book.guide.offers(want);
  return {
    want,
    why: offers.length === 0 ? "notSold" : "notEligible",
    against: offers.map((offer) => ({
      channel: offer.channel.key,
      method: offer.method.key,
      reasons: eligibilityOf(book, facts, offer, want).reasons.filter(({ verdict }) => verdict === "no"),
    })),
  };
}

function counterfactualsOf(book: AdviceBook, table: Table, bundle: Bundle, carried: Carried[]): Counterfactual[] {
  const { instance, wants } = table;
  const found: Counterfactual[] = [];
  const keyOf = (place: number) => instance.candidates[place]!.key;
  const channels = new Set(bundle.chosen.map(keyOf));

  // Would one contract less do, if the wishes that only this channel is there for were given up?
  for (const place of bundle.chosen) {
    const own = bundle.carriedBy.flatMap((carrier, want) => (carrier === place ? [want] : []));
    const unique = own.filter(
      (want) => !bundle.chosen.some((other) => other !== place && instance.candidates[other]!.carries.has(want)),
    );
    // Giving up half of what is wanted is no advice.
    if (bundle.chosen.length > 1 && unique.length > 0 && unique.length * 2 <= wants.length) {
      found.push({
        kind: "dropWish",
        wants: unique.map((want) => wants[want]!),
        channel: keyOf(place),
        before: bundle.chosen.length,
        after: bundle.chosen.length - 1,
      });
    }
  }
  if (bundle.chosen.length > 1) {
    const one = solveBundle({ ...instance, maxChannels: 1 });
    if (one.chosen.length === 1) {
      found.push({
        kind: "onePsp",
        channel: keyOf(one.chosen[0]!),
        covered: one.score.covered,
        of: bundle.score.covered,
      });
    }
  }
  for (const place of bundle.chosen) {
    const others = instance.candidates.filter((_, other) => other !== place);
    const without = solveBundle({ ...instance, candidates: others });
    found.push({
      kind: "without",
      channel: keyOf(place),
      instead: without.chosen.flatMap((other) => {
        const key = others[other]!.key;
        return channels.has(key) ? [] : [key];
      }),
      lost: wants.filter((_, want) => bundle.carriedBy[want] !== null && without.carriedBy[want] === null),
      costUsdMinor: without.score.costMinor - bundle.score.costMinor,
    });
  }
  for (const method of new Set(carried.map((line) => line.method))) {
    const offer = book.guide.method(method)!;
    const at = { channel: offer.channel.key, method };
    if (offer.method.hasSandbox !== true)
      found.push({ kind: "noSandbox", ...at, isUnknown: offer.method.hasSandbox === null });
    if (offer.method.refund === "none" || offer.method.refund === "unknown") {
      found.push({ kind: "noRefund", ...at, isUnknown: offer.method.refund === "unknown" });
    }
  }
  return found;
}
