import type { Lang } from "#app/i18n/words.ts";
import { sentenceOf } from "#app/ui/form/problem.ts";
import type { InquiryProblem } from "./answers.server.ts";
import type { Answers } from "./draft.server.ts";
import type { SectionName } from "./inquiry.schema.ts";
import { pathOf } from "./steps.ts";
import { words } from "./words.ts";

/** What is in the way of one step. */
export interface StepProblems {
  section: SectionName;
  href: string;
  /** Nobody has been there: one sentence says so, instead of one for every field. */
  isUntouched: boolean;
  fields: { href: string; sentence: string }[];
}

/** Chosen for the visitor beforehand: no sign that somebody was there. */
const chosenForThem = ["home", "ticketCurrency"];

const isUntouched = (answers: Answers, section: SectionName): boolean =>
  Object.entries(answers[section] ?? {}).every(
    ([field, value]) => chosenForThem.includes(field) || value === "" || (Array.isArray(value) && value.length === 0),
  );

/** The problems of a draft, step by step; ways to pay are not asked for before there is a country to pay in. */
export function problemsSaid(answers: Answers, problems: readonly InquiryProblem[], lang: Lang): StepProblems[] {
  const isNowhere = problems.some(({ section }) => section === "where");
  const sections = [...new Set(problems.map(({ section }) => section))];
  return sections
    .filter((section) => !(isNowhere && section === "ways"))
    .map((section) => ({
      section,
      href: pathOf(section),
      isUntouched: isUntouched(answers, section),
      fields: problems
        .filter((one) => one.section === section)
        .map(({ field, key }) => ({
          href: `${pathOf(section)}${field ? `#${field.replaceAll(".", "-")}` : ""}`,
          sentence: said(section, field, key, lang),
        })),
    }));
}

/** A sentence that fits any field is preceded by the name of its field. */
function said(section: SectionName, field: string, key: string, lang: Lang): string {
  const sentence = sentenceOf(key, lang, words[lang].problems);
  const labels =
    section === "contact" ? { ...words[lang].contact, title: words[lang].contact.jobTitle } : words[lang][section];
  const label = key.startsWith("form.") && Object.hasOwn(labels, field) ? labels[field as keyof typeof labels] : null;
  return typeof label === "string" ? `${label}: ${sentence}` : sentence;
}
