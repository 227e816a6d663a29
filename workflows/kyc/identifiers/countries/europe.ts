import { luhn, upTo, weighted } from "../arithmetic.ts";
import { rule } from "../rule.ts";
import { type Fault, perhaps, surely } from "../verdict.ts";
import { fitsAustrianUid, fitsDutchVat, fitsEnterprise, fitsNip, fitsNipc, vatRules } from "./vat-checks.ts";

const certainIf = (fits: boolean): Fault => (fits ? null : surely("checksum"));
const warnUnless = (fits: boolean): Fault => (fits ? null : perhaps("checksum"));

/** REGON 9, or 14 for a local unit: weights by 11, 10 written as 0. */
function regon(value: string): Fault {
  const weights = value.length === 9 ? [8, 9, 2, 3, 4, 5, 6, 7] : [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
  return warnUnless((weighted(value, weights) % 11) % 10 === Number(value.at(-1)));
}

/** The check digits differ from country to country and change; the live register (VIES) decides, so a misfit only warns. */
function anyVat(value: string): Fault {
  const national = vatRules[value.slice(0, 2)];
  if (!national) return surely("component");
  const number = value.slice(2);
  if (!national.shape.test(number)) return surely("shape");
  return warnUnless(national.fits?.(number) ?? true);
}

export const europeanVat = rule({
  kind: "eu.vat",
  register: "tax",
  sample: "DE136695976",
  shape: /^[A-Z]{2}[0-9A-Z+*]{2,12}$/,
  check: anyVat,
});

/** Members of the union, whose companies may show a VAT number beside or instead of their national one. */
export const euMembers = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

export const netherlands = [
  rule({ kind: "nl.kvk", register: "company", sample: "12345678", shape: /^\d{8}$/ }),
  rule({
    kind: "nl.vat",
    register: "tax",
    sample: "NL004495445B01",
    shape: /^NL\d{9}B\d{2}$/,
    check: (value) => certainIf(fitsDutchVat(value.slice(2))),
  }),
];

export const poland = [
  rule({
    kind: "pl.nip",
    register: "tax",
    sample: "123-456-32-18",
    shape: /^\d{10}$/,
    check: (v) => certainIf(fitsNip(v)),
  }),
  rule({ kind: "pl.krs", register: "company", sample: "0000123456", shape: /^\d{10}$/ }),
  rule({ kind: "pl.regon", register: "company", sample: "123456785", shape: /^(\d{9}|\d{14})$/, check: regon }),
];

export const portugal = [
  rule({
    kind: "pt.nipc",
    register: "both",
    sample: "501964843",
    shape: /^\d{9}$/,
    check: (v) => certainIf(fitsNipc(v)),
  }),
];

export const austria = [
  rule({
    kind: "at.uid",
    register: "tax",
    sample: "ATU13585627",
    shape: /^ATU\d{8}$/,
    check: (value) => certainIf(fitsAustrianUid(value.slice(2))),
  }),
];

export const belgium = [
  rule({
    kind: "be.enterprise",
    register: "both",
    sample: "0403.019.261",
    shape: /^[01]\d{9}$/,
    check: (value) => certainIf(fitsEnterprise(value)),
    show: (value) => value.replace(/^(....)(...)(...)$/, "$1.$2.$3"),
  }),
];

export const italy = [
  rule({
    kind: "it.partitaIva",
    register: "both",
    sample: "00743110157",
    shape: /^\d{11}$/,
    check: (value) => certainIf(luhn(value) === 0),
  }),
];

export const france = [
  rule({
    kind: "fr.siren",
    register: "both",
    sample: "732 829 320",
    shape: /^\d{9}$/,
    check: (value) => certainIf(luhn(value) === 0),
  }),
  rule({
    kind: "fr.siret",
    register: "company",
    sample: "732 829 320 00074",
    shape: /^\d{14}$/,
    // The post office's branches are the known exception: digits adding up to a multiple of five.
    check: (value) => (value.startsWith("356000000") || luhn(value) === 0 ? null : surely("checksum")),
  }),
];

export const germany = [
  rule({
    kind: "de.register",
    register: "company",
    sample: "HRB 123456, Amtsgericht München",
    shape: /^(HRA|HRB|GnR|GsR|PR|VR)\s?\d{1,6}(\s?[A-Z]{1,3})?([,\s].{3,60})?$/i,
    shapeIsCertain: false,
    keepsSeparators: true,
  }),
  rule({
    kind: "de.vat",
    register: "tax",
    sample: "DE136695976",
    shape: /^DE[1-9]\d{8}$/,
    check: (value) => certainIf(vatRules.DE!.fits!(value.slice(2))),
  }),
];

export const denmark = [
  rule({
    kind: "dk.cvr",
    register: "both",
    sample: "13585628",
    shape: /^\d{8}$/,
    check: (value) => warnUnless(vatRules.DK!.fits!(value)),
  }),
];

export const sweden = [
  rule({
    kind: "se.organisationNumber",
    register: "both",
    sample: "123456-7897",
    shape: /^\d{10}$/,
    check: (value) => warnUnless(luhn(value) === 0),
    show: (value) => `${value.slice(0, 6)}-${value.slice(6)}`,
  }),
];

export const norway = [
  rule({
    kind: "no.organisationNumber",
    register: "both",
    sample: "988 077 917",
    shape: /^[89]\d{8}$/,
    check: (value) => warnUnless(upTo(11, weighted(value, [3, 2, 7, 6, 5, 4, 3, 2])) === Number(value[8])),
  }),
];

export const czechia = [
  rule({
    kind: "cz.ico",
    register: "both",
    sample: "25123891",
    shape: /^\d{8}$/,
    check: (value) => warnUnless(vatRules.CZ!.fits!(value)),
  }),
];

export const switzerland = [
  rule({
    kind: "ch.uid",
    register: "both",
    sample: "CHE-100.155.212",
    shape: /^CHE\d{9}(MWST|TVA|IVA|TPV)?$/,
    check: (value) => warnUnless(upTo(11, weighted(value.slice(3), [5, 4, 3, 2, 7, 6, 5, 4])) === Number(value[11])),
    show: (value) => value.replace(/^CHE(...)(...)(...)/, "CHE-$1.$2.$3").replace(/(\d)([A-Z]+)$/, "$1 $2"),
  }),
];
