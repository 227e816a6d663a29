import { z } from "zod";
import { CountryCode } from "#workflows/kyc/countries.ts";
import { type BankNumberKind, checkBankNumber, hasIban, routingKindOf } from "#workflows/kyc/identifiers/index.ts";

const text = (most: number) => z.string().trim().max(most);

/** Where the money goes. Number and IBAN are sealed when saved. */
export const SettlementAccount = z
  .object({
    holder: text(120).min(1, "account.holder.missing"),
    bank: text(120).min(1, "account.bank.missing"),
    branchAddress: text(300).optional(),
    country: CountryCode,
    currency: z.string().regex(/^[A-Z]{3}$/, "account.currency.missing"),
    /** IBAN where the country has them, else the plain number. */
    number: text(50).min(1, "account.number.missing"),
    bic: text(20).optional(),
    /** The bank or branch by its national number, where BIC is not enough. */
    routing: text(20).optional(),
    intermediary: text(200).optional(),
  })
  .superRefine(({ country, number, bic, routing }, { addIssue }) => {
    const judge = (path: string, kind: BankNumberKind, value: string) => {
      const verdict = checkBankNumber(kind, value);
      if (!verdict.ok && verdict.certain)
        addIssue({ code: "custom", path: [path], message: `number.${verdict.problem}` });
    };
    if (number !== "") {
      if (hasIban(country)) judge("number", "iban", number);
      else if (!/^[0-9A-Za-z][0-9A-Za-z -]{3,33}$/.test(number))
        addIssue({ code: "custom", path: ["number"], message: "account.number.shape" });
    }
    // Abroad nothing arrives without it; inside Korea banks know each other by name.
    if (bic) judge("bic", "bic", bic);
    else if (country !== "KR") addIssue({ code: "custom", path: ["bic"], message: "number.missing" });
    const kind = routingKindOf(country);
    if (kind && routing) judge("routing", kind, routing);
    else if (kind) addIssue({ code: "custom", path: ["routing"], message: "number.missing" });
  });
export type SettlementAccount = z.infer<typeof SettlementAccount>;
