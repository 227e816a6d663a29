import type { Book } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { formatMoney } from "#app/ui/format/money.ts";
import type { Rate } from "#workflows/proposal/fee-book.ts";
import { feesOf } from "#workflows/proposal/fees.ts";
import { percentText } from "#workflows/proposal/money.ts";
import type { RestrictionRule } from "#workflows/proposal/restrictions.ts";
import { adviceWords } from "./advice-words.ts";
import { brandName, methodName, type Speaker } from "./say.server.ts";
import { priceText, reserveText, settlementOf } from "./view.server.ts";
import { words } from "./words.ts";

/** What a PSP charges, when it pays, and what it refuses: the rows that a proposal's claims rest on. */
export interface ChannelTerms {
  /** Empty: none is published. */
  rates: { what: string; price: string }[];
  sums: { what: string; amount: string }[];
  settlement: string;
  reserve: string;
  /** `null`: this PSP publishes no list. */
  restricted: { rule: RestrictionRule["rule"]; trades: { name: string; note: string }[] }[] | null;
}

const rules: RestrictionRule["rule"][] = ["prohibited", "review", "conditional", "guarantee", "moreData"];

/** The terms of a channel by the editions of a book; names in one language. */
export function channelTerms({ guide, prices, restrictions }: Book, channel: string, lang: Lang): ChannelTerms {
  const speaker: Speaker = { lang, guide, restrictions };
  const fees = feesOf(prices.fees, channel);
  const w = words[lang].terms;
  const sum = (what: string, amount: { amountMinor: number; currency: string } | null) =>
    amount ? [{ what, amount: formatMoney(amount.amountMinor, amount.currency, lang) }] : [];
  const lists = restrictions.lists.filter((list) => list.channels.includes(channel)).map(({ list }) => list);
  return {
    rates: (fees?.rates ?? []).map((rate) => ({ what: scopeText(speaker, rate), price: ratePrice(rate, lang) })),
    sums: [
      ...(fees?.setup ?? []).flatMap(({ amount, brands }) =>
        sum(brands ? `${w.setup} (${namesOf(speaker, brands)})` : w.setup, amount),
      ),
      ...sum(w.yearly, fees?.yearly ?? null),
      ...sum(w.monthly, fees?.monthly ?? null),
      ...(fees?.insurance
        ? [{ what: w.insurance, amount: w.insured(percentText(prices.fees.insurance.premiumPpm)) }]
        : []),
    ],
    settlement: settlementOf(fees, lang),
    reserve: reserveText(fees, lang),
    restricted:
      lists.length === 0
        ? null
        : rules.flatMap((rule) => {
            const trades = restrictions.categories.flatMap(({ name, rules: said }) => {
              const found = said.find((one) => one.rule === rule && lists.includes(one.list));
              return found ? [{ name: name[lang], note: found.note?.[lang] ?? "" }] : [];
            });
            return trades.length > 0 ? [{ rule, trades }] : [];
          }),
  };
}

const namesOf = ({ guide, lang }: Speaker, brands: readonly string[]): string =>
  brands.map((brand) => brandName(guide, brand, lang)).join(", ");

/** `카드 · 실물 상품 · Shopify`: for what a rate holds. */
function scopeText(speaker: Speaker, rate: Rate): string {
  const { lang, guide } = speaker;
  const w = words[lang].terms;
  const usd = (amount: { amountMinor: number; currency: string }) =>
    formatMoney(amount.amountMinor, amount.currency, lang);
  return (
    [
      rate.brands ? namesOf(speaker, rate.brands) : "",
      rate.methods ? rate.methods.map((key) => methodName(guide, key, lang)).join(", ") : "",
      rate.goods ? w.goods[rate.goods] : "",
      rate.platform ? "Shopify" : "",
      rate.ticketFrom ? w.ticketFrom(usd(rate.ticketFrom)) : "",
      rate.ticketBelow ? w.ticketBelow(usd(rate.ticketBelow)) : "",
    ]
      .filter(Boolean)
      .join(" · ") || w.everything
  );
}

const ratePrice = (rate: Rate, lang: Lang): string =>
  "isIndividual" in rate
    ? adviceWords[lang].individual
    : priceText(
        {
          kind: "published",
          ratePpm: rate.ratePpm,
          lowestPpm: rate.lowestPpm ?? null,
          fixed: rate.fixed ?? null,
          minimum: rate.minimum ?? null,
        },
        null,
        lang,
      );
