import { fromCsv, type RowProblem, toCsv } from "../catalogue/csv.ts";
import { ExchangeRates } from "./exchange.ts";
import { FeeBook, Rate } from "./fee-book.ts";
import { type Money, percentText } from "./money.ts";

type Read<T> = { ok: true; value: T } | { ok: false; problems: RowProblem[] };

/** Rows by the names of their columns; what is missing is a problem of the first line. */
function rowsOf(
  text: string,
  columns: readonly string[],
): { rows: { line: number; of: (column: string) => string }[]; missing: RowProblem[] } {
  const [head, ...rest] = fromCsv(text);
  const missing = columns
    .filter((column) => !head?.fields.includes(column))
    .map((column): RowProblem => ({ line: 1, column, problem: "missingColumn", word: column }));
  const rows = rest.map(({ line, fields }) => ({
    line,
    of: (column: string) => (fields[head?.fields.indexOf(column) ?? -1] ?? "").replace(/^'(?=[=+\-@\t\r])/, "").trim(),
  }));
  return { rows, missing };
}

const MICROS = 1_000_000;

/** `currency,per_usd`: what one US dollar buys. The day they are of stands in front, for a file has no other place. */
export const ratesToCsv = ({ asOfOn, perUsdMicros }: ExchangeRates): string =>
  toCsv([
    ["currency", "per_usd", "as_of"],
    ...Object.entries(perUsdMicros).map(([currency, micros]) => [currency, String(micros / MICROS), asOfOn]),
  ]);

/** Exchange rates from a file: a currency that is gone is one without a rate. */
export function withRatesFromCsv(before: ExchangeRates, text: string): Read<ExchangeRates> {
  const { rows, missing } = rowsOf(text, ["currency", "per_usd", "as_of"]);
  const problems = [...missing];
  const perUsdMicros: Record<string, number> = {};
  const days = new Set<string>();
  for (const { line, of } of missing.length > 0 ? [] : rows) {
    const [currency, rate] = [of("currency"), of("per_usd")];
    days.add(of("as_of"));
    if (!/^[A-Z]{3}$/.test(currency)) problems.push({ line, column: "currency", problem: "shape", word: currency });
    else if (currency in perUsdMicros)
      problems.push({ line, column: "currency", problem: "duplicate", word: currency });
    const micros = Math.round(Number(rate) * MICROS);
    if (!/^\d+(\.\d{1,6})?$/.test(rate) || micros <= 0 || !Number.isSafeInteger(micros)) {
      problems.push({ line, column: "per_usd", problem: "shape", word: rate });
    }
    perUsdMicros[currency] = micros;
  }
  const [asOfOn = "", other] = days;
  if (problems.length === 0 && other !== undefined)
    problems.push({ line: 1, column: "as_of", problem: "shape", word: other });
  if (problems.length > 0) return { ok: false, problems };
  const judged = ExchangeRates.safeParse({ ...before, asOfOn, perUsdMicros });
  return judged.success
    ? { ok: true, value: judged.data }
    : { ok: false, problems: [{ line: 2, column: "as_of", problem: "shape", word: asOfOn }] };
}

const feeColumns = [
  "channel",
  "brands",
  "methods",
  "goods",
  "platform",
  "ticket_from",
  "ticket_below",
  "rate_percent",
  "lowest_percent",
  "fixed",
  "minimum",
] as const;

/** `USD 3000`: minor units behind the currency, so that nothing is rounded on the way. */
const moneyText = (amount: Money | undefined): string => (amount ? `${amount.currency} ${amount.amountMinor}` : "");
const INDIVIDUAL = "individual";

/** Every published rate as a row: the first that fits a payment is in force, so their order in a channel counts. */
export const feesToCsv = ({ channels }: Pick<FeeBook, "channels">): string =>
  toCsv([
    [...feeColumns],
    ...channels.flatMap(({ channel, rates }) =>
      rates.map((rate) => [
        channel,
        rate.brands?.join(" ") ?? "",
        rate.methods?.join(" ") ?? "",
        rate.goods ?? "",
        rate.platform ?? "",
        moneyText(rate.ticketFrom),
        moneyText(rate.ticketBelow),
        "isIndividual" in rate ? INDIVIDUAL : percentText(rate.ratePpm),
        "isIndividual" in rate || rate.lowestPpm === undefined ? "" : percentText(rate.lowestPpm),
        "isIndividual" in rate ? "" : moneyText(rate.fixed),
        "isIndividual" in rate ? "" : moneyText(rate.minimum),
      ]),
    ),
  ]);

/** What the columns of a row stand for in the book, for naming the one that is wrong. */
const columnOf: Record<string, (typeof feeColumns)[number]> = {
  brands: "brands",
  methods: "methods",
  goods: "goods",
  platform: "platform",
  ticketFrom: "ticket_from",
  ticketBelow: "ticket_below",
  ratePpm: "rate_percent",
  lowestPpm: "lowest_percent",
  fixed: "fixed",
  minimum: "minimum",
};

/** A fee book with its rates taken from a file; set-up, settlement, reserve and what else it holds stay. */
export function withFeesFromCsv(before: FeeBook, text: string): Read<FeeBook> {
  const { rows, missing } = rowsOf(text, feeColumns);
  if (missing.length > 0) return { ok: false, problems: missing };
  const problems: RowProblem[] = [];
  const rates = new Map<string, Rate[]>(before.channels.map(({ channel }) => [channel, []]));
  for (const { line, of } of rows) {
    const list = rates.get(of("channel"));
    if (!list) {
      problems.push({ line, column: "channel", problem: "unknownChannel", word: of("channel") });
      continue;
    }
    const isIndividual = of("rate_percent") === INDIVIDUAL;
    const judged = Rate.safeParse(
      defined({
        brands: listOf(of("brands")),
        methods: listOf(of("methods")),
        goods: of("goods") || undefined,
        platform: of("platform") || undefined,
        ticketFrom: moneyOf(of("ticket_from")),
        ticketBelow: moneyOf(of("ticket_below")),
        ...(isIndividual
          ? { isIndividual: true }
          : {
              ratePpm: ppmOf(of("rate_percent")) ?? of("rate_percent"),
              lowestPpm: ppmOf(of("lowest_percent")),
              fixed: moneyOf(of("fixed")),
              minimum: moneyOf(of("minimum")),
            }),
      }),
    );
    if (judged.success) {
      list.push(judged.data);
      continue;
    }
    for (const column of wrongColumns(judged.error.issues)) {
      problems.push({ line, column, problem: "shape", word: of(column) });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const channels = before.channels.map((entry) => ({ ...entry, rates: rates.get(entry.channel) ?? [] }));
  return { ok: true, value: FeeBook.parse({ ...before, channels }) };
}

interface Issue {
  path: PropertyKey[];
  errors?: Issue[][];
}

/** A rate is one of two shapes: what is wrong is said by the shape that was meant, the first. */
function wrongColumns(issues: readonly unknown[]): string[] {
  const flat = (all: readonly Issue[]): Issue[] => all.flatMap((one) => (one.errors ? flat(one.errors[0] ?? []) : one));
  const found = flat(issues as Issue[]).flatMap(({ path }) => columnOf[String(path[0])] ?? []);
  return found.length > 0 ? [...new Set(found)] : ["rate_percent"];
}

const listOf = (text: string): string[] | undefined => (text === "" ? undefined : text.split(/\s+/));
const ppmOf = (text: string): number | string | undefined => {
  if (text === "") return undefined;
  return /^\d{1,2}(\.\d{1,4})?$/.test(text) ? Math.round(Number(text) * 10_000) : text;
};
const moneyOf = (text: string): Money | string | undefined => {
  if (text === "") return undefined;
  const [, currency, amount] = /^([A-Z]{3}) (\d+)$/.exec(text) ?? [];
  return currency && amount ? { currency, amountMinor: Number(amount) } : text;
};
const defined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
