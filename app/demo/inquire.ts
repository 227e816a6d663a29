import type { Mailbox } from "./mailbox.ts";
import type { DemoMerchant } from "./merchants.ts";
import type { Visitor } from "./visitor.ts";

/** Countries with the brands wanted there, as the catalogue writes them. */
export type Wishes = Readonly<Record<string, readonly string[]>>;

/** The example everybody knows: ZaloPay in Vietnam, LinkAja and DANA in Indonesia. */
export const usualWishes: Wishes = { VN: ["zalopay"], ID: ["linkaja", "dana"] };

/**
 * A visitor without an account asks what can be sold where, and gets an account by the code that is mailed.
 *
 * @returns the ids of the cases that were opened
 */
export async function inquire(
  visitor: Visitor,
  mailbox: Mailbox,
  merchant: DemoMerchant,
  wishes: Wishes = usualWishes,
): Promise<string[]> {
  const answers: Record<string, string | readonly string[]>[] = [
    { countries: Object.keys(wishes) },
    Object.fromEntries(Object.values(wishes).map((brands, place) => [`wishes.${place}.brands`, brands])),
    {
      band: "100k",
      ticket: "39,000",
      ticketCurrency: "KRW",
      mode: "oneTime",
      goods: "physical",
      selling: merchant.selling,
      delivery: "week",
      settlement: "KRW",
    },
    {
      applicantType: "krCorporation",
      home: "KR",
      companyName: merchant.company,
      businessNumber: merchant.businessNumber,
      serviceUrl: merchant.website,
      platform: "own",
      contractor: "self",
    },
    { name: merchant.person, title: "대표", phone: merchant.phone, email: merchant.email, consent: "on" },
  ];
  let page = (await visitor.open("/inquiry")).taken();
  for (const values of answers) {
    page = (await page.form("input[name=_version]").fill(values).send(["_go", "next"])).taken();
  }
  await mailbox.forget(merchant.email);
  page = (await page.form("button[value=send]").send(["_intent", "send"])).taken();
  const code = await mailbox.code(merchant.email);
  page = (await page.form("input[name=code]").fill({ code }).send(["_intent", "submit"])).taken();
  const cases = page.links("main a").flatMap((href) => /\/cases\/([0-9a-f-]{36})$/.exec(href)?.[1] ?? []);
  if (cases.length === 0) throw new Error(`the inquiry was not taken: ${page.text()?.slice(0, 400)}`);
  return [...new Set(cases)];
}
