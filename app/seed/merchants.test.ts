import { expect, test } from "vitest";
import { applicantTypeHint } from "#workflows/kyc/identifiers/countries/korea.ts";
import { checkIdentifier } from "#workflows/kyc/identifiers/index.ts";
import { demoMerchants } from "./merchants.server.ts";

const merchants = demoMerchants("http://127.0.0.1:1").map(({ merchant }) => merchant);

test.each(merchants)("$company applies as a corporation, and its numbers are a corporation's", (merchant) => {
  expect(checkIdentifier("kr.businessNumber", merchant.businessNumber, "2026-11-23")).toMatchObject({ ok: true });
  expect(applicantTypeHint(merchant.businessNumber)).toBe("krCorporation");
  expect(checkIdentifier("kr.corporateNumber", merchant.corporateNumber, "2026-11-23")).toMatchObject({ ok: true });
});

test("no two of the demo merchants share a number or an address", () => {
  for (const field of ["email", "company", "businessNumber", "corporateNumber"] as const) {
    expect(new Set(merchants.map((merchant) => merchant[field])).size).toBe(merchants.length);
  }
});
