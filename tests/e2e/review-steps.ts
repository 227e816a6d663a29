import { expect } from "vitest";
import type { DemoMerchant } from "#app/demo/merchants.ts";
import type { Screen } from "./screen.ts";

export async function signContract(merchant: Screen, caseId: string, { person }: DemoMerchant): Promise<void> {
  await merchant.go(`/cases/${caseId}/contract`);
  await merchant.press("ISSUE_CONTRACT", { lang: "ko" });
  await merchant.look("contract");
  await merchant.press("SIGN_CONTRACT", { name: person, title: "대표이사", consent: "on" });
  await merchant.look("contract-signed");
}

export async function countersign(approver: Screen, caseId: string): Promise<void> {
  await approver.go(`/console/cases/${caseId}/contract`);
  await approver.look("contract");
  await approver.press("COUNTERSIGN_CONTRACT", { title: "대표이사" });
}

export async function checkSite(merchant: Screen, caseId: string, { shopUrl }: DemoMerchant): Promise<void> {
  await merchant.go(`/cases/${caseId}/site`);
  await merchant.look("site-before");
  await merchant.press("START_SITE_CHECK", { url: shopUrl, goods: "physical" });
  await merchant.page
    .locator('input[name="type"][value="SUBMIT_SITE"]')
    .waitFor({ state: "attached", timeout: 90_000 });
  await merchant.look("site-report");
  await merchant.press("SUBMIT_SITE");
}

export async function confirmSite(reviewer: Screen, caseId: string): Promise<void> {
  await reviewer.go(`/console/cases/${caseId}/site`);
  await reviewer.look("site");
  await reviewer.press("CONFIRM_SITE");
}

/** Opens and accepts one thing after the other. @returns how many */
export async function reviewAll(reviewer: Screen, caseId: string): Promise<number> {
  await reviewer.go(`/console/cases/${caseId}/documents`);
  await reviewer.look("documents");
  const accepted = new Set<string>();
  let drawn = 0;
  for (;;) {
    const form = reviewer.form('input[name="type"][value="ACCEPT_ITEM"]');
    if ((await form.count()) === 0) break;
    const item = await form.locator('input[name="item"]').inputValue();
    if (accepted.has(item)) break;
    accepted.add(item);
    if ((await reviewer.page.locator("[data-pdf]").count()) > 0) {
      await reviewer.page.locator("[data-pdf] canvas[data-drawn]").first().waitFor();
      drawn++;
    }
    await reviewer.press("ACCEPT_ITEM");
    if (accepted.size === 4) await reviewer.look("documents-paper");
  }
  expect(accepted.size).toBeGreaterThan(7);
  expect(drawn).toBeGreaterThan(0);
  await reviewer.look("documents-accepted");
  return accepted.size;
}

export async function approve(approver: Screen, caseId: string): Promise<void> {
  await approver.go(`/console/cases/${caseId}/documents`);
  await approver.look("approval");
  await approver.press("APPROVE_KYC");
  await approver.page.locator('[data-phase="approved"]').waitFor();
}
