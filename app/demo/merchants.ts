import { demoCompany } from "#app/site/demo-shop/index.server.ts";

/** Who walks: one made-up company and its person. */
export interface DemoMerchant {
  company: string;
  companyEn: string;
  /** Passes its check digit. */
  businessNumber: string;
  corporateNumber: string;
  person: string;
  personLatin: string;
  email: string;
  phone: string;
  address: string;
  selling: string;
  /** As it stands in the inquiry. */
  website: string;
  /** What the site check visits: the demo shop, or the website itself. */
  shopUrl: string;
}

/** The owner of the demo shop; whoever walks brings at least an address for letters, and where the shop stands. */
export const shopkeeper = (part: Partial<DemoMerchant> & Pick<DemoMerchant, "email" | "shopUrl">): DemoMerchant => ({
  company: demoCompany.companyName,
  companyEn: demoCompany.englishName,
  businessNumber: demoCompany.bizRegNo,
  corporateNumber: "110111-0000010",
  person: demoCompany.representative,
  personLatin: "Han Seoyun",
  phone: demoCompany.phone,
  address: demoCompany.address,
  selling: "직접 만든 면 옷과 생활 소품을 온라인으로 팔아요.",
  website: "https://baramgyeol.example",
  ...part,
});

/** What kind of business it says it is: a Korean corporation that sells on the web under its own terms. */
export const demoProfile = {
  applicantType: "krCorporation",
  signer: "representative",
  seal: "registered",
  ownership: "direct",
  mailOrder: "reported",
  documentLanguage: "ko",
  settlementAccount: "korea",
  sellsThrough: "web",
  bringsTerms: "no",
};
