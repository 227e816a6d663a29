import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { formatMoney } from "#app/ui/format/money.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import { cashFlow, longestWait } from "#workflows/proposal/cash-flow.ts";
import type { Proposal, ProposalLine } from "#workflows/proposal/compose.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import type { ChannelFees, Settlement } from "#workflows/proposal/fee-book.ts";
import { type FeeLine, feesOf, heldReserve, type Price } from "#workflows/proposal/fees.ts";
import { percentText } from "#workflows/proposal/money.ts";
import { whatIfsOf, whyNot } from "#workflows/proposal/suggest.ts";
import { decideTrack } from "#workflows/proposal/track.ts";
import { adviceWords } from "./advice-words.ts";
import {
  type Claim,
  channelName,
  channelRow,
  countryName,
  methodName,
  reasonClaim,
  type Speaker,
  signalClaim,
  type UncoveredSaid,
  uncoveredSaid,
  whatIfClaim,
} from "./say.server.ts";
import { words } from "./words.ts";

/** One line of a proposal in words. */
export interface LineView {
  /** Its place in the proposal: what an acceptance names. */
  place: number;
  key: string;
  channel: string;
  href: string;
  country: string;
  currency: string;
  preScreen: boolean;
  methods: { key: string; name: string; href: string; price: string; hasSandbox: boolean; canRefund: boolean }[];
  quoteNote: string;
  settlement: string;
  reserve: string;
  opening: string;
  reasons: Claim[];
}

export interface CostRow {
  label: string;
  note: string;
  href: string | null;
  /** One for each volume. */
  amounts: (string | null)[];
  /** Why there is none at any of them, said once: "rate by PSP". */
  instead: string | null;
}

export interface CostView {
  volumes: string[];
  rows: CostRow[];
  /** Whether anything of a month is known: a sum of nothing says nothing. */
  hasSum: boolean;
  known: string[];
  vat: { label: string; amounts: string[] };
  total: string[];
  /** "Total", or what it is the total of. */
  totalLabel: string;
  unpriced: string[];
  setup: CostRow[];
}

export interface CashView {
  channel: string;
  href: string;
  /** Summed up at the end of every fourth day, in the same unit; the page draws and says them. */
  points: { day: number; sold: number; paid: number; reserve: number }[];
  held: string | null;
  longestWait: number | null;
}

export interface ProposalView {
  track: { name: string; about: string };
  signals: Claim[];
  lines: LineView[];
  open: UncoveredSaid[];
  opening: string | null;
  isAssumed: boolean;
  costs: CostView | null;
  cash: CashView[];
  whatIf: Claim[];
  ratesOn: string;
}

const CASH_DAYS = 240;
const CASH_STEP = 4;

/** Everything a page or a paper says of a proposal, by the editions it was composed with. */
export function proposalView(book: Book, facts: MerchantFacts, proposal: Proposal, lang: Lang): ProposalView {
  const speaker: Speaker = { lang, guide: book.guide, restrictions: book.restrictions };
  const w = adviceWords[lang];
  const { decision, whatIf } = reasoning(book, facts, proposal);
  return {
    track: { name: w.tracks[proposal.track], about: w.trackAbout[proposal.track] },
    signals: decision.signals.map((signal) => signalClaim(speaker, signal)),
    lines: proposal.lines.map((line, place) => lineView(book, speaker, line, place)),
    open: proposal.open.map((want) => uncoveredSaid(speaker, whyNot(book, facts, want))),
    opening: proposal.lines.length > 0 ? w.opening(proposal.opening.from, proposal.opening.to) : null,
    isAssumed: !proposal.opening.isStated,
    costs: costView(book, proposal, lang),
    cash: cashViews(book, proposal, lang),
    whatIf: whatIf.flatMap((one) => whatIfClaim(speaker, one) ?? []),
    ratesOn: book.prices.rates.asOfOn,
  };
}

/** The track's signals, and what would change if the proposal were drawn up otherwise: of the bundle as it stands. */
function reasoning(book: Book, facts: MerchantFacts, { track, lines }: Proposal) {
  const channels = new Set(lines.map((line) => line.channel));
  const wants = lines.flatMap((line) => line.wants);
  return {
    decision: decideTrack(book, facts, facts.wants),
    whatIf: wants.length > 0 ? whatIfsOf(book, facts, track, wants, channels) : [],
  };
}

