import { luhn, weighted } from "../arithmetic.ts";
import { grouped, rule } from "../rule.ts";
import { perhaps, surely } from "../verdict.ts";

/** MST: ten digits, three more for a branch. Twelve are a household's personal number, which is not checked here. */
function vietnamTaxCode(value: string) {
  if (value.length === 12) return null;
  if (/^0{7}$/.test(value.slice(2, 9)) || value.slice(10) === "000") return surely("component");
  const check = 10 - (weighted(value, [31, 29, 23, 19, 17, 13, 7, 5, 3]) % 11);
  return check === Number(value[9]) ? null : surely("checksum");
}

/** NPWP: a company's 16 digits are 0 and its old 15. A person's 16 are the identity number, which has no check digit. */
function npwp(value: string) {
  if (value.length === 16 && value[0] !== "0") return null;
  return luhn(value.length === 16 ? value.slice(0, 10) : value.slice(0, 9)) === 0 ? null : perhaps("checksum");
}

const thaiTaxId = (value: string) =>
  (11 - (weighted(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(value[12])
    ? null
    : surely("checksum");

const UEN_OTHER = "ABCDEFGHJKLMNPQRSTUVWX0123456789";

/** UEN: a business of 8 digits, a local company with its year in front, or another entity (`T20LL0001J`). */
function uen(value: string, onDay: string) {
  const letter = value.at(-1);
  const yearAhead = (year: number) => year > Number(onDay.slice(0, 4));
  if (/^\d{8}[A-Z]$/.test(value)) {
    return "XMKECAWLJDB"[weighted(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] === letter ? null : surely("checksum");
  }
  if (/^\d{9}[A-Z]$/.test(value)) {
    if (yearAhead(Number(value.slice(0, 4)))) return surely("yearAhead");
    return "ZKCMDNERGWH"[weighted(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] === letter ? null : surely("checksum");
  }
  const century = { R: 1800, S: 1900, T: 2000 }[value[0]!] ?? 2000;
  if (yearAhead(century + Number(value.slice(1, 3)))) return surely("yearAhead");
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce((all, weight, i) => all + weight * UEN_OTHER.indexOf(value[i]!), 0);
  return UEN_OTHER[(((sum - 5) % 11) + 11) % 11] === letter ? null : surely("checksum");
}

/** SSM: year, type 01 to 06, serial. No checksum is published. */
function ssm(value: string, onDay: string) {
  if (!/^\d{12}/.test(value)) return null;
  if (Number(value.slice(0, 4)) > Number(onDay.slice(0, 4))) return surely("yearAhead");
  return /^0[1-6]$/.test(value.slice(4, 6)) && Number(value.slice(0, 4)) > 1800 ? null : perhaps("component");
}

export const vietnam = [
  rule({
    kind: "vn.taxCode",
    register: "both",
    sample: "0312345673",
    shape: /^(\d{10}|\d{12}|\d{13})$/,
    check: vietnamTaxCode,
    show: (value) => (value.length === 13 ? grouped(10, 3)(value) : value),
  }),
];

export const indonesia = [
  rule({ kind: "id.npwp", register: "tax", sample: "0012345674012000", shape: /^\d{15,16}$/, check: npwp }),
  rule({ kind: "id.nib", register: "company", sample: "1234567890123", shape: /^\d{13}$/ }),
];

export const thailand = [
  rule({
    kind: "th.taxId",
    register: "both",
    sample: "0-1055-56000-01-7",
    shape: /^[0-8]\d{12}$/,
    check: thaiTaxId,
    show: grouped(1, 4, 5, 2, 1),
  }),
];

export const singapore = [
  rule({
    kind: "sg.uen",
    register: "both",
    sample: "202012345H",
    shape: /^(\d{8,9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z])$/,
    check: uen,
  }),
];

export const malaysia = [
  rule({
    // New number, old number, or both as the certificate prints them: 201901000005 (1312525-A).
    kind: "my.ssm",
    register: "company",
    sample: "201901000005",
    shape: /^(\d{12}(\d{1,7}[A-Z])?|\d{1,7}[A-Z]|[A-Z]{2}\d{7}[A-Z])$/,
    shapeIsCertain: false,
    check: ssm,
    show: (value) => value.replace(/^(\d{12})(\d+)([A-Z])$/, "$1 ($2-$3)"),
  }),
];

export const philippines = [
  rule({
    kind: "ph.tin",
    register: "tax",
    sample: "012-345-678-00000",
    shape: /^\d{9}(\d{3}|\d{5})?$/,
    show: (value) =>
      [value.slice(0, 3), value.slice(3, 6), value.slice(6, 9), value.slice(9)].filter(Boolean).join("-"),
  }),
  rule({
    kind: "ph.registrationNumber",
    register: "company",
    sample: "CS201912345",
    shape: /^[A-Z0-9]{5,16}$/,
    shapeIsCertain: false,
  }),
];
