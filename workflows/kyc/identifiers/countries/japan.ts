import { weighted } from "../arithmetic.ts";
import { rule } from "../rule.ts";
import { surely } from "../verdict.ts";

/** 法人番号: the first digit checks the other twelve, counted from the right; it is never 0. */
function corporateNumber(value: string) {
  const sum = weighted(value.slice(1), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
  return 9 - (sum % 9) === Number(value[0]) ? null : surely("checksum");
}

export const japan = [
  rule({
    kind: "jp.corporateNumber",
    register: "both",
    sample: "8700110500001",
    shape: /^\d{13}$/,
    check: corporateNumber,
  }),
  rule({ kind: "jp.companyRegistrationNumber", register: "company", sample: "700110500001", shape: /^\d{12}$/ }),
  rule({
    kind: "jp.invoiceNumber",
    register: "tax",
    sample: "T8700110500001",
    shape: /^T\d{13}$/,
    // A sole proprietor's invoice number has no check digit; a company's is its corporate number. They look alike.
    check: (value) => (corporateNumber(value.slice(1)) ? { problem: "checksum", certain: false } : null),
  }),
];