function lineView(book: Book, speaker: Speaker, line: ProposalLine, place: number): LineView {
  const { lang, guide } = speaker;
  const fees = feesOf(book.prices.fees, line.channel);
  return {
    place,
    key: line.key,
    channel: channelName(guide, line.channel),
    href: `/guide/channels/${line.channel}`,
    country: countryName(guide, line.country === "GLOBAL" ? ANYWHERE : line.country, lang),
    currency: line.currency,
    preScreen: line.preScreen,
    methods: line.methods.map((key) => {
      const method = guide.method(key)?.method;
      const price = line.prices.find((one) => one.method === key)?.price ?? { kind: "byPsp" as const };
      return {
        key,
        name: methodName(guide, key, lang),
        href: `/guide/channels/${line.channel}#${key}`,
        price: priceText(price, line.quote?.ratePpm ?? null, lang),
        hasSandbox: method?.hasSandbox === true,
        canRefund: method?.refund === "partial" || method?.refund === "full",
      };
    }),
    quoteNote: line.quote?.note ?? "",
    settlement: settlementOf(fees, lang),
    reserve: reserveText(fees, lang),
    opening: adviceWords[lang].opening(line.opening.from, line.opening.to),
    reasons: line.reasons.map((reason) => reasonClaim(speaker, reason, line)),
  };
}

/** When the money comes, in which currencies, and what a transfer of it costs. */
export function settlementOf(fees: ChannelFees | undefined, lang: Lang): string {
  const w = words[lang].settlement;
  const parts = [settlementText(fees?.settlement ?? { cycle: "byPsp" }, lang)];
  if (fees?.settlementCurrencies) parts.push(fees.settlementCurrencies.join(", "));
  if (fees?.transferFee) {
    parts.push(w.transferFee(formatMoney(fees.transferFee.amountMinor, fees.transferFee.currency, lang)));
  }
  return parts.join(" · ");
}

/** A PSP whose terms nobody publishes may hold something back: that is not "none". */
export function reserveText(fees: ChannelFees | undefined, lang: Lang): string {
  const w = words[lang].settlement;
  if (!fees || fees.settlement.cycle === "byPsp") return w.byPsp;
  return fees.reserve ? w.reserve(percentText(fees.reserve.ratePpm), fees.reserve.days) : w.noReserve;
}

/** `4.8 %`, `2.9 to 4.4 % + USD 0.30 a payment`, `Rate by PSP`. A quote stands in for what nobody publishes. */
export function priceText(price: Price, quotedPpm: number | null, lang: Lang): string {
  const w = words[lang].price;
  if (price.kind !== "published") {
    if (quotedPpm !== null) return w.quoted(percentText(quotedPpm));
    return price.kind === "individual" ? adviceWords[lang].individual : adviceWords[lang].byPsp;
  }
  const rate =
    price.lowestPpm === null
      ? w.percent(percentText(price.ratePpm))
      : w.upTo(percentText(price.lowestPpm), percentText(price.ratePpm));
  const fixed = price.fixed ? w.plus(formatMoney(price.fixed.amountMinor, price.fixed.currency, lang)) : "";
  const least = price.minimum ? w.atLeast(formatMoney(price.minimum.amountMinor, price.minimum.currency, lang)) : "";
  return rate + fixed + least;
}

export function settlementText(settlement: Settlement, lang: Lang): string {
  const w = words[lang].settlement;
  switch (settlement.cycle) {
    case "weekly":
      return w.weekly(w.weekdays[settlement.weekday] ?? "");
    case "timesAMonth":
      return w.timesAMonth(settlement.times);
    case "weekThenDays":
      return w.weekThenDays(settlement.days);
    case "days":
      return w.days(settlement.days);
    case "onDemand":
      return w.onDemand;
    case "byPsp":
      return w.byPsp;
  }
}

const usd = (amountMinor: number, lang: Lang): string => formatMoney(amountMinor, "USD", lang);
const wholeUsd = (dollars: number): string => `USD ${dollars.toLocaleString("en-US")}`;

