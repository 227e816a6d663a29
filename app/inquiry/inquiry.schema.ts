import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { ApplicantType } from "#workflows/kyc/profile.ts";
import { volumeBandIds } from "#workflows/proposal/volume-bands.ts";

/** Sentences stand in words.ts under `problems`; what has no key here gets a general one. */
const text = (most: number, missing: string) => z.string().trim().min(1, missing).max(most);

/** A country of the catalogue, or buyers from anywhere. Whether it is really sold is the server's question. */
export const WishCountry = z.string().regex(/^([A-Z]{2}|WORLD)$/, "country.unknown");

/** 1. Where the buyers live. */
export const Where = z.object({
  countries: z.array(WishCountry).min(1, "countries.missing").max(32),
});
export type Where = z.infer<typeof Where>;

/** How buyers of one country shall pay: brands of the catalogue, or "suggest something". */
export const CountryWish = z
  .object({
    country: WishCountry,
    brands: z
      .array(z.string().regex(/^[a-z0-9-]{1,40}$/, "brands.unknown"))
      .max(80)
      .default([]),
    suggest: z.boolean(),
  })
  .refine(({ brands, suggest }) => brands.length > 0 || suggest, { path: ["brands"], message: "brands.missing" });
export type CountryWish = z.infer<typeof CountryWish>;

/** 2. How they want to pay, country by country. */
export const Ways = z.object({
  wishes: z
    .array(CountryWish)
    .min(1, "countries.missing")
    .max(32)
    .refine((wishes) => new Set(wishes.map((wish) => wish.country)).size === wishes.length, "countries.twice"),
});
export type Ways = z.infer<typeof Ways>;

export const saleModes = ["oneTime", "recurring", "both"] as const;
export const goodsKinds = ["physical", "digital", "both"] as const;
export const deliveries = ["atOnce", "week", "month", "longer", "period"] as const;
export const ticketCurrencies = ["USD", "KRW", "JPY"] as const;
export const settlementCurrencies = ["KRW", "USD", "JPY", "EUR", "other"] as const;

/** A price as people type it: "12,000" or "29.90". */
const Amount = z
  .string()
  .trim()
  .regex(/^\d{1,3}(,?\d{3})*(\.\d{1,2})?$/, "ticket.wrong")
  .max(14);

/** 3. What is sold, and how much. */
export const Sales = z
  .object({
    band: z.enum(volumeBandIds, "band.missing"),
    ticket: Amount.optional(),
    ticketCurrency: z.enum(ticketCurrencies),
    mode: z.enum(saleModes, "mode.missing"),
    goods: z.enum(goodsKinds, "goods.missing"),
    selling: text(500, "selling.missing"),
    /** Ids of restricted categories that the merchant recognises itself in. */
    trades: z
      .array(z.string().regex(/^[a-z0-9-]{1,40}$/, "trades.unknown"))
      .max(20)
      .default([]),
    /** How long until the buyer has what was paid for; `period`: used over a time. */
    delivery: z.enum(deliveries, "delivery.missing"),
    settlement: z.enum(settlementCurrencies, "settlement.missing"),
  })
  .refine(({ ticket, ticketCurrency }) => ticketCurrency === "USD" || !ticket?.includes("."), {
    path: ["ticket"],
    message: "ticket.noDecimals",
  });
export type Sales = z.infer<typeof Sales>;

export const platforms = ["own", "shopify", "cafe24", "woocommerce", "magento", "other"] as const;
export const contractors = ["self", "affiliate", "agency"] as const;

const Address = z
  .string()
  .trim()
  .max(300)
  // People leave the scheme away; what they mean is https.
  .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "url.wrong" }));

/** 4. Who sells. */
export const Business = z
  .object({
    applicantType: ApplicantType,
    /** Where the merchant is established. */
    home: CountryCode,
    companyName: text(120, "companyName.missing"),
    businessNumber: z.string().trim().max(40).optional(),
    serviceUrl: z.string("serviceUrl.missing").trim().min(1, "serviceUrl.missing").pipe(Address),
    /** The page that overseas buyers see, when it is another one. */
    buyerUrl: Address.optional(),
    platform: z.enum(platforms, "platform.missing"),
    contractor: z.enum(contractors, "contractor.missing"),
  })
  .superRefine(({ applicantType, home, businessNumber }, { addIssue }) => {
    const isKorean = applicantType === "krCorporation" || applicantType === "krSoleProprietor";
    if (isKorean && home !== "KR") addIssue({ code: "custom", path: ["home"], message: "home.notKorea" });
    if (applicantType === "foreignCorporation" && home === "KR") {
      addIssue({ code: "custom", path: ["home"], message: "home.isKorea" });
    }
    if (isKorean && !businessNumber) {
      addIssue({ code: "custom", path: ["businessNumber"], message: "businessNumber.missing" });
    }
  });
export type Business = z.infer<typeof Business>;

/** 5. Whom we answer. The e-mail becomes the account. */
export const Contact = z.object({
  name: text(80, "name.missing"),
  title: z.string().trim().max(80).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s().-]{7,24}$/, "phone.wrong"),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email("form.notEmail")),
  /** Until what we may keep it for: answering this inquiry. */
  consent: z.literal(true, "consent.missing"),
});
export type Contact = z.infer<typeof Contact>;

export const sections = { where: Where, ways: Ways, sales: Sales, business: Business, contact: Contact } as const;
export type SectionName = keyof typeof sections;
export const sectionNames = Object.keys(sections) as SectionName[];

/**
 * Everything a merchant says in an inquiry. What contradicts itself across sections is said at the section where it can be
 * put right.
 */
export const Inquiry = z
  .object({ ways: Ways, sales: Sales, business: Business, contact: Contact })
  .superRefine(({ sales, business }, { addIssue }) => {
    if (business.platform === "shopify" && sales.mode === "recurring") {
      addIssue({ code: "custom", path: ["sales", "mode"], message: "mode.notOnShopify" });
    }
    if (sales.goods === "physical" && sales.delivery === "period") {
      addIssue({ code: "custom", path: ["sales", "delivery"], message: "delivery.notForGoods" });
    }
  });
export type Inquiry = z.infer<typeof Inquiry>;
