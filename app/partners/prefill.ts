import type { Answers } from "#app/inquiry/index.server.ts";
import { type Prefill, type PrefillField, prefillFields } from "./prefill.schema.ts";

type Place = { [section in keyof Answers]: { section: section; field: string } }[keyof Answers];

/** Where each field that may be handed over stands in the inquiry. */
export const places = {
  company_name: { section: "business", field: "companyName" },
  business_number: { section: "business", field: "businessNumber" },
  applicant_type: { section: "business", field: "applicantType" },
  home_country: { section: "business", field: "home" },
  service_url: { section: "business", field: "serviceUrl" },
  buyer_url: { section: "business", field: "buyerUrl" },
  platform: { section: "business", field: "platform" },
  buyer_countries: { section: "where", field: "countries" },
  monthly_volume: { section: "sales", field: "band" },
  sale_mode: { section: "sales", field: "mode" },
  goods: { section: "sales", field: "goods" },
  selling: { section: "sales", field: "selling" },
  contact_name: { section: "contact", field: "name" },
  contact_title: { section: "contact", field: "title" },
  contact_phone: { section: "contact", field: "phone" },
  contact_email: { section: "contact", field: "email" },
} satisfies Record<PrefillField, Place>;

/** What was handed over, as the inquiry's forms hold it. What the visitor has typed already stands. */
export function answersFrom(prefill: Prefill, typed: Answers = {}): Answers {
  const answers: Answers = structuredClone(typed);
  for (const name of prefillFields) {
    const value = prefill[name];
    if (value === undefined) continue;
    const { section, field } = places[name];
    const held = answers[section]?.[field];
    if (held !== undefined && held !== "") continue;
    answers[section] = { ...answers[section], [field]: value };
  }
  return answers;
}
