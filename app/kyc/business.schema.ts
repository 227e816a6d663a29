import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { checkIdentifier, isIdentifierKind } from "#workflows/kyc/identifiers/index.ts";

const line = (most: number) => z.string().trim().max(most);
const said = (most: number, missing: string) => line(most).min(1, missing);

/** One company number as typed: which list it is from, and the number. An empty one is left out. */
export const CompanyNumber = z.object({
  kind: z.string().refine(isIdentifierKind, "number.component"),
  value: line(60),
});

/** A landline or a service number, anywhere; digits, spaces and the usual marks. */
const Phone = said(30, "business.phone.missing").regex(/^\+?[0-9][0-9 ()\-.]{6,28}$/, "business.phone.shape");

/**
 * The merchant's business data: the contract and every PSP's application are made from it.
 * Numbers are judged in `superRefine`: what a rule is sure of blocks, the rest is kept and shown to the reviewer as a doubt.
 */
export const Business = z
  .object({
    legalName: said(120, "business.legalName.missing"),
    /** As registered abroad or on the passport; Latin letters. */
    legalNameEn: said(120, "business.legalNameEn.missing").regex(
      /^[\p{Script=Latin}\p{N}\p{P}\p{S} ]+$/u,
      "business.legalNameEn.latin",
    ),
    tradeName: line(120).optional(),
    country: CountryCode,
    numbers: z.array(CompanyNumber).min(1).max(8),
    incorporatedOn: z.iso.date("business.incorporatedOn.missing"),
    registeredAddress: said(300, "business.registeredAddress.missing"),
    registeredAddressEn: line(300).optional(),
    tradingAddress: line(300).optional(),
    phone: Phone,
    website: z.url({ protocol: /^https?$/, error: "business.website.shape" }).max(500),
    whatIsSold: said(1000, "business.whatIsSold.missing"),
    goods: z.enum(["physical", "digital", "both"], "business.goods.missing"),
    /** Days from payment to delivery at most; for digital goods the days it can be used. */
    deliveryDays: z.coerce.number<string>("business.deliveryDays.missing").int().min(0).max(730),
    /** Expected sales a month, in whole US dollars. */
    monthlySalesUsd: z.coerce.number<string>("business.monthlySalesUsd.missing").int().min(0).max(1_000_000_000),
  })
  .superRefine(({ numbers, incorporatedOn }, { addIssue }) => {
    const given = numbers.filter(({ value }) => value !== "");
    if (given.length === 0) addIssue({ code: "custom", path: ["numbers", 0, "value"], message: "number.missing" });
    for (const [place, { kind, value }] of numbers.entries()) {
      if (value === "" || !isIdentifierKind(kind)) continue;
      // The day only bounds years in numbers: far ahead is judged again on the server, by its clock.
      const verdict = checkIdentifier(kind, value, "2100-01-01");
      if (!verdict.ok && verdict.certain) {
        addIssue({ code: "custom", path: ["numbers", place, "value"], message: `number.${verdict.problem}` });
      }
    }
    if (incorporatedOn < "1800-01-01")
      addIssue({ code: "custom", path: ["incorporatedOn"], message: "business.incorporatedOn.old" });
  });
export type Business = z.infer<typeof Business>;
