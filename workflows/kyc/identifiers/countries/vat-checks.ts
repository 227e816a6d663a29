import { digitSum, luhn, mod11And10, mod97, weighted } from "../arithmetic.ts";

/** Shape and check of a VAT number without its country prefix. */
interface VatRule {
  shape: RegExp;
  /** True when the check digits fit; absent where none is known. */
  fits?: (number: string) => boolean;
}

const last = (digits: string): number => Number(digits.at(-1));

export const fitsNip = (nip: string): boolean => weighted(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(nip);

export const fitsNipc = (nipc: string): boolean =>
  ((11 - (weighted(nipc, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === last(nipc);

export const fitsEnterprise = (number: string): boolean =>
  97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8));

/** The eleven-test for companies, or MOD 97-10 over the whole for sole proprietors since 2020. */
export const fitsDutchVat = (number: string): boolean =>
  weighted(number, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || mod97(`NL${number}`) === 1;

export const fitsAustrianUid = (number: string): boolean => {
  const digits = number.slice(1);
  const sum = [...digits.slice(0, 7)].reduce(
    (all, d, i) => all + (i % 2 === 0 ? Number(d) : digitSum(2 * Number(d))),
    0,
  );
  return (((6 - sum) % 10) + 10) % 10 === last(digits);
};

const fitsFrench = (number: string): boolean =>
  luhn(number.slice(2)) === 0 &&
  (!/^\d\d/.test(number) || (12 + 3 * (Number(number.slice(2)) % 97)) % 97 === Number(number.slice(0, 2)));

const SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

function fitsSpanish(number: string): boolean {
  const person = number.replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  if (/^\d{8}[A-Z]$/.test(person)) return SPANISH_LETTERS[Number(person.slice(0, 8)) % 23] === person[8];
  if (!/^[A-W]\d{7}[A-J0-9]$/.test(number)) return true; // K, L, M: persons without a Spanish number
  const digits = number.slice(1, 8);
  const sum = [...digits].reduce((all, d, i) => all + (i % 2 === 0 ? digitSum(2 * Number(d)) : Number(d)), 0);
  const check = (10 - (sum % 10)) % 10;
  return number[8] === String(check) || number[8] === "JABCDEFGHI"[check];
}

function fitsBulgarian(number: string): boolean {
  if (number.length !== 9) return true; // a person's ten digits follow other rules
  const first = weighted(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  return (first === 10 ? (weighted(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first) === last(number);
}

function fitsCypriot(number: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = [...number.slice(0, 8)].reduce((all, d, i) => all + (i % 2 === 0 ? odd[Number(d)]! : Number(d)), 0);
  return String.fromCharCode(65 + (sum % 26)) === number[8];
}

function fitsIrish(number: string): boolean {
  const parts = /^(\d{7})([A-W])([A-IW]?)$/.exec(number);
  if (!parts) return true; // numbers from before 2013 with a letter in second place
  const [, digits = "", check, extra = ""] = parts;
  const sum = weighted(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * Math.max(0, "WABCDEFGHI".indexOf(extra || "W"));
  return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] === check;
}

function fitsLithuanian(number: string): boolean {
  const by = (shift: number) =>
    [...number.slice(0, -1)].reduce((sum, d, i) => sum + (1 + ((i + shift) % 9)) * Number(d), 0) % 11;
  const first = by(0);
  return (first === 10 ? by(2) % 10 : first) === last(number);
}

const fitsSlovene = (number: string): boolean => {
  const check = 11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 11 && check % 10 === last(number);
};

const fitsGreek = (number: string): boolean =>
  (weighted(number, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number);

const fitsRomanian = (number: string): boolean => {
  const padded = number.padStart(10, "0");
  return ((weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(padded);
};

const nine = /^\d{9}$/;
const eight = /^\d{8}$/;

/** By VAT prefix (Greece is EL, Northern Ireland XI). */
export const vatRules: Readonly<Record<string, VatRule>> = {
  AT: { shape: /^U\d{8}$/, fits: fitsAustrianUid },
  BE: { shape: /^[01]\d{9}$/, fits: fitsEnterprise },
  BG: { shape: /^\d{9,10}$/, fits: fitsBulgarian },
  CY: { shape: /^\d{8}[A-Z]$/, fits: fitsCypriot },
  CZ: {
    shape: /^\d{8,10}$/,
    fits: (number) =>
      number.length !== 8 || (11 - (weighted(number, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === last(number),
  },
  DE: { shape: /^[1-9]\d{8}$/, fits: (number) => mod11And10(number) === 1 },
  DK: { shape: eight, fits: (number) => weighted(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { shape: nine, fits: (number) => weighted(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { shape: nine, fits: fitsGreek },
  ES: { shape: /^[A-Z0-9]\d{7}[A-Z0-9]$/, fits: fitsSpanish },
  FI: { shape: eight, fits: (number) => weighted(number, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 },
  FR: { shape: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, fits: fitsFrench },
  HR: { shape: /^\d{11}$/, fits: (number) => mod11And10(number) === 1 },
  HU: { shape: eight, fits: (number) => weighted(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { shape: /^(\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, fits: fitsIrish },
  IT: { shape: /^\d{11}$/, fits: (number) => luhn(number) === 0 },
  LT: { shape: /^(\d{9}|\d{12})$/, fits: fitsLithuanian },
  LU: { shape: eight, fits: (number) => Number(number.slice(0, 6)) % 89 === Number(number.slice(6)) },
  LV: {
    shape: /^\d{11}$/,
    fits: (number) => number[0]! < "4" || weighted(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3,
  },
  MT: { shape: eight, fits: (number) => weighted(number, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0 },
  NL: { shape: /^\d{9}B\d{2}$/, fits: fitsDutchVat },
  PL: { shape: /^\d{10}$/, fits: fitsNip },
  PT: { shape: nine, fits: fitsNipc },
  RO: { shape: /^[1-9]\d{1,9}$/, fits: fitsRomanian },
  SE: { shape: /^\d{12}$/, fits: (number) => luhn(number.slice(0, 10)) === 0 },
  SI: { shape: eight, fits: fitsSlovene },
  SK: { shape: /^\d{10}$/, fits: (number) => Number(number) % 11 === 0 },
};
