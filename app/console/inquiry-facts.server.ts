import { countryName } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import { words as inquiryWords } from "#app/inquiry/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";

/** What a merchant asked, as lines to read. */
export interface InquiryFacts {
  /** Each country with the ways to pay wanted there; none: suggest some. */
  wants: { country: string; ways: string[] }[];
  facts: { label: string; value: string }[];
}

/** The inquiry of a case in the language of whoever reads; null when the case did not begin with one. Two queries. */
export async function inquiryFacts(
  platform: Pick<Platform, "pool" | "now">,
  caseId: string,
  lang: Lang,
): Promise<InquiryFacts | null> {
  const inquiry = await readInquiry(platform.pool, caseId);
  if (!inquiry) return null;
  const { guide } = await catalogueAt(platform, platform.now());
  const w = inquiryWords[lang];
  const { ways, sales, business } = inquiry.answers;
  const byCountry = Map.groupBy(inquiry.wants, ({ country }) => country);
  const countries = new Set([...byCountry.keys(), ...ways.wishes.map(({ country }) => country)]);
  return {
    wants: [...countries].map((country) => ({
      country: country === ANYWHERE ? countryName("GLOBAL", lang) : countryName(country, lang),
      ways: (byCountry.get(country) ?? []).map(({ brand }) => guide.brand(brand)?.name[lang] ?? brand),
    })),
    facts: [
      { label: w.sales.selling, value: sales.selling },
      { label: w.sales.goods, value: w.sales.goodsKinds[sales.goods] },
      { label: w.sales.mode, value: w.sales.modes[sales.mode] },
      ...(sales.ticket ? [{ label: w.sales.ticket, value: `${sales.ticketCurrency} ${sales.ticket}` }] : []),
      { label: w.sales.delivery, value: w.sales.deliveries[sales.delivery] },
      { label: w.sales.settlement, value: w.sales.settlements[sales.settlement] },
      {
        label: w.business.applicantType,
        value: `${w.business.applicantTypes[business.applicantType]} · ${countryName(business.home, lang)}`,
      },
      { label: w.business.platform, value: w.business.platforms[business.platform] },
    ],
  };
}
