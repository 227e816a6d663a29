import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Desk } from "#app/demo/desk.ts";
import { shopkeeper } from "#app/demo/merchants.ts";
import { paperFor } from "#app/demo/papers.ts";
import { propose } from "#app/demo/propose.ts";
import { type Hall, openHall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

const path = (page: Page) => new URL(page.url()).pathname;

/** The form that goes on to the next page of the inquiry. */
async function goOn(page: Page): Promise<void> {
  await page.locator('button[name="_go"][value="next"]').first().click();
  await page.waitForLoadState();
}

test("a phone without scripts inquires, saves a form of the KYC and hands in a paper", async () => {
  const email = "plain@baramgyeol.example";
  const merchant = shopkeeper({ email, shopUrl: hall.server.shopUrl });
  const context = await hall.browser.newContext({
    javaScriptEnabled: false,
    locale: "ko-KR",
    viewport: { width: 390, height: 844 },
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const open = (where: string) => page.goto(new URL(where, hall.server.url).href);

  await open("/inquiry");
  await page.check('input[name="countries"][value="VN"]');
  await goOn(page);
  expect(path(page)).toBe("/inquiry/ways");
  await page.check('input[value="zalopay"]');
  await goOn(page);

  expect(path(page)).toBe("/inquiry/sales");
  await goOn(page); // with nothing answered: told what is missing, in words
  expect(path(page)).toBe("/inquiry/sales");
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
  await page.check('input[name="band"][value="100k"]');
  await page.fill('input[name="ticket"]', "39,000");
  await page.check('input[name="mode"][value="oneTime"]');
  await page.check('input[name="goods"][value="physical"]');
  await page.fill('[name="selling"]', merchant.selling);
  await page.check('input[name="delivery"][value="week"]');
  await page.selectOption('select[name="settlement"]', "KRW");
  await goOn(page);

  expect(path(page)).toBe("/inquiry/business");
  await page.check('input[name="applicantType"][value="krCorporation"]');
  await page.fill('input[name="companyName"]', merchant.company);
  await page.fill('input[name="businessNumber"]', merchant.businessNumber);
  await page.fill('input[name="serviceUrl"]', merchant.website);
  await page.check('input[name="platform"][value="own"]');
  await page.check('input[name="contractor"][value="self"]');
  await goOn(page);

  expect(path(page)).toBe("/inquiry/contact");
  await page.fill('input[name="name"]', merchant.person);
  await page.fill('input[name="phone"]', merchant.phone);
  await page.fill('input[name="email"]', email);
  await page.check('input[name="consent"]');
  await goOn(page);

  await hall.mailbox.forget(email);
  await page.click('button[value="send"]');
  await page.fill('input[name="code"]', await hall.mailbox.code(email));
  await page.click('button[name="_intent"][value="submit"]');
  const href = await page.locator('main a[href^="/cases/"]').first().getAttribute("href");
  expect(href).toMatch(/^\/cases\/[0-9a-f-]{36}$/);
  const caseId = href!.split("/").at(-1)!;

  await propose(await new Desk(hall.server.url).of("advisor"), caseId);
  await open(`/cases/${caseId}/proposal`);
  await page
    .locator("form", { has: page.locator('input[value="ACCEPT_PROPOSAL"]') })
    .locator("button")
    .first()
    .click();
  await page.waitForLoadState();
  await open(`/cases/${caseId}/profile`);
  for (const [name, value] of [
    ["applicantType", "krCorporation"],
    ["signer", "representative"],
    ["seal", "registered"],
    ["ownership", "direct"],
    ["mailOrder", "reported"],
    ["documentLanguage", "ko"],
    ["settlementAccount", "korea"],
    ["sellsThrough", "web"],
    ["bringsTerms", "no"],
  ]) {
    await page.check(`input[name="${name}"][value="${value}"]`);
  }
  await page.locator("main form button[type=submit]").first().click();
  await open(`/cases/${caseId}/account`);
  await page.fill('input[name="holder"]', merchant.company);
  await page.locator("main form button[type=submit]:not([formnovalidate])").first().click();
  // What is missing is said, and what was typed is kept.
  expect(await page.inputValue('input[name="holder"]')).toBe(merchant.company);
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);

  await open(`/cases/${caseId}/documents`);
  const form = page.locator("form", { has: page.locator("input[type=file]") }).first();
  const item = await form.locator('input[name="item"]').inputValue();
  const paper = await paperFor(item);
  await form.locator("input[type=file]").setInputFiles({
    name: paper.name,
    mimeType: paper.type,
    buffer: Buffer.from(await paper.arrayBuffer()),
  });
  await form.locator("button[type=submit]").click();
  expect(path(page)).toBe(`/cases/${caseId}/documents`);
  await page.getByText(paper.name).first().waitFor();
  await context.close();
}, 180_000);
