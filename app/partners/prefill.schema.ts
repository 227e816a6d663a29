import { z } from "zod";
import { sections } from "#app/inquiry/inquiry.schema.ts";

const { where, sales, business, contact } = sections;

/**
 * What a partner may hand over of a merchant: answers of the inquiry that a platform can know. What only the merchant can say (ways to
 * pay, who contracts, consent) is never handed over.
 */
export const Prefill = z
  .strictObject({
    company_name: business.shape.companyName,
    business_number: business.shape.businessNumber.unwrap(),
    applicant_type: business.shape.applicantType,
    home_country: business.shape.home,
    service_url: business.shape.serviceUrl,
    buyer_url: business.shape.buyerUrl.unwrap(),
    platform: business.shape.platform,
    buyer_countries: where.shape.countries,
    monthly_volume: sales.shape.band,
    sale_mode: sales.shape.mode,
    goods: sales.shape.goods,
    selling: sales.shape.selling,
    contact_name: contact.shape.name,
    contact_title: contact.shape.title.unwrap(),
    contact_phone: contact.shape.phone,
    contact_email: contact.shape.email,
  })
  .partial();
export type Prefill = z.infer<typeof Prefill>;
export type PrefillField = keyof Prefill;

export const prefillFields = Object.keys(Prefill.shape) as PrefillField[];

/** Shortest and longest life of a link, and the usual one, in days. */
export const linkDays = { least: 1, usual: 14, most: 90 } as const;

/** A partner's own name for a merchant: an order or shop number, no sentence. */
export const Reference = z.string().trim().min(1).max(64);
