import { z } from "zod";
import { ANYWHERE, type Guide, type Want, wantKey } from "../catalogue/coverage.ts";
import type { ChannelLine } from "../onboarding/events.ts";
import { lineKey } from "../onboarding/pre-screen.ts";
import { type AdviceBook, eligibilityOf, type Reason } from "./eligibility.ts";
import type { MerchantFacts } from "./facts.ts";
import {
  type MonthlyCost,
  monthlyCost,
  type Price,
  type PricedVolume,
  priceOf,
  type TrackName,
  vatOf,
} from "./fees.ts";
import { mulDiv, shareOf } from "./money.ts";
import { bundleOpening, openingDaysOf } from "./opening-times.ts";
import { poolOf } from "./track.ts";
import { threeVolumesUsd } from "./volume-bands.ts";

/** What an advisor decides. Everything else of a proposal follows from it, the inquiry and the editions. */
export const ProposalChoices = z.object({
  track: z.enum(["crossBorder", "generalOverseas"]),
  /** For each wish the method that carries it; `null` leaves it open. */
  picks: z.array(
    z.object({
      country: z.string().regex(/^([A-Z]{2}|WORLD)$/),
      brand: z.string(),
      method: z.string().nullable(),
    }),
  ),
  /** Prices a PSP quoted for this merchant, by line (`CHANNEL/COUNTRY/CURRENCY`). */
  quotes: z.record(
    z.string(),
    z.object({
      /** Parts per million; at most 30 %: more is a slip of the keyboard. */
      ratePpm: z.int().min(0, "quote.outside").max(300_000, "quote.outside").nullable(),
      note: z.string().max(500),
    }),
  ),
  message: z.string().max(4000),
  /** Calendar days the proposal is good for. */
  validDays: z.int().min(1, "validDays.outside").max(90, "validDays.outside"),
});
export type ProposalChoices = z.infer<typeof ProposalChoices>;

/** One line of a proposal: a channel in a country, with all that is said about it. */
export interface ProposalLine extends ChannelLine {
  /** `CHANNEL/COUNTRY/CURRENCY` */
  key: string;
  wants: Want[];
  /** By method. */
  prices: { method: string; price: Price }[];
  quote: { ratePpm: number | null; note: string } | null;
  reasons: Reason[];
  opening: { from: number; to: number; isStated: boolean };
}

export interface Proposal {
  track: TrackName;
  lines: ProposalLine[];
  /** Wishes of this case that no line carries. */
  open: Want[];
  opening: { from: number; to: number; isStated: boolean };
  costs: { volumeUsd: number; cost: MonthlyCost }[] | null;
}

export { lineKey };

/** What buyers of a country are charged in through a method: their own currency where it can be, else the first that can. */
export function currencyFor(guide: Guide, method: string, country: string): string {
  const offer = guide.method(method);
  const own = guide.country(country)?.currency;
  const can = offer?.method.currencies ?? offer?.channel.currencies ?? null;
  if (can === null) return own ?? "USD";
  if (own && can.includes(own)) return own;
  return can.includes("USD") ? "USD" : (can[0] ?? "USD");
}

/**
 * A proposal in full: its lines as the machine will take them, what each costs and waits for, and the month at three volumes.
 *
 * @throws RangeError for a method the catalogue does not know, or one that does not carry the wish: the page offers neither
 */
export function compose(book: AdviceBook, facts: MerchantFacts, choices: ProposalChoices): Proposal {
  const { guide } = book;
  const lines = new Map<string, ProposalLine>();
  const open: Want[] = [];
  for (const { country, brand, method } of choices.picks) {
    const want = { country, brand };
    if (method === null) {
      open.push(want);
      continue;
    }
    const offer = guide.offers(want).find((one) => one.method.key === method);
    if (!offer) throw new RangeError(`${method} does not carry ${wantKey(want)}`);
    const place = country === ANYWHERE ? "GLOBAL" : country;
    const currency = currencyFor(guide, method, country);
    const key = lineKey({ channel: offer.channel.key, country: place, currency });
    const { reasons } = eligibilityOf(book, facts, offer, want);
    const line: ProposalLine = lines.get(key) ?? {
      key,
      channel: offer.channel.key,
      country: place,
      currency,
      methods: [],
      preScreen: offer.channel.preScreen === true,
      refund: false,
      sandbox: false,
      wants: [],
      prices: [],
      quote: choices.quotes[key] ?? null,
      reasons: [],
      opening: openingDaysOf(book.opening, offer.channel.key),
    };
    line.wants.push(want);
    if (!line.methods.includes(method)) {
      line.methods.push(method);
      line.refund ||= offer.method.refund === "partial" || offer.method.refund === "full";
      line.sandbox ||= offer.method.hasSandbox === true;
      line.prices.push({
        method,
        price: priceOf(book.prices, { channel: line.channel, method, brands: offer.method.brands }, facts),
      });
    }
    for (const reason of reasons)
      if (!line.reasons.some((known) => known.key === reason.key)) line.reasons.push(reason);
    lines.set(key, line);
  }
  const all = [...lines.values()];
  return {
    track: choices.track,
    lines: all,
    open,
    opening: bundleOpening(book.opening, [...new Set(all.map((line) => line.channel))]),
    costs: costsOf(book, facts, choices.track, all),
  };
}

/** The lines as the machine logs them. */
export const channelLines = (proposal: Pick<Proposal, "lines">): ChannelLine[] =>
  proposal.lines.map(({ channel, country, currency, methods, preScreen, refund, sandbox }) => ({
    channel,
    country,
    currency,
    methods,
    preScreen,
    refund,
    sandbox,
  }));

