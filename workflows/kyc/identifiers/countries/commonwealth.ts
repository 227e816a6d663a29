import { luhn, mod97, upTo, weighted } from "../arithmetic.ts";
import { grouped, rule } from "../rule.ts";
import { perhaps, surely } from "../verdict.ts";

const BASE36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** GSTIN: state, PAN, entity, `Z`, and a check character by Luhn over base 36. */
function gstin(value: string) {
  const state = Number(value.slice(0, 2));
  if (!((state >= 1 && state <= 38) || state === 97)) return surely("component");
  const fault = pan(value.slice(2, 12));
  if (fault) return fault;
  const sum = [...value.slice(0, 14)].reduce((all, character, i) => {
    const product = BASE36.indexOf(character) * (i % 2 === 0 ? 1 : 2);
    return all + Math.floor(product / 36) + (product % 36);
  }, 0);
  return BASE36[upTo(36, sum)] === value[14] ? null : surely("checksum");
}

/** PAN: the fourth letter is the kind of holder; how the last letter is made is secret. */
const pan = (value: string) =>
  "CFPTHABGLJ".includes(value[3]!) && value.slice(5, 9) !== "0000" ? null : surely("component");

const acn = (value: string) =>
  upTo(10, weighted(value, [8, 7, 6, 5, 4, 3, 2, 1])) === Number(value[8]) ? null : surely("checksum");

function abn(value: string) {
  const lessOne = `${Number(value[0]) - 1}${value.slice(1)}`;
  return weighted(lessOne, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 === 0 ? null : surely("checksum");
}

/** VAT of the United Kingdom: 9 digits by 97, twice: numbers issued since 2010 are off by 55. A branch adds three. */
export function britishVat(value: string) {
  const digits = value.replace(/^(GB|XI)/, "");
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  return sum === 0 || (Number(digits.slice(0, 3)) >= 100 && (sum === 42 || sum === 55)) ? null : surely("checksum");
}

const BRITISH_REGISTERS =
  /^(SC|NI|OC|SO|LP|SL|NL|NC|R0|FC|SF|NF|GE|GS|GN|CE|CS|NA|IP|SP|NO|RC|SR|NP|RS|AC|SA|IC|SI|NR|ES|PC|SG|NV|ZC|SZ|BR|OE)/;

export const india = [
  rule({
    kind: "in.gstin",
    register: "tax",
    sample: "27AAACA1234A1ZK",
    shape: /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/,
    check: gstin,
  }),
  rule({ kind: "in.pan", register: "tax", sample: "AAACA1234A", shape: /^[A-Z]{5}\d{4}[A-Z]$/, check: pan }),
  rule({
    kind: "in.cin",
    register: "company",
    sample: "U12345MH2020PTC123456",
    shape: /^[LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}$/,
    shapeIsCertain: false,
  }),
];

export const australia = [
  rule({
    kind: "au.abn",
    register: "tax",
    sample: "53 004 085 616",
    shape: /^[1-9]\d{10}$/,
    check: abn,
    show: (value) => value.replace(/^(..)(...)(...)(...)$/, "$1 $2 $3 $4"),
  }),
  rule({
    kind: "au.acn",
    register: "company",
    sample: "004 085 616",
    shape: /^\d{9}$/,
    check: acn,
    show: (value) => value.replace(/^(...)(...)(...)$/, "$1 $2 $3"),
  }),
];

export const newZealand = [
  rule({
    kind: "nz.nzbn",
    register: "both",
    sample: "9429000000000",
    shape: /^94\d{11}$/,
    // GS1: from the left 1 and 3 by turns.
    check: (value) => (weighted(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0 ? null : surely("checksum")),
  }),
];

export const unitedKingdom = [
  rule({
    kind: "gb.companyNumber",
    register: "company",
    sample: "01234567",
    shape: /^(\d{6,8}|[A-Z][A-Z0-9]\d{6})$/,
    check: (value) => (/^\d/.test(value) || BRITISH_REGISTERS.test(value) ? null : perhaps("component")),
    show: (value) => value.padStart(8, "0"),
  }),
  rule({
    kind: "gb.vat",
    register: "tax",
    sample: "GB 123 4567 82",
    shape: /^(GB|XI)?\d{9}(\d{3})?$/,
    check: britishVat,
  }),
];

export const unitedStates = [
  rule({
    // Prefixes are campus codes of the tax service; these were never given out, as far as anybody has written down.
    kind: "us.ein",
    register: "tax",
    sample: "12-3456789",
    shape: /^\d{9}$/,
    check: (value) =>
      /^(00|07|08|09|17|18|19|28|29|49|69|70|78|79|89|96|97)/.test(value) ? perhaps("component") : null,
    show: grouped(2, 7),
  }),
];

export const canada = [
  rule({
    kind: "ca.businessNumber",
    register: "tax",
    sample: "123456782",
    shape: /^\d{9}(R[CTPMRZ]\d{4})?$/,
    check: (value) => (luhn(value.slice(0, 9)) === 0 ? null : perhaps("checksum")),
  }),
];

export const southAfrica = [
  rule({
    kind: "za.companyNumber",
    register: "company",
    sample: "2020/123456/07",
    shape: /^(18|19|20)\d{2}\d{6}\d{2}$/,
    check: (value, onDay) => (Number(value.slice(0, 4)) > Number(onDay.slice(0, 4)) ? surely("yearAhead") : null),
    show: (value) => `${value.slice(0, 4)}/${value.slice(4, 10)}/${value.slice(10)}`,
  }),
  rule({
    kind: "za.taxNumber",
    register: "tax",
    sample: "0123456782",
    shape: /^[01239]\d{9}$/,
    check: (value) => (luhn(value) === 0 ? null : surely("checksum")),
  }),
];

export const kenya = [rule({ kind: "ke.pin", register: "tax", sample: "P051234567A", shape: /^[AP]\d{9}[A-Z]$/ })];

export const nigeria = [
  rule({
    kind: "ng.cac",
    register: "company",
    sample: "RC 123456",
    shape: /^(RC|BN|IT|LP|LLP)?\d{4,8}$/,
    shapeIsCertain: false,
  }),
  rule({ kind: "ng.tin", register: "tax", sample: "12345678-0001", shape: /^\d{10,12}$/, shapeIsCertain: false }),
];

/** Any country: the Legal Entity Identifier, ISO 17442. */
export const lei = rule({
  kind: "any.lei",
  register: "company",
  sample: "00000000000000000098",
  shape: /^[0-9A-Z]{18}\d{2}$/,
  check: (value) => (mod97(value) === 1 ? null : surely("checksum")),
});

/** Any country whose numbers Gangway has no rule for: taken as it is, a person compares it with the paper. */
export const otherRegistration = rule({
  kind: "any.registrationNumber",
  register: "both",
  sample: "123456",
  shape: /^[\p{L}\p{N}][\p{L}\p{N}\s\-./]{1,39}$/u,
  keepsSeparators: true,
});
