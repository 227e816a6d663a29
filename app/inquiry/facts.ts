import type { Want } from "#workflows/catalogue/coverage.ts";
import type { MinorUnits } from "#workflows/proposal/exchange.ts";
import type { MerchantFacts } from "#workflows/proposal/facts.ts";
import { type Money, money } from "#workflows/proposal/money.ts";
import type { VolumeBandId } from "#workflows/proposal/volume-bands.ts";
import type { Inquiry } from "./inquiry.schema.ts";

/** "12,000.5" in minor units; the schema has seen to its form. */
export function ticketOf(typed: string | undefined, currency: string, minorUnits: MinorUnits): Money | null {
  if (!typed) return null;
  const [whole = "", part = ""] = typed.replaceAll(",", "").split(".");
  const digits = minorUnits(currency);
  return money(Number(whole + part.slice(0, digits).padEnd(digits, "0")), currency);
}

/** Every wish of the inquiry, once. */
export const wantsOf = ({ wishes }: Inquiry["ways"]): Want[] =>
  wishes.flatMap(({ country, brands }) => brands.map((brand) => ({ country, brand })));

/** An inquiry as advice needs it. */
export function factsOf({ ways, sales, business }: Inquiry, minorUnits: MinorUnits): MerchantFacts {
  return {
    wants: wantsOf(ways),
    suggestFor: ways.wishes.filter((wish) => wish.suggest).map((wish) => wish.country),
    applicantType: business.applicantType,
    home: business.home,
    band: sales.band,
    ticket: ticketOf(sales.ticket, sales.ticketCurrency, minorUnits),
    recurring: sales.mode !== "oneTime",
    goods: sales.goods,
    trades: sales.trades,
    platform: business.platform,
  };
}

/** What can be said of an inquiry that is half written: what is not there, or not whole, is not answered. */
export function factsOfDraft(
  answers: { [section in "ways" | "sales" | "business"]?: Partial<Inquiry[section]> },
  minorUnits: MinorUnits,
): MerchantFacts {
  const { ways, sales, business } = answers;
  const currency = sales?.ticketCurrency ?? "USD";
  return {
    wants: wantsOf({ wishes: ways?.wishes ?? [] }),
    suggestFor: (ways?.wishes ?? []).filter((wish) => wish.suggest).map((wish) => wish.country),
    applicantType: business?.applicantType ?? null,
    home: business?.home ?? null,
    band: (sales?.band ?? null) as VolumeBandId | null,
    ticket: ticketOf(sales?.ticket, currency, minorUnits),
    recurring: sales?.mode === undefined ? null : sales.mode !== "oneTime",
    goods: sales?.goods ?? null,
    trades: sales?.trades ?? [],
    platform: business?.platform ?? null,
  };
}