/** A month at the band's three volumes. A price that was quoted for this merchant stands in for one that is not published. */
function costsOf(
  book: AdviceBook,
  facts: MerchantFacts,
  track: TrackName,
  lines: readonly ProposalLine[],
): Proposal["costs"] {
  if (facts.band === null || lines.length === 0) return null;
  const shares = lines.flatMap((line) => line.wants.map((want) => ({ line, want })));
  return threeVolumesUsd(facts.band).map((volumeUsd) => {
    const total = volumeUsd * 100;
    const volumes = new Map<string, PricedVolume & { line: ProposalLine }>();
    shares.forEach(({ line, want }, place) => {
      const share = mulDiv(total, place + 1, shares.length) - mulDiv(total, place, shares.length);
      const method =
        line.methods.find((key) => book.guide.method(key)?.method.brands.includes(want.brand)) ?? line.methods[0]!;
      const key = `${line.key}/${method}`;
      const known = volumes.get(key);
      const brands = book.guide.method(method)?.method.brands ?? [];
      volumes.set(key, {
        line,
        channel: line.channel,
        method,
        brands,
        volumeUsdMinor: (known?.volumeUsdMinor ?? 0) + share,
      });
    });
    const cost = monthlyCost(book.prices, track, [...volumes.values()], facts);
    return { volumeUsd, cost: withQuotes(book, cost, [...volumes.values()]) };
  });
}

function withQuotes(
  book: AdviceBook,
  cost: MonthlyCost,
  volumes: readonly (PricedVolume & { line: ProposalLine })[],
): MonthlyCost {
  let added = 0;
  let priced = 0;
  const lines = cost.lines.map((line) => {
    if (line.kind !== "rate" || line.amountUsdMinor !== null) return line;
    const quoted = volumes.find(
      (volume) => volume.method === line.method && volume.volumeUsdMinor === line.volumeUsdMinor,
    )?.line.quote?.ratePpm;
    if (quoted === undefined || quoted === null || line.volumeUsdMinor === null) return line;
    const amountUsdMinor = shareOf(line.volumeUsdMinor, quoted);
    added += amountUsdMinor;
    priced += line.volumeUsdMinor;
    return { ...line, ratePpm: quoted, amountUsdMinor, note: null };
  });
  const knownUsdMinor = cost.knownUsdMinor + added;
  const vatUsdMinor = vatOf(book.prices, lines);
  return {
    ...cost,
    lines,
    knownUsdMinor,
    vatUsdMinor,
    totalUsdMinor: knownUsdMinor + vatUsdMinor,
    unpricedVolumeUsdMinor: cost.unpricedVolumeUsdMinor - priced,
  };
}

/** What an advisor may pick for a wish: every eligible method of the track, and what speaks for asking first. */
export function optionsFor(
  book: AdviceBook,
  facts: MerchantFacts,
  track: TrackName,
  want: Want,
): { channel: string; method: string; reasons: Reason[] }[] {
  return book.guide.offers(want).flatMap((offer) => {
    if (poolOf(offer, want.country) !== track) return [];
    const { verdict, reasons } = eligibilityOf(book, facts, offer, want);
    return verdict === "no" ? [] : { channel: offer.channel.key, method: offer.method.key, reasons };
  });
}

/** Lines of an accepted proposal that cannot be opened any more: withdrawn from the catalogue, or not live. */
export function withdrawnLines(guide: Guide, lines: readonly ChannelLine[]): ChannelLine[] {
  return lines.filter((line) =>
    line.methods.some((key) => {
      const offer = guide.method(key);
      return !offer || offer.channel.key !== line.channel || offer.method.isLive === false;
    }),
  );
}

/** What one method of a line costs: what is published, and what was quoted for this merchant. */
export interface LinePrice {
  price: Price;
  quotedPpm: number | null;
}

/** What became of the lines between two versions, by `CHANNEL/COUNTRY/CURRENCY`. */
export interface ProposalChange {
  key: string;
  change: "added" | "dropped" | "methods" | "price" | "same";
  before: ProposalLine | null;
  after: ProposalLine | null;
  methods: { added: string[]; dropped: string[] };
  /** Methods of both versions whose price is another one. */
  prices: { method: string; before: LinePrice; after: LinePrice }[];
}

const nothing = { methods: { added: [], dropped: [] }, prices: [] };

export function compareProposals(before: Pick<Proposal, "lines">, after: Pick<Proposal, "lines">): ProposalChange[] {
  const old = new Map(before.lines.map((line) => [line.key, line]));
  const changes = after.lines.map((line): ProposalChange => {
    const former = old.get(line.key);
    old.delete(line.key);
    if (!former) return { ...nothing, key: line.key, change: "added", before: null, after: line };
    const methods = {
      added: line.methods.filter((method) => !former.methods.includes(method)),
      dropped: former.methods.filter((method) => !line.methods.includes(method)),
    };
    const prices = line.methods.flatMap((method) => {
      const [was, is] = [linePrice(former, method), linePrice(line, method)];
      return was && is && JSON.stringify(was) !== JSON.stringify(is) ? { method, before: was, after: is } : [];
    });
    const isOther = methods.added.length + methods.dropped.length > 0;
    const isPriced = prices.length > 0 || (former.quote?.note ?? "") !== (line.quote?.note ?? "");
    const change = isOther ? "methods" : isPriced ? "price" : "same";
    return { key: line.key, change, before: former, after: line, methods, prices };
  });
  return [
    ...changes,
    ...[...old.values()].map(
      (line): ProposalChange => ({ ...nothing, key: line.key, change: "dropped", before: line, after: null }),
    ),
  ];
}

function linePrice(line: ProposalLine, method: string): LinePrice | null {
  const found = line.prices.find((one) => one.method === method);
  return found ? { price: found.price, quotedPpm: line.quote?.ratePpm ?? null } : null;
}
