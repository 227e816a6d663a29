import type { Answers } from "../draft.server.ts";

/** All sections of an inquiry as a form holds them, whole and right. For tests. @param ways wanted brands by country */
export const wholeAnswers = (ways: Record<string, string[]>, more: Answers = {}): Answers => ({
  where: { countries: Object.keys(ways) },
  ways: Object.fromEntries(Object.entries(ways).map(([country, brands]) => [country, { brands, suggest: "" }])),
  sales: {
    band: "100k",
    ticket: "30,000",
    ticketCurrency: "KRW",
    mode: "oneTime",
    goods: "physical",
    selling: "Korean skincare",
    trades: [],
    delivery: "week",
    settlement: "KRW",
  },
  business: {
    applicantType: "krCorporation",
    home: "KR",
    companyName: "Acme",
    businessNumber: "123-81-67899",
    serviceUrl: "acme.example",
    platform: "own",
    contractor: "self",
  },
  contact: { name: "Lee", phone: "02-123-4567", email: "lee@acme.example", consent: "on" },
  ...more,
});