function costView(book: Book, { costs }: Proposal, lang: Lang): CostView | null {
  if (!costs) return null;
  const w = words[lang].fees;
  const table = new Map<string, { line: FeeLine; amounts: (string | null)[] }>();
  costs.forEach(({ cost }, place) => {
    for (const line of cost.lines) {
      const key = `${line.kind}/${line.channel}/${line.method}`;
      const row = table.get(key) ?? { line, amounts: costs.map(() => null) };
      row.amounts[place] = line.amountUsdMinor === null ? null : usd(line.amountUsdMinor, lang);
      if (line.note !== null && row.line.note === null) row.line = { ...row.line, note: line.note };
      table.set(key, row);
    }
  });
  const speaker: Speaker = { lang, guide: book.guide, restrictions: book.restrictions };
  const rows = [...table.values()].map(({ line, amounts }) => {
    const note = feeNote(book, line, lang);
    const isBare = amounts.every((amount) => amount === null);
    return {
      kind: line.kind,
      label: feeLabel(book, line, lang),
      href: line.channel ? channelRow(speaker, line.channel, "fees").href : null,
      note: isBare ? "" : note,
      amounts,
      instead: isBare ? note : null,
    };
  });
  return {
    volumes: costs.map(({ volumeUsd }) => wholeUsd(volumeUsd)),
    rows: rows.filter((row) => row.kind !== "setup"),
    setup: rows.filter((row) => row.kind === "setup"),
    hasSum: costs.some(({ cost }) => cost.totalUsdMinor > 0),
    known: costs.map(({ cost }) => usd(cost.knownUsdMinor, lang)),
    vat: {
      label: w.vat(percentText(book.prices.fees.vatPpm)),
      amounts: costs.map(({ cost }) => usd(cost.vatUsdMinor, lang)),
    },
    total: costs.map(({ cost }) => usd(cost.totalUsdMinor, lang)),
    totalLabel: costs.some(({ cost }) => cost.unpricedVolumeUsdMinor > 0) ? w.totalKnown : w.total,
    unpriced: costs.flatMap(({ cost }) =>
      cost.unpricedVolumeUsdMinor > 0 ? usd(cost.unpricedVolumeUsdMinor, lang) : [],
    ),
  };
}

function feeLabel({ guide }: Book, line: FeeLine, lang: Lang): string {
  const w = words[lang].fees;
  const channel = line.channel ? channelName(guide, line.channel) : "";
  const own = line.method ? methodName(guide, line.method, lang) : "";
  const method = own === "" || own === channel ? channel : `${channel} ${own}`;
  switch (line.kind) {
    case "rate":
      return w.rate(method);
    case "perPayment":
      return w.perPayment(method);
    case "pspMonthly":
      return w.pspMonthly(channel);
    case "pspYearly":
      return w.pspYearly(channel);
    case "insurance":
      return w.insurance(channel);
    case "aggregator":
      return `${w.aggregator} (${percentText(line.ratePpm ?? 0)}%)`;
    case "setup":
      return w.setup(channel);
  }
}

function feeNote({ prices }: Book, line: FeeLine, lang: Lang): string {
  const w = words[lang].fees;
  switch (line.note) {
    case "byPsp":
      return adviceWords[lang].byPsp;
    case "individual":
      return adviceWords[lang].individual;
    case "ticketUnknown":
      return w.ticketUnknown;
    case "minimumApplies":
      return w.minimum;
    case "once":
      return line.own ? formatMoney(line.own.amountMinor, line.own.currency, lang) : "";
    case "insured":
      return line.own ? w.insured(usd(line.own.amountMinor, lang), percentText(prices.fees.insurance.premiumPpm)) : "";
    case "yearlyTwelfth":
      return line.own ? formatMoney(line.own.amountMinor, line.own.currency, lang) : "";
    case null:
      return line.kind === "rate" && line.ratePpm !== null ? `${percentText(line.ratePpm)}%` : "";
  }
}

/** How each channel's money would come in at the stated volume; channels that keep their cycle to themselves are left out. */
function cashViews({ prices, guide }: Book, { costs }: Proposal, lang: Lang): CashView[] {
  const stated = costs?.[1];
  if (!stated) return [];
  const channels = new Map<string, { volume: number; fee: number }>();
  for (const line of stated.cost.lines) {
    if (line.kind !== "rate" || !line.channel) continue;
    const sum = channels.get(line.channel) ?? { volume: 0, fee: 0 };
    channels.set(line.channel, {
      volume: sum.volume + (line.volumeUsdMinor ?? 0),
      fee: sum.fee + (line.amountUsdMinor ?? 0),
    });
  }
  return [...channels].flatMap(([channel, { volume, fee }]) => {
    const fees = feesOf(prices.fees, channel);
    if (!fees || volume === 0) return [];
    const feePpm = Math.round((fee / volume) * 1_000_000);
    const points = cashFlow({
      monthlyMinor: volume,
      feePpm,
      settlement: fees.settlement,
      reserve: fees.reserve,
      days: CASH_DAYS,
    });
    if (!points) return [];
    return {
      channel: channelName(guide, channel),
      href: `/guide/channels/${channel}#fees`,
      points: points
        .filter(({ day }) => day % CASH_STEP === 0)
        .map(({ day, soldMinor, paidOutMinor, reserveMinor }) => ({
          day,
          sold: soldMinor,
          paid: paidOutMinor,
          reserve: reserveMinor,
        })),
      held: fees.reserve ? usd(heldReserve(fees.reserve, volume), lang) : null,
      longestWait: longestWait(fees.settlement),
    };
  });
}
