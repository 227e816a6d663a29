import { livesInApp } from "../app-pictures.ts";
import type { Archive } from "../archive/archive.ts";
import type { Judgement } from "../judge/judge.ts";
import { judgePage } from "../judge/judge-page.ts";
import type { FieldComparison } from "../report.schema.ts";
import { sameAddress } from "./same-address.ts";
import { samePeople } from "./same-people.ts";
import { isMobile } from "./values.ts";

/** What the KYC record says; a field that is null there is not compared. */
export interface ExpectedBusiness {
  companyName: string | null;
  /** Other spellings that count: the name in Latin letters, the trade name. */
  otherNames?: string[];
  representative: string | null;
  /** Each representative with every spelling of the name; those in `representative`, split at commas, when absent. */
  representatives?: string[][];
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

const AREA = /특별자치[시도]|특별시|광역시|[시군구도](?=$|\d|-)/g;
/** 제2023-서울강남-01234호: the year, whose register, the number as it stands; registers are named with and without their 구. */
function mailOrderKey(text: string): string {
  const [year = "", ...rest] =
    plain(text)
      .replace(/^제|호$/g, "")
      .match(/\d+|\p{L}+/gu) ?? [];
  return [year, ...rest.map((part) => part.replace(AREA, "").replace(/특별시|광역시|시(?=.)/g, ""))].join("-");
}

/** Tolerant of spelling, strict about digits. */
export function sameValue(
  field: Field,
  onSite: string,
  expected: string,
  others: Pick<ExpectedBusiness, "otherNames" | "representatives"> = {},
): boolean {
  switch (field) {
    case "bizRegNo":
      return digits(onSite) === digits(expected);
    case "phone":
      return phoneDigits(onSite) === phoneDigits(expected);
    case "mailOrderNo":
      return mailOrderKey(onSite) === mailOrderKey(expected);
    case "companyName": {
      const key = (text: string) => plain(text.normalize("NFKC").replace(FORMS, " "));
      return [expected, ...(others.otherNames ?? [])].some((name) => key(name) !== "" && key(name) === key(onSite));
    }
    case "representative":
      return samePeople(onSite, others.representatives ?? expected.split(/[,·/&]/).map((name) => [name]));
    case "address":
      return sameAddress(onSite, expected);
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
  const same = found.find(({ value }) => sameValue(field, value, wanted, expected));
  return same ? answer("same", same) : answer("different", first);
}
