import { digitSum, upTo } from "../arithmetic.ts";
import { rule } from "../rule.ts";
import { surely } from "../verdict.ts";

/** 統一編號, as valid since 1 April 2023: divisible by 5. A 7 in seventh place makes 28, whose digits add up to 10: counts as 1 or 0. */
function unifiedNumber(value: string) {
  const sum = [1, 2, 1, 2, 1, 2, 4, 1].reduce((all, weight, i) => all + digitSum(weight * Number(value[i])), 0);
  return sum % 5 === 0 || (value[6] === "7" && (sum + 1) % 5 === 0) ? null : surely("checksum");
}

const SOCIAL_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const SOCIAL_CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 (GB 32100-2015). */
function socialCreditCode(value: string) {
  const sum = SOCIAL_CREDIT_WEIGHTS.reduce((all, weight, i) => all + weight * SOCIAL_CREDIT.indexOf(value[i]!), 0);
  return SOCIAL_CREDIT[upTo(31, sum)] === value[17] ? null : surely("checksum");
}

export const taiwan = [
  rule({ kind: "tw.unifiedNumber", register: "both", sample: "10000009", shape: /^\d{8}$/, check: unifiedNumber }),
];

export const china = [
  rule({
    kind: "cn.socialCreditCode",
    register: "both",
    sample: "91110000000000000E",
    shape: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
    check: socialCreditCode,
  }),
];

export const hongKong = [
  rule({
    // The first block of the certificate; whoever has none shows a letter and seven digits.
    kind: "hk.businessRegistration",
    register: "both",
    sample: "12345678",
    shape: /^(\d{8}|[A-Z]\d{7})$/,
  }),
];
