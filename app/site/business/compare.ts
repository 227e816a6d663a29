import { livesInApp } from "../app-pictures.ts";
import type { Archive } from "../archive/archive.ts";
import type { Judgement } from "../judge/judge.ts";
import { judgePage } from "../judge/judge-page.ts";
import type { FieldComparison } from "../report.schema.ts";
import { isMobile } from "./values.ts";

/** What the KYC record says; a field that is null there is not compared. */
export interface ExpectedBusiness {
  companyName: string | null;
  /** Other spellings that count: the name in Latin letters, the trade name. */
  otherNames?: string[];
  representative: string | null;
  bizRegNo: string | null;
  address: string | null;
  phone: string | null;
  mailOrderNo: string | null;
}

const fields = ["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"] as const;
type Field = (typeof fields)[number];

const FORMS =
  /주식회사|유한회사|\(주\)|\(유\)|\(株\)|株式会社|合同会社|有限会社|co\.?,?\s?ltd\.?|company|corporation|corp\.?|inc\.?|llc|limited|ltd\.?/giu;
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
const digits = (text: string) => text.replace(/\D/g, "");
const phoneDigits = (text: string) => digits(text).replace(/^(?:0082|82)0?/, "0");

const REGIONS: [RegExp, string][] = [
  [/서울특별시|서울시/g, "서울"],
  [/부산광역시|부산시/g, "부산"],
  [/대구광역시|대구시/g, "대구"],
  [/인천광역시|인천시/g, "인천"],
  [/광주광역시|광주시(?!.*경기)/g, "광주"],
  [/대전광역시|대전시/g, "대전"],
  [/울산광역시|울산시/g, "울산"],
  [/세종특별자치시|세종시/g, "세종"],
  [/경기도/g, "경기"],
  [/강원특별자치도|강원도/g, "강원"],
  [/충청북도/g, "충북"],
  [/충청남도/g, "충남"],
  [/전북특별자치도|전라북도/g, "전북"],
  [/전라남도/g, "전남"],
  [/경상북도/g, "경북"],
  [/경상남도/g, "경남"],
  [/제주특별자치도|제주도/g, "제주"],
];

/** An address without what people write in one place and leave out in the other: post code, brackets, floors' words, spacing. */
function addressKey(text: string): string {
  let key = text
    .normalize("NFKC")
    .replace(/[([{][^)\]}]*[)\]}]/g, " ")
    .replace(/^\s*\d{5}\b/, " ");
  for (const [long, short] of REGIONS) key = key.replace(long, short);
  return plain(key)
    .replace(/(\d+)층/g, "$1f")
    .replace(/(\d+)호/g, "$1");
}

const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).join("-");

/** Tolerant of spelling, strict about digits. */
export function sameValue(field: Field, onSite: string, expected: string, otherNames: string[] = []): boolean {
  switch (field) {
    case "bizRegNo":
      return digits(onSite) === digits(expected);
    case "phone":
      return phoneDigits(onSite) === phoneDigits(expected);
    case "mailOrderNo":
      return plain(onSite).replace(/^제|호$/g, "") === plain(expected).replace(/^제|호$/g, "");
    case "companyName": {
      const key = (text: string) => plain(text.normalize("NFKC").replace(FORMS, " "));
      return [expected, ...otherNames].some((name) => key(name) !== "" && key(name) === key(onSite));
    }
    case "representative": {
      const names = (text: string) =>
        text
          .split(/[,·/&]|\s외\s|및/)
          .map(plain)
          .filter((name) => name !== "")
          .sort()
          .join();
      return names(onSite) === names(expected) || plain(onSite) === plain(expected);
    }
    case "address": {
      const [a, b] = [addressKey(onSite), addressKey(expected)];
      if (a === b) return true;
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      // One of them names the floor or the building, the other stops at the street number: the digits they share must agree.
      return (
        short.length >= 8 &&
        long.startsWith(short) &&
        !/^\d/.test(long.slice(short.length)) &&
        numbersOf(long).startsWith(numbersOf(short).split("-").slice(0, 1).join())
      );
    }
  }
}

/**
 * Holds the site's data against the KYC record: over the whole site, and once more on the order page, where the law
 * wants it too.
 */
export function compareBusiness(
  archive: Archive,
  { businessFound }: Pick<Judgement, "businessFound">,
  expected: ExpectedBusiness,
): FieldComparison[] {
  // What an app shows of its company is on pictures, for a person to read beside what was filed.
  if (livesInApp(archive.origin))
    return fields.map((field) => ({
      field,
      where: "site",
      outcome: "notAsked",
      onSite: null,
      expected: expected[field],
      evidence: null,
    }));
  const lang = archive.pages[0] ? judgePage(archive.pages[0]).lang : "ko";
  const site = fields.map((field) =>
    compareField(
      field,
      "site",
      businessFound.filter((found) => found.field === field).map(({ value, evidence }) => ({ value, evidence })),
      expected,
      lang,
    ),
  );
  const order =
    archive.pages.map(judgePage).find(({ kind, business }) => kind === "order" && business.found.length > 0) ??
    archive.pages.map(judgePage).find(({ kind }) => kind === "order");
  if (!order) return site;
  const there = fields.map((field) =>
    compareField(
      field,
      "checkout",
      order.business.found
        .filter((found) => found.field === field)
        .map(({ value, quote, selector }) => ({ value, evidence: { url: order.url, quote, selector, shot: null } })),
      expected,
      lang,
    ),
  );
  return [...site, ...there];
}

type Found = { value: string; evidence: FieldComparison["evidence"] };

function compareField(
  field: Field,
  where: FieldComparison["where"],
  found: Found[],
  expected: ExpectedBusiness,
  lang: string,
): FieldComparison {
  const wanted = expected[field];
  const answer = (outcome: FieldComparison["outcome"], hit: Found | undefined): FieldComparison => ({
    field,
    where,
    outcome,
    onSite: hit?.value ?? null,
    expected: wanted,
    evidence: hit?.evidence ?? null,
  });
  const first = found[0];
  if (field === "phone" && found.length > 0 && found.every(({ value }) => isMobile(value, lang)))
    return answer("mobile", first);
  if (wanted === null) return answer("notAsked", first);
  if (!first) return answer("missing", undefined);
  const same = found.find(({ value }) => sameValue(field, value, wanted, expected.otherNames));
  return same ? answer("same", same) : answer("different", first);
}
