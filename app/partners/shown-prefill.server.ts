import type { Lang } from "#app/i18n/words.ts";
import { words as inquiryWords } from "#app/inquiry/words.ts";
import { type Prefill, type PrefillField, prefillFields } from "./prefill.schema.ts";

/** What was handed over, as the merchant reads it: the inquiry's own names, every value in words. */
export function shownPrefill(prefill: Prefill, lang: Lang): { label: string; value: string }[] {
  const { sales: s, business: b, contact: c, where } = inquiryWords[lang];
  const labels: Record<PrefillField, string> = {
    company_name: b.companyName,
    business_number: b.businessNumber,
    applicant_type: b.applicantType,
    home_country: b.home,
    service_url: b.serviceUrl,
    buyer_url: b.buyerUrl,
    platform: b.platform,
    buyer_countries: where.legend,
    monthly_volume: s.band,
    sale_mode: s.mode,
    goods: s.goods,
    selling: s.selling,
    contact_name: c.name,
    contact_title: c.jobTitle,
    contact_phone: c.phone,
    contact_email: c.email,
  };
  const regions = new Intl.DisplayNames(lang, { type: "region" });
  const country = (code: string) => (code === "WORLD" ? where.anywhere : (regions.of(code) ?? code));
  const choices: Partial<Record<PrefillField, Readonly<Record<string, string>>>> = {
    applicant_type: b.applicantTypes,
    platform: b.platforms,
    monthly_volume: s.bands,
    sale_mode: s.modes,
    goods: s.goodsKinds,
  };
  const said = (field: PrefillField, value: string | readonly string[]): string => {
    if (typeof value !== "string") return value.map(country).join(", ");
    return field === "home_country" ? country(value) : (choices[field]?.[value] ?? value);
  };
  return prefillFields.flatMap((field) => {
    const value = prefill[field];
    return value === undefined ? [] : { label: labels[field], value: said(field, value) };
  });
}
