import { isCountryCode } from "../countries.ts";
import { mod97, weighted } from "./arithmetic.ts";
import { applyRule, type IdentifierRule, rule } from "./rule.ts";
import { surely, type Verdict } from "./verdict.ts";

/** Length of an IBAN by country, from the register SWIFT keeps (release of 2025). Countries missing here have none. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 " +
    "FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 " +
    "LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 " +
    "RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Whether accounts in that country have an IBAN at all; Korea, Japan and most of Asia have none. */
export const hasIban = (country: string): boolean => country in IBAN_LENGTHS;

const iban = rule({
  kind: "iban",
  register: "both",
  sample: "DE89 3704 0044 0532 0130 00",
  shape: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/,
  check: (value) => {
    const length = IBAN_LENGTHS[value.slice(0, 2)];
    if (length === undefined) return surely("component");
    if (value.length !== length) return surely("shape");
    // 00, 01 and 99 pass the division and are never issued.
    if (/^..(00|01|99)/.test(value)) return surely("checksum");
    return mod97(value.slice(4) + value.slice(0, 4)) === 1 ? null : surely("checksum");
  },
  show: (value) => value.replace(/(.{4})(?=.)/g, "$1 "),
});

const bic = rule({
  kind: "bic",
  register: "both",
  sample: "CZNBKRSEXXX",
  shape: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  check: (value) => {
    if (!/^[A-Z]{4}/.test(value)) return surely("shape");
    return isCountryCode(value.slice(4, 6)) ? null : surely("component");
  },
});

const aba = rule({
  kind: "aba",
  register: "both",
  sample: "021000021",
  shape: /^\d{9}$/,
  check: (value) => {
    if (!/^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(value)) return surely("component");
    return weighted(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 ? null : surely("checksum");
  },
});

const sortCode = rule({
  kind: "sortCode",
  register: "both",
  sample: "12-34-56",
  shape: /^\d{6}$/,
  show: (value) => value.replace(/(..)(..)(..)/, "$1-$2-$3"),
});
const bsb = rule({
  kind: "bsb",
  register: "both",
  sample: "012-003",
  shape: /^\d{6}$/,
  show: (value) => value.replace(/(...)(...)/, "$1-$2"),
});
const ifsc = rule({ kind: "ifsc", register: "both", sample: "HDFC0001234", shape: /^[A-Z]{4}0[A-Z0-9]{6}$/ });

const bankRules = { iban, bic, aba, sortCode, bsb, ifsc };
export type BankNumberKind = keyof typeof bankRules;

/** The numbers that name a bank, a branch or an account abroad. Korean account numbers share no checksum: taken as digits. */
export const checkBankNumber = (kind: BankNumberKind, typed: string): Verdict => applyRule(bankRules[kind], typed, "");

export const bankNumberSample = (kind: BankNumberKind): string => (bankRules[kind] as IdentifierRule).sample;

/** How a bank inside a country is named besides its BIC. */
export const routingKindOf = (country: string): BankNumberKind | null =>
  (({ US: "aba", GB: "sortCode", AU: "bsb", IN: "ifsc" }) as const)[country] ?? null;
