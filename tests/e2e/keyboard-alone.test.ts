import { afterAll, beforeAll, expect, test } from "vitest";
import { Desk } from "#app/demo/desk.ts";
import { shopkeeper } from "#app/demo/merchants.ts";
import { propose } from "#app/demo/propose.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { type Hall, openHall } from "./hall.ts";
import { Keys } from "./keys.ts";
import { Screen } from "./screen.ts";

let hall: Hall;
let desk: Desk;
beforeAll(async () => {
  hall = await openHall();
  desk = new Desk(hall.server.url);
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

const next = 'button[name="_go"][value="next"]';

test("a merchant inquires and takes the proposal without a mouse", async () => {
  const email = "keys@baramgyeol.example";
  const owner = shopkeeper({ email, shopUrl: hall.server.shopUrl });
  const merchant = await hall.merchant("keys", "ko", 390);
  const keys = new Keys(merchant.page);

  await merchant.go("/");
  await keys.follow('main a[href="/inquiry"]');
  await keys.choose("countries", "VN");
  await keys.follow(next);
  await keys.choose("wishes.0.brands", "zalopay");
  await keys.follow(next);
  await keys.choose("band", "100k");
  await keys.choose("mode", "oneTime");
  await keys.choose("goods", "physical");
  await keys.type('[name="selling"]', owner.selling);
  await keys.choose("delivery", "week");
  await (await keys.to('select[name="settlement"]')).press("ArrowDown");
  expect(await merchant.page.inputValue('select[name="settlement"]')).toBe("KRW");
  await keys.follow(next);
  await keys.choose("applicantType", "krCorporation");
  await keys.type('[name="companyName"]', owner.company);
  await keys.type('[name="businessNumber"]', owner.businessNumber);
  await keys.type('[name="serviceUrl"]', owner.website);
  await keys.choose("platform", "own");
  await keys.choose("contractor", "self");
  await keys.follow(next);
  await keys.type('[name="name"]', owner.person);
  await keys.type('[name="phone"]', owner.phone);
  await keys.type('[name="email"]', email);
  await (await keys.to('[name="consent"]')).press("Space");
  await keys.follow(next);
  await (await keys.to('button[value="send"]')).press("Enter");
  await merchant.page.locator("input[name=code]").waitFor();
  await keys.type("input[name=code]", await hall.mailbox.code(email));
  await keys.follow('button[value="submit"]');
  const href = await merchant.page.locator('main a[href^="/cases/"]').first().getAttribute("href");
  await keys.follow(`main a[href="${href}"]`);

  const caseId = href!.split("/").at(-1)!;
  await propose(await desk.of("advisor"), caseId);
  await merchant.go(href!);
  await keys.follow(`main a[href="${href}/proposal"]`);
  await (await keys.to('form:has(input[value="ACCEPT_PROPOSAL"]) button[type=submit]')).press("Enter");
  await merchant.page.locator('input[value="ACCEPT_PROPOSAL"]').waitFor({ state: "detached" });
  await merchant.go(href!);
  // The next thing to do is the first thing the Tab key comes to.
  await keys.follow(`main a[href^="${href}/"]`);
  await keys.follow(`main a[href="${href}/profile"]`);
  await merchant.page.locator('input[name="applicantType"]').first().waitFor();
  expect(Screen.faults).toEqual([]);
}, 180_000);

test("a reviewer goes from the desk to a merchant's data and accepts it without a mouse", async () => {
  const owner = shopkeeper({ email: "keys2@baramgyeol.example", shopUrl: hall.server.shopUrl });
  const voyage = new Voyage(hall.server.url, owner, desk);
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal(), ...voyage.documents()]) await act();
  const reviewer = await hall.staff("reviewer", "en");
  const keys = new Keys(reviewer.page);

  await reviewer.go("/console");
  await reviewer.page.locator("[data-row-link]").first().waitFor();
  await keys.press("j");
  // A row of the desk opens where its work is done.
  await keys.follow("[data-row-link]");
  expect(reviewer.path).toBe(`/console/cases/${voyage.caseId}/documents`);
  const form = reviewer.form('input[name="type"][value="ACCEPT_ITEM"]');
  const first = await form.locator('input[name="item"]').inputValue();
  await (await keys.to('form:has(input[value="ACCEPT_ITEM"]) button[type=submit]')).press("Enter");
  await reviewer.page.waitForFunction(
    (item) =>
      document.querySelector<HTMLInputElement>('form:has(input[value="ACCEPT_ITEM"]) input[name="item"]')?.value !==
      item,
    first,
  );
  expect(Screen.faults).toEqual([]);
}, 180_000);
