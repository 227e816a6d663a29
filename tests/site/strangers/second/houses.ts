import { readFileSync } from "node:fs";
import { type Company, withCheckDigit } from "../strangers.ts";

export const sheet = (name: string) => readFileSync(new URL(`./sheets/${name}.txt`, import.meta.url), "utf8");

/** Blocks of a sheet, each begun by `mark` at the start of a line. Lines that begin with `#!` are remarks. */
export const blocks = (text: string, mark: string): string[][] =>
  `\n${text.replace(/^#!.*\n/gm, "")}`
    .split(`\n${mark} `)
    .slice(1)
    .map((block) => block.trimEnd().split("\n"));

const wrongDigit = (body: string) => {
  const right = withCheckDigit(body);
  return right.slice(0, -1) + ((Number(right.at(-1)) + 3) % 10);
};

/** `[[b:214-86-1234]]` becomes a business number with a right check digit, `[[x:…]]` one with a wrong one. */
export const numbered = (text: string): string =>
  text.replace(/\[\[([bx]):([\d-]+)\]\]/g, (_, kind: string, body: string) =>
    kind === "b" ? withCheckDigit(body) : wrongDigit(body),
  );

const mobile = /^(?:\+?82[-\s)]*)?0?1[016789][-.\s)]?\d{3,4}/;

/**
 * `key=value; key=value` of a sheet. `*` is "any answer will do", ` || ` parts answers that are equally right. What follows from
 * them is added: whether the number's check digit is right, and whether the telephone is a mobile one (Korean numbers only).
 */
export function companyOf(line: string): Company {
  const found: Company = {};
  for (const part of line.split("; ")) {
    const at = part.indexOf("=");
    if (at < 0) continue;
    const key = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    if (key === "bizRegNo") {
      if (/\[\[[bx]:/.test(value)) found.bizRegNoValid = String(value.includes("[[b:"));
      found[key] = numbered(value);
    } else found[key] = value;
  }
  const { phone } = found;
  if (phone && phone !== "*" && !found.phoneIsMobile) found.phoneIsMobile = String(mobile.test(phone));
  return found;
}

/** One shop's name, menu, and what stands at the foot of its pages. */
export interface House {
  brand: string;
  menu: string[];
  company: Company;
  foot: string;
}

export const houses = (): Map<string, House> =>
  new Map(
    blocks(sheet("houses"), "@").map(([first = "", company = "", ...foot]) => {
      const [id = "", brand = "", menu = ""] = first.split("|").map((part) => part.trim());
      return [id, { brand, menu: menu.split(","), company: companyOf(company), foot: numbered(foot.join("\n")) }];
    }),
  );
