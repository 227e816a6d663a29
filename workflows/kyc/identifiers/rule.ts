import type { Fault, Verdict } from "./verdict.ts";

/** One kind of company number: what it looks like and how it is checked. Labels and hints are words of the room. */
export interface IdentifierRule<Kind extends string = string> {
  /** Stored beside the number for ever: add, never rename. Country (`eu`, `any`) and name, e.g. `kr.businessNumber`. */
  kind: Kind;
  /** Which list the number comes from; a company often has one of each. */
  register: "company" | "tax" | "both" | "sales";
  /** An invented number in its country's writing, that passes; shown in the empty field. */
  sample: string;
  /** What the number looks like once separators are gone. */
  shape: RegExp;
  /** False where other shapes are known to be about: a wrong one then only warns. */
  shapeIsCertain?: boolean;
  /** True keeps spaces and hyphens, for numbers in which they carry meaning. */
  keepsSeparators?: boolean;
  /** @param onDay `YYYY-MM-DD`, for numbers with a year in them */
  check?: (value: string, onDay: string) => Fault;
  show?: (value: string) => string;
}

export const rule = <const Kind extends string>(of: IdentifierRule<Kind>): IdentifierRule<Kind> => of;

/** Full-width and other lookalike forms become plain ones, then everything but letters and digits goes. */
const compact = (text: string): string =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-‐-―−ー/()·_,:]/gu, "");

const tidy = (text: string): string =>
  text
    .normalize("NFKC")
    .trim()
    .replace(/[‐-―−]/gu, "-")
    .replace(/\s+/gu, " ");

/** Applies one rule to what somebody typed. @param onDay the day of the check, `YYYY-MM-DD` */
export function applyRule(to: IdentifierRule, typed: string, onDay: string): Verdict {
  const value = to.keepsSeparators ? tidy(typed) : compact(typed);
  if (value === "") return { ok: false, problem: "missing", certain: true };
  if (!to.shape.test(value)) return { ok: false, problem: "shape", certain: to.shapeIsCertain ?? true };
  const fault = to.check?.(value, onDay) ?? null;
  return fault ? { ok: false, ...fault } : { ok: true, value, shown: to.show?.(value) ?? value };
}

/** `grouped(3, 2, 5)("1234567891")` is `123-45-67891`. */
export const grouped =
  (...sizes: number[]) =>
  (value: string): string =>
    sizes
      .map((size, i) => {
        const from = sizes.slice(0, i).reduce((sum, before) => sum + before, 0);
        return value.slice(from, from + size);
      })
      .join("-");
