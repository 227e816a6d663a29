import type { core } from "zod";
import type { Lang } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** Sentences of a room by key; a key with a number behind a colon (`files.tooMany:5`) asks a function with it. */
export type Problems = { readonly [key: string]: string | ((hole: string) => string) };

/**
 * The key of a problem that the schema gave no words for, so that zod's own English never reaches a person.
 * Sizes follow the key behind a colon: `form.tooLong:200`.
 */
export function standardProblem(issue: core.$ZodRawIssue): string {
  const empty = issue.input === undefined || issue.input === null || issue.input === "";
  switch (issue.code) {
    case "invalid_type":
      if (empty) return "form.missing";
      return issue.expected === "number" || issue.expected === "int" ? "form.notANumber" : "form.wrong";
    case "invalid_value":
    case "invalid_union":
      if (issue.input === false) return "form.mustAgree";
      return empty ? "form.chooseOne" : "form.wrong";
    case "too_small":
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1 ? "form.missing" : `form.tooShort:${issue.minimum}`;
      if (issue.origin === "array" || issue.origin === "set") return "form.chooseOne";
      return `form.tooSmall:${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `form.tooLong:${issue.maximum}` : `form.tooBig:${issue.maximum}`;
    case "invalid_format":
      if (empty) return "form.missing";
      if (issue.format === "email") return "form.notEmail";
      if (issue.format === "url") return "form.notUrl";
      if (issue.format === "date") return "form.notADate";
      return "form.wrong";
    default:
      return "form.wrong";
  }
}

/** The sentence for a message key: the room's own, else the common one. A key nobody knows says "look at this again". */
export function sentenceOf(key: string, lang: Lang, problems: Problems = {}): string {
  const common: Problems = words[lang].problems;
  const own = problems[key] ?? common[key];
  if (typeof own === "string") return own;
  const colon = key.lastIndexOf(":");
  const name = colon < 0 ? key : key.slice(0, colon);
  const said = problems[name] ?? common[name] ?? words[lang].problems["form.wrong"];
  return typeof said === "string" ? said : said(colon < 0 ? "" : key.slice(colon + 1));
}
