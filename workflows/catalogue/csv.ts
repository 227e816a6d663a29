import type { z } from "zod";
import { type Catalogue, type Method, Method as MethodSchema } from "./catalogue.ts";

/** A field in quotes where it needs them (RFC 4180); what a spreadsheet would take for a formula is kept from being one. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;

/**
 * Rows and fields of a CSV file: quotes, doubled quotes and line breaks inside quotes as RFC 4180 has them, either kind of line end,
 * a byte order mark forgotten.
 *
 * @returns rows without the empty ones; `line` is the first line of the row, counted from 1
 */
export function fromCsv(text: string): { line: number; fields: string[] }[] {
  const rows: { line: number; fields: string[] }[] = [];
  let fields: string[] = [];
  let field = "";
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endField = () => {
    fields.push(field);
    field = "";
  };
  const endRow = () => {
    endField();
    if (fields.some((one) => one !== "")) rows.push({ line: begun, fields });
    fields = [];
  };
  const body = text.replace(/^\uFEFF/, "");
  for (let place = 0; place < body.length; place++) {
    const letter = body[place]!;
    if (letter === "\n") line++;
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (body[place + 1] === '"') {
        field += '"';
        place++;
      } else isQuoted = false;
    } else if (letter === '"' && field === "") isQuoted = true;
    else if (letter === ",") endField();
    else if (letter === "\n") {
      endRow();
      begun = line;
    } else if (letter !== "\r") field += letter;
  }
  if (field !== "" || fields.length > 0) endRow();
  return rows;
}

const columns = [
  "channel",
  "key",
  "name_ko",
  "name_en",
  "type",
  "brands",
  "countries",
  "regions",
  "is_global",
  "currencies",
  "has_sandbox",
  "is_live",
  "refund",
  "is_aggregate",
] as const;
type Column = (typeof columns)[number];

const maybe = (is: boolean | null): string => (is === null ? "" : is ? "yes" : "no");

/** Every method as a row, for a spreadsheet. Empty means: the source does not say. Lists are separated by spaces. */
export const methodsToCsv = ({ channels }: Pick<Catalogue, "channels">): string =>
  toCsv([
    [...columns],
    ...channels.flatMap((channel) =>
      channel.methods.map((method) => [
        channel.key,
        method.key,
        method.name.ko,
        method.name.en,
        method.type,
        method.brands.join(" "),
        method.countries.join(" "),
        method.regions.join(" "),
        maybe(method.isGlobal),
        method.currencies?.join(" ") ?? "",
        maybe(method.hasSandbox),
        maybe(method.isLive),
        method.refund,
        maybe(method.isAggregate),
      ]),
    ),
  ]);

/** What is wrong with a row: its first line in the file, the column, and the word it is about. */
export interface RowProblem {
  line: number;
  column: string;
  problem: "shape" | "unknownChannel" | "duplicate" | "missingColumn";
  word: string;
}

const listOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const yesNo: Record<string, boolean | null | undefined> = { yes: true, no: false, "": null };

/**
 * The catalogue with its methods taken from a file: a row that is gone is a method removed, a new one is added. What the file has no
 * column for (card brands, where a key comes from) stays with the key it belonged to.
 *
 * @returns the new catalogue, or every problem with its row
 */
export function withMethodsFromCsv(
  catalogue: Catalogue,
  text: string,
): { ok: true; catalogue: Catalogue } | { ok: false; problems: RowProblem[] } {
  const [head, ...rows] = fromCsv(text);
  const missing = columns.filter((column) => !head?.fields.includes(column));
  if (!head || missing.length > 0) {
    return {
      ok: false,
      problems: missing.map((column) => ({ line: 1, column, problem: "missingColumn", word: column })),
    };
  }
  const problems: RowProblem[] = [];
  const former = new Map(
    catalogue.channels.flatMap((channel) => channel.methods.map((method) => [method.key, method])),
  );
  const byChannel = new Map<string, Method[]>(catalogue.channels.map((channel) => [channel.key, []]));
  const seen = new Set<string>();
  for (const { line, fields } of rows) {
    const of = (column: Column): string =>
      (fields[head.fields.indexOf(column)] ?? "").replace(/^'(?=[=+\-@\t\r])/, "").trim();
    const say = (column: string, problem: RowProblem["problem"], word: string) =>
      problems.push({ line, column, problem, word });
    const list = byChannel.get(of("channel"));
    if (!list) {
      say("channel", "unknownChannel", of("channel"));
      continue;
    }
    if (seen.has(of("key"))) say("key", "duplicate", of("key"));
    seen.add(of("key"));
    const judged = MethodSchema.safeParse({
      ...former.get(of("key")),
      key: of("key"),
      name: { ko: of("name_ko"), en: of("name_en") },
      type: of("type"),
      brands: listOf(of("brands")),
      countries: listOf(of("countries")),
      regions: listOf(of("regions")),
      isGlobal: yesNo[of("is_global")] ?? of("is_global"),
      currencies: of("currencies") === "" ? null : listOf(of("currencies")),
      hasSandbox: yesNo[of("has_sandbox")] === undefined ? of("has_sandbox") : yesNo[of("has_sandbox")],
      isLive: yesNo[of("is_live")] === undefined ? of("is_live") : yesNo[of("is_live")],
      refund: of("refund"),
      isAggregate: yesNo[of("is_aggregate")] ?? of("is_aggregate"),
    });
    if (judged.success) list.push(judged.data);
    else for (const { column, word } of columnsOf(judged.error, of)) say(column, "shape", word);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    catalogue: {
      ...catalogue,
      channels: catalogue.channels.map((channel) => ({ ...channel, methods: byChannel.get(channel.key)! })),
    },
  };
}

const columnOf: Record<string, Column> = {
  key: "key",
  "name.ko": "name_ko",
  "name.en": "name_en",
  type: "type",
  brands: "brands",
  countries: "countries",
  regions: "regions",
  isGlobal: "is_global",
  currencies: "currencies",
  hasSandbox: "has_sandbox",
  isLive: "is_live",
  refund: "refund",
  isAggregate: "is_aggregate",
};

function columnsOf(error: z.ZodError, of: (column: Column) => string): { column: string; word: string }[] {
  const found = new Map<string, string>();
  for (const { path } of error.issues) {
    const column = columnOf[path.slice(0, path[0] === "name" ? 2 : 1).join(".")];
    if (column) found.set(column, of(column));
  }
  return [...found].map(([column, word]) => ({ column, word }));
}
