import { upTo, weighted } from "../arithmetic.ts";
import { grouped, rule } from "../rule.ts";
import { perhaps, surely } from "../verdict.ts";

/** 사업자등록번호: tax office 3, type 2, serial 4, check 1. The ninth digit's tens are added once more. */
function businessNumber(value: string) {
  const [office, type, serial] = [value.slice(0, 3), value.slice(3, 5), value.slice(5, 9)];
  if (Number(office) < 101 || type === "00" || serial === "0000") return surely("component");
  const sum = weighted(value, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((Number(value[8]) * 5) / 10);
  return upTo(10, sum) === Number(value[9]) ? null : surely("checksum");
}

/**
 * 법인등록번호: registry 4, type 2, serial 6, check 1, weights 1 and 2 without adding up digits. Since 31 January 2025
 * numbers are said to carry no check digit, which nobody has confirmed: a failure warns.
 */
const corporateNumber = (value: string) =>
  upTo(10, weighted(value, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2])) === Number(value[12]) ? null : perhaps("checksum");

export const korea = [
  rule({
    kind: "kr.businessNumber",
    register: "tax",
    sample: "123-45-67891",
    shape: /^\d{10}$/,
    check: businessNumber,
    show: grouped(3, 2, 5),
  }),
  rule({
    kind: "kr.corporateNumber",
    register: "company",
    sample: "110111-0000010",
    shape: /^\d{13}$/,
    check: corporateNumber,
    show: grouped(6, 7),
  }),
  rule({
    // District offices write it as they like; the year, a place and a serial are what they share.
    kind: "kr.mailOrderNumber",
    register: "sales",
    sample: "제2024-서울강남-01234호",
    shape: /^제?\s?(\d{4}\s?-\s?[가-힣]{2,12}\s?-\s?\d{3,6}|[가-힣]{2,12}\s?\d{2}\s?-\s?\d{3}\s?-\s?\d{3,6})\s?호?$/u,
    shapeIsCertain: false,
    keepsSeparators: true,
  }),
];

/** Which kind of applicant the middle pair speaks of; one public page says so, so it only pre-selects. */
export function applicantTypeHint(businessNumber: string): "krSoleProprietor" | "krCorporation" | "nonProfit" | null {
  const pair = Number(businessNumber.replace(/\D/g, "").slice(3, 5));
  if ((pair >= 1 && pair <= 79) || (pair >= 90 && pair <= 99)) return "krSoleProprietor";
  if ([81, 85, 86, 87, 88].includes(pair)) return "krCorporation";
  if (pair === 82 || pair === 89) return "nonProfit";
  return null;
}
