import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { brandName, countryName } from "#app/proposal/index.server.ts";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { countriesOf, sectionValues } from "./answers.server.ts";
import type { Answers } from "./draft.server.ts";
import { pathOf, type StepName } from "./steps.ts";
import { words } from "./words.ts";

export interface SummaryRow {
  label: string;
  value: string;
}

export interface SummaryGroup {
  title: string;
  href: string;
  rows: SummaryRow[];
}

const listOf = (held: unknown): string[] =>
  typeof held === "string" ? (held === "" ? [] : [held]) : Array.isArray(held) ? held.map(String) : [];

/** A draft keeps what was sent, and `Intl` throws at what is no code of a country. */
function homeName(code: string | undefined, lang: Lang): string | undefined {
  const known = CountryCode.safeParse(code);
  return known.success ? new Intl.DisplayNames(lang, { type: "region" }).of(known.data) : undefined;
}

/** All answers as they will be read, in the language of the page, with the way back to each. */
export function summaryOf({ guide, restrictions }: Book, answers: Answers, lang: Lang): SummaryGroup[] {
  const w = words[lang];
  const text = (section: "sales" | "business" | "contact", field: string): string =>
    listOf(answers[section]?.[field]).join(", ") || w.check.notAnswered;
  const choice = (section: "sales" | "business", field: string, labels: object): string => {
    const held = listOf(answers[section]?.[field])[0];
    return held && Object.hasOwn(labels, held) ? (labels as Record<string, string>)[held]! : w.check.notAnswered;
  };
  const wishes = sectionValues(answers, "ways").wishes as { country: string; brands: string[]; suggest: string }[];
  const trades = listOf(answers.sales?.trades).map(
    (id) => restrictions.categories.find((category) => category.id === id)?.name[lang] ?? id,
  );
  const ticket = listOf(answers.sales?.ticket)[0];
  const home = listOf(answers.business?.home)[0];
  const { sales: s, business: b, contact: c } = w;
  const group = (step: StepName, title: string, rows: [string, string][]): SummaryGroup => ({
    title,
    href: pathOf(step),
    rows: rows.map(([label, value]) => ({ label, value })),
  });
  return [
    group(
      countriesOf(answers).length === 0 ? "where" : "ways",
      w.check.rows.where,
      wishes.map(({ country, brands, suggest }) => [
        countryName(guide, country, lang),
        [...brands.map((brand) => brandName(guide, brand, lang)), ...(suggest ? [w.check.suggestForMe] : [])].join(
          ", ",
        ) || w.check.notAnswered,
      ]),
    ),
    group("sales", w.check.rows.sales, [
      [s.band, choice("sales", "band", s.bands)],
      [s.ticket, ticket ? `${listOf(answers.sales?.ticketCurrency)[0] ?? ""} ${ticket}` : w.check.notAnswered],
      [s.mode, choice("sales", "mode", s.modes)],
      [s.goods, choice("sales", "goods", s.goodsKinds)],
      [s.selling, text("sales", "selling")],
      [s.trades, trades.join(", ") || w.check.noTrades],
      [s.delivery, choice("sales", "delivery", s.deliveries)],
      [s.settlement, choice("sales", "settlement", s.settlements)],
    ]),
    group("business", w.check.rows.business, [
      [b.applicantType, choice("business", "applicantType", b.applicantTypes)],
      [b.home, homeName(home, lang) ?? w.check.notAnswered],
      [b.companyName, text("business", "companyName")],
      [b.businessNumber, text("business", "businessNumber")],
      [b.serviceUrl, text("business", "serviceUrl")],
      [b.buyerUrl, text("business", "buyerUrl")],
      [b.platform, choice("business", "platform", b.platforms)],
      [b.contractor, choice("business", "contractor", b.contractors)],
    ]),
    group("contact", w.check.rows.contact, [
      [c.name, text("contact", "name")],
      [c.jobTitle, text("contact", "title")],
      [c.phone, text("contact", "phone")],
      [c.email, text("contact", "email")],
    ]),
  ];
}
