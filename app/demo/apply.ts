import { type DemoMerchant, demoProfile } from "./merchants.ts";
import { paperFor } from "./papers.ts";
import { formOf, press } from "./press.ts";
import { until } from "./until.ts";
import type { Sheet, Visitor } from "./visitor.ts";

/** What kind of business it is: decides which papers are asked. */
export async function describe(visitor: Visitor, caseId: string): Promise<Sheet> {
  const page = (await visitor.open(`/cases/${caseId}/profile`)).taken();
  return (await page.form("input[name=applicantType]").fill(demoProfile).send()).taken();
}

export async function fillInBusiness(visitor: Visitor, caseId: string, merchant: DemoMerchant): Promise<Sheet> {
  const page = (await visitor.open(`/cases/${caseId}/business`)).taken();
  const form = page.form("input[name=legalName]");
  const numbers: Record<string, string> = {
    "kr.businessNumber": merchant.businessNumber,
    "kr.corporateNumber": merchant.corporateNumber,
    "kr.mailOrderNumber": "제2024-서울성동-01234호",
  };
  for (let place = 0; form.has(`numbers.${place}.kind`); place++) {
    form.fill({ [`numbers.${place}.value`]: numbers[form.value(`numbers.${place}.kind`) ?? ""] ?? "" });
  }
  form.fill({
    legalName: merchant.company,
    legalNameEn: merchant.companyEn,
    incorporatedOn: "2021-03-02",
    registeredAddress: merchant.address,
    phone: merchant.phone,
    website: merchant.website,
    whatIsSold: merchant.selling,
    goods: "physical",
    deliveryDays: "7",
    monthlySalesUsd: "120,000",
  });
  return (await form.send()).taken();
}

export async function namePeople(visitor: Visitor, caseId: string, merchant: DemoMerchant): Promise<Sheet> {
  const page = (await visitor.open(`/cases/${caseId}/people`)).taken();
  const form = page.form('input[name="people.0.name"]').fill({
    "people.0.name": merchant.person,
    "people.0.nameLatin": merchant.personLatin,
    "people.0.bornOn": "1984-05-17",
    "people.0.nationality": "KR",
    "people.0.residence": "KR",
    "people.0.offices": ["representative"],
    "people.0.idType": "residentCard",
    "people.0.share": "70",
    restIsSmall: "on",
  });
  return (await form.send()).taken();
}

export async function giveAccount(visitor: Visitor, caseId: string, merchant: DemoMerchant): Promise<Sheet> {
  const page = (await visitor.open(`/cases/${caseId}/account`)).taken();
  const form = page.form("input[name=holder]").fill({
    holder: merchant.company,
    country: "KR",
    bank: "한강은행",
    number: "100-123-456789",
    currency: "KRW",
  });
  return (await form.send()).taken();
}

/**
 * Hands in a paper for every line of the checklist that has a place for one and nothing in it, with its dates.
 *
 * @returns the items handed in
 */
export async function handInPapers(visitor: Visitor, caseId: string, today: string): Promise<string[]> {
  const path = `/cases/${caseId}/documents`;
  const page = (await visitor.open(path)).taken();
  const handedIn: string[] = [];
  for (const form of page.forms("input[type=file]")) {
    const item = form.value("item") ?? "";
    (await form.fill({ file: await paperFor(item) }).send()).taken();
    handedIn.push(item);
  }
  const inTwoYears = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  for (const form of (await visitor.open(path)).taken().forms('input[name="_intent"][value="dates"]')) {
    if (form.has("issuedOn")) form.fill({ issuedOn: today });
    if (form.has("validUntilOn")) form.fill({ validUntilOn: inTwoYears });
    (await form.send()).taken();
  }
  return handedIn;
}

export const submitKyc = (visitor: Visitor, caseId: string) =>
  press(visitor, `/cases/${caseId}/documents`, "SUBMIT_KYC");

/** The contract is drawn up from the business data, and signed with a typed name. */
export async function signContract(visitor: Visitor, caseId: string, merchant: DemoMerchant): Promise<Sheet> {
  const path = `/cases/${caseId}/contract`;
  await press(visitor, path, "ISSUE_CONTRACT", { lang: "ko" });
  return await press(visitor, path, "SIGN_CONTRACT", { name: merchant.person, title: "대표이사", consent: "on" });
}

/** Has the shop visited, waits for the report, and hands it in. */
export async function checkSite(visitor: Visitor, caseId: string, merchant: DemoMerchant): Promise<Sheet> {
  const path = `/cases/${caseId}/site`;
  await press(visitor, path, "START_SITE_CHECK", { url: merchant.shopUrl, goods: "physical" });
  await until(
    "the report on the shop",
    async () => {
      const page = (await visitor.open(path)).taken();
      return page.has(formOf("SUBMIT_SITE")) || (page.has(formOf("START_SITE_CHECK")) && page.taken());
    },
    { withinMs: 180_000, everyMs: 400 },
  );
  return await press(visitor, path, "SUBMIT_SITE");
}
