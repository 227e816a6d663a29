import type { Lang } from "#app/i18n/words.ts";
import type { Catalogue } from "#workflows/catalogue/catalogue.ts";
import { methodsToCsv, type RowProblem, withMethodsFromCsv } from "#workflows/catalogue/csv.ts";
import { catalogueProblems } from "#workflows/catalogue/problems.ts";
import {
  type BookProblem,
  feeProblems,
  openingProblems,
  rateProblems,
  restrictionProblems,
} from "#workflows/proposal/book-problems.ts";
import { feesToCsv, ratesToCsv, withFeesFromCsv, withRatesFromCsv } from "#workflows/proposal/price-csv.ts";
import { type Book, type EditionKind, kinds } from "./editions.server.ts";
import { words } from "./words.ts";

/** A problem of a file that was brought, in words. */
export interface ImportProblem {
  at: string;
  sentence: string;
}

export type Read =
  | { ok: true; data: unknown }
  | { ok: false; errors: Record<string, string>; problems: ImportProblem[] };

const refuse = (problems: ImportProblem[], errors: Record<string, string> = {}): Read => ({
  ok: false,
  errors,
  problems,
});

/** Kinds that are tables go out and come back as one; the others are JSON alone. @returns null for those */
export function csvOf(kind: EditionKind, data: unknown): string | null {
  switch (kind) {
    case "catalogue":
      return methodsToCsv(kinds.catalogue.schema.parse(data));
    case "fees":
      return feesToCsv(kinds.fees.schema.parse(data));
    case "rates":
      return ratesToCsv(kinds.rates.schema.parse(data));
    case "restrictions":
    case "opening":
      return null;
  }
}

export const hasCsv = (kind: EditionKind): boolean => kind === "catalogue" || kind === "fees" || kind === "rates";

/** A table on top of what is in force, or `null` where the kind has none. */
function fromTable(kind: EditionKind, text: string, { guide, prices }: Pick<Book, "guide" | "prices">) {
  switch (kind) {
    case "catalogue": {
      const read = withMethodsFromCsv(guide.catalogue, text);
      return read.ok ? { ok: true as const, value: read.catalogue } : read;
    }
    case "fees":
      return withFeesFromCsv(prices.fees, text);
    case "rates":
      return withRatesFromCsv(prices.rates, text);
    default:
      return null;
  }
}

/** A file whole: JSON of any kind, or a table on top of what is in force; judged to the last reference. */
export function readEdition(
  kind: EditionKind,
  text: string,
  inForce: Pick<Book, "guide" | "prices">,
  lang: Lang,
): Read {
  const w = words[lang];
  const { catalogue } = inForce.guide;
  if (hasCsv(kind) && !text.trimStart().startsWith("{")) {
    const read = fromTable(kind, text, inForce);
    if (read?.ok) return checked(kind, read.value, catalogue, lang);
    return refuse((read?.problems ?? []).map((problem) => rowSaid(problem, lang)));
  }
  let held: unknown;
  try {
    held = JSON.parse(text);
  } catch {
    return refuse([], { file: "notJson" });
  }
  const judged = kinds[kind].schema.safeParse(held);
  if (!judged.success) {
    return refuse(
      judged.error.issues
        .slice(0, 200)
        .map(({ path, message }) => ({ at: path.join("/"), sentence: w.checks.shape(message) })),
    );
  }
  return checked(kind, judged.data, catalogue, lang);
}

function rowSaid({ line, column, problem, word }: RowProblem, lang: Lang): ImportProblem {
  const w = words[lang];
  return {
    at: `${w.desk.row(line)} · ${column}`,
    sentence: problem === "missingColumn" ? w.checks.shape(column) : w.checks[problem](word),
  };
}

/** What a schema cannot see: keys twice, words nobody knows, ranges that run backwards. */
export function checked(kind: EditionKind, data: unknown, catalogue: Catalogue, lang: Lang): Read {
  const problems = problemsOf(kind, data, catalogue);
  if (problems.length === 0) return { ok: true, data };
  const w = words[lang].checks;
  return refuse(problems.slice(0, 200).map(({ at, problem, word }) => ({ at, sentence: w[problem](word) })));
}

function problemsOf(kind: EditionKind, data: unknown, catalogue: Catalogue): BookProblem[] {
  switch (kind) {
    case "catalogue":
      return catalogueProblems(kinds.catalogue.schema.parse(data));
    case "fees":
      return feeProblems(kinds.fees.schema.parse(data), catalogue);
    case "rates":
      return rateProblems(kinds.rates.schema.parse(data), catalogue);
    case "restrictions":
      return restrictionProblems(kinds.restrictions.schema.parse(data), catalogue);
    case "opening":
      return openingProblems(kinds.opening.schema.parse(data), catalogue);
  }
}
