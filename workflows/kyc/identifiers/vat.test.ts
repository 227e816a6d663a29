import fc from "fast-check";
import { stdnum } from "stdnum";
import { expect, test } from "vitest";
import { vatRules } from "./countries/vat-checks.ts";

type Other = { validate(text: string): { isValid: boolean } };
const modules = stdnum as unknown as Record<string, Record<string, Other>>;

const shapes: Record<string, [module: string, stem: RegExp]> = {
  AT: ["AT.uid", /^U\d{7}$/],
  BE: ["BE.vat", /^0\d{8}$/],
  BG: ["BG.vat", /^1\d{7}$/],
  CY: ["CY.vat", /^10\d{6}$/],
  CZ: ["CZ.dic", /^2\d{6}$/],
  DE: ["DE.vat", /^1\d{7}$/],
  DK: ["DK.cvr", /^1\d{6}$/],
  EE: ["EE.kmkr", /^10\d{6}$/],
  EL: ["GR.vat", /^0\d{7}$/],
  FI: ["FI.alv", /^\d{7}$/],
  HR: ["HR.oib", /^\d{10}$/],
  HU: ["HU.anum", /^\d{7}$/],
  IE: ["IE.vat", /^\d{7}$/],
  LU: ["LU.tva", /^\d{7}$/],
  LV: ["LV.pvn", /^4\d{9}$/],
  MT: ["MT.vat", /^1\d{6}$/],
  PL: ["PL.nip", /^\d{9}$/],
  PT: ["PT.nif", /^5\d{7}$/],
  RO: ["RO.cui", /^1\d{5}$/],
  SK: ["SK.dph", /^20\d{7}$/],
};

test.each(Object.entries(shapes))("the VAT numbers of %s agree with another implementation", (prefix, [path, stem]) => {
  const [country = "", name = ""] = path.split(".");
  const other = modules[country]?.[name];
  if (!other) throw new Error(`stdnum has no ${path}`);
  const ours = vatRules[prefix]!;
  const endings = ["CY", "IE"].includes(prefix) ? "ABCDEFGHIJKLMNOPQRSTUVW" : "0123456789";
  let valid = 0;
  fc.assert(
    fc.property(fc.stringMatching(stem), (text) => {
      for (const ending of endings) {
        const number = text + ending;
        const fits = ours.shape.test(number) && ours.fits!(number);
        if (fits) valid++;
        expect(fits, number).toBe(other.validate(number).isValid);
      }
    }),
    { numRuns: 300 },
  );
  expect(valid).toBeGreaterThan(20);
});

test.each([
  ["ES", "B58378431"],
  ["ES", "54362315K"],
  ["FR", "40303265045"],
  ["IT", "00743110157"],
  ["LT", "119511515"],
  ["LT", "100001919017"],
  ["NL", "004495445B01"],
  ["SE", "556188840401"],
  ["SI", "50223054"],
])("%s %s, printed on public tax pages, fits, and with its first digits swapped it does not", (prefix, number) => {
  const { shape, fits } = vatRules[prefix]!;
  expect(shape.test(number) && fits!(number)).toBe(true);
  const swapped = number.replace(/(\d)(?!\1)(\d)/, "$2$1");
  expect(fits!(swapped)).toBe(false);
});
