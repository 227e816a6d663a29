import type { output } from "zod";
import type { FormErrors, FormValues } from "#app/ui/form/index.ts";
import { nested } from "#app/ui/form/names.ts";
import { standardProblem } from "#app/ui/form/problem.ts";
import { shaped } from "#app/ui/form/shape.ts";
import type { Guide } from "#workflows/catalogue/coverage.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import type { RestrictionBook } from "#workflows/proposal/restrictions.ts";
import type { Answers } from "./draft.server.ts";
import { Inquiry, type SectionName, sections } from "./inquiry.schema.ts";

type Judged<T> = { ok: true; value: T } | { ok: false; errors: FormErrors };

/** Fields of each section: a form that does not name one has emptied it. */
const fieldsOf: Record<Exclude<SectionName, "ways">, readonly string[]> = {
  where: Object.keys(sections.where.shape),
  sales: Object.keys(sections.sales.shape),
  business: Object.keys(sections.business.shape),
  contact: Object.keys(sections.contact.shape),
};

/**
 * A posted section as the draft keeps it.
 *
 * @param touched an autosave names the fields that were touched, so that a box that lost its tick is an answer and a field
 *   nobody went near is none; `null`: the whole form was sent, and what it does not hold is empty
 */
export function fieldsFrom(section: SectionName, form: FormData, touched: readonly string[] | null): FormValues {
  const given = nested(
    [...form].filter(([name, value]) => !name.startsWith("_") && typeof value === "string"),
  ) as FormValues;
  if (section === "ways") return waysByCountry(given);
  const asked = touched === null ? fieldsOf[section] : fieldsOf[section].filter((field) => touched.includes(field));
  return Object.fromEntries(asked.map((field) => [field, given[field] ?? ""]));
}

function waysByCountry(given: FormValues): FormValues {
  const wishes = Array.isArray(given.wishes) ? given.wishes : [];
  return Object.fromEntries(
    wishes.flatMap((wish) => {
      if (typeof wish !== "object" || wish === null || Array.isArray(wish)) return [];
      const { country, brands, suggest } = wish;
      if (typeof country !== "string" || !/^[A-Z]{2,5}$/.test(country)) return [];
      return [[country, { brands: listOf(brands), suggest: suggest === undefined ? "" : "on" }]];
    }),
  );
}

const listOf = (held: unknown): string[] =>
  typeof held === "string" ? [held] : Array.isArray(held) ? held.filter((one) => typeof one === "string") : [];

/** The countries chosen, in the order of the form; those without a choice of ways included. */
export const countriesOf = (answers: Answers): string[] => listOf(answers.where?.countries);

/** The section as its form and its schema know it: for `ways`, the countries chosen now, with what was said of each. */
export function sectionValues(answers: Answers, section: SectionName): FormValues {
  if (section !== "ways") return answers[section] ?? {};
  return {
    wishes: countriesOf(answers).map((country) => {
      const held = answers.ways?.[country];
      const wish = typeof held === "object" && !Array.isArray(held) ? held : {};
      return { country, brands: listOf(wish.brands), suggest: wish.suggest === "on" ? "on" : "" };
    }),
  };
}

/** One section, judged as if it had been posted. */
export function judgeSection<S extends SectionName>(
  answers: Answers,
  section: S,
): Judged<output<(typeof sections)[S]>> {
  const schema = sections[section];
  const judged = schema.safeParse(shaped(schema, sectionValues(answers, section)), { error: standardProblem });
  // The schema is that of the section asked for; TypeScript does not follow the index through `safeParse`.
  if (judged.success) return { ok: true, value: judged.data as output<(typeof sections)[S]> };
  return { ok: false, errors: errorsOf(judged.error.issues) };
}

const errorsOf = (issues: readonly { path: PropertyKey[]; message: string }[]): FormErrors => {
  const errors: FormErrors = {};
  for (const { path, message } of issues) errors[path.join(".")] ??= message;
  return errors;
};

/** What is whole of a draft, for advice while it is written. */
export function wholeSections(answers: Answers): {
  [section in "ways" | "sales" | "business"]?: Partial<Inquiry[section]>;
} {
  const ways = sectionValues(answers, "ways");
  const wishes = (ways.wishes as FormValues[]).map((wish) => ({
    country: String(wish.country),
    brands: listOf(wish.brands),
    suggest: wish.suggest === "on",
  }));
  const sales = judgeSection(answers, "sales");
  const business = judgeSection(answers, "business");
  return {
    ways: { wishes },
    sales: sales.ok ? sales.value : partly(answers.sales, ["band", "mode", "goods"]),
    business: business.ok ? business.value : partly(answers.business, ["applicantType", "home", "platform"]),
  };
}

/** Choices that stand by themselves count as soon as they are made, whatever else is missing. */
function partly(values: FormValues | undefined, names: readonly string[]): object {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const held = values?.[name];
    const schema = name in sections.sales.shape ? sections.sales.shape : sections.business.shape;
    const judged = (schema as Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>)[
      name
    ]?.safeParse(held);
    if (judged?.success) picked[name] = judged.data;
  }
  return picked;
}

export interface InquiryProblem {
  section: SectionName;
  /** Name of the field within its section's form; empty for the section itself. */
  field: string;
  key: string;
}

/**
 * The whole inquiry, judged: section by section, across sections, and against what is sold today.
 *
 * @returns the inquiry, or every problem with the section where it can be put right
 */
export function judgeInquiry(
  answers: Answers,
  book: { guide: Guide; restrictions: RestrictionBook },
): { ok: true; value: Inquiry } | { ok: false; problems: InquiryProblem[] } {
  const where = judgeSection(answers, "where");
  const raw = Object.fromEntries(
    (["ways", "sales", "business", "contact"] as const).map((section) => [section, sectionValues(answers, section)]),
  );
  const judged = Inquiry.safeParse(shaped(Inquiry, raw), { error: standardProblem });
  const problems: InquiryProblem[] = where.ok
    ? []
    : Object.entries(where.errors).map(([field, key]) => ({ section: "where", field, key }));
  if (!judged.success) {
    for (const [path, key] of Object.entries(errorsOf(judged.error.issues))) {
      const [section = "ways", ...field] = path.split(".");
      problems.push({ section: section as SectionName, field: field.join("."), key });
    }
    return { ok: false, problems };
  }
  problems.push(...unknownWords(judged.data, book));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: judged.data };
}

/** Codes that the catalogue does not know, or no longer: withdrawn since the draft was begun, or never there. */
function unknownWords(
  { ways, sales }: Inquiry,
  book: { guide: Guide; restrictions: RestrictionBook },
): InquiryProblem[] {
  const trades = new Set(book.restrictions.categories.map((category) => category.id));
  return [
    ...ways.wishes.flatMap(({ country, brands }, place): InquiryProblem[] => {
      if (country !== ANYWHERE && !book.guide.country(country)) {
        return [{ section: "where", field: "countries", key: "country.notSold" }];
      }
      return brands.every((brand) => book.guide.offers({ country, brand }).length > 0)
        ? []
        : [{ section: "ways", field: `wishes.${place}.brands`, key: "brands.notSold" }];
    }),
    ...(sales.trades.every((trade) => trades.has(trade))
      ? []
      : [{ section: "sales" as const, field: "trades", key: "trades.unknown" }]),
  ];
}
