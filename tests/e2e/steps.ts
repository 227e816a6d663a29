import { expect } from "vitest";
import { usualWishes } from "#app/demo/inquire.ts";
import type { Mailbox } from "#app/demo/mailbox.ts";
import { type DemoMerchant, demoProfile } from "#app/demo/merchants.ts";
import { paperFor } from "#app/demo/papers.ts";
import type { Screen, Values } from "./screen.ts";

/** The inquiry, page by page, with the code that is mailed. @returns the case */
export async function inquire(
  visitor: Screen,
  mailbox: Mailbox,
  merchant: DemoMerchant,
  wishes = usualWishes,
): Promise<string> {
  const pages: [name: string, values: Values][] = [
    ["where", { countries: Object.keys(wishes) }],
    ["ways", Object.fromEntries(Object.values(wishes).map((brands, place) => [`wishes.${place}.brands`, brands]))],
    [
      "sales",
      {
        band: "100k",
        ticket: "39,000",
        mode: "oneTime",
        goods: "physical",
        selling: merchant.selling,
        delivery: "week",
        settlement: "KRW",
      },
    ],
    [
      "business",
      {
        applicantType: "krCorporation",
        companyName: merchant.company,
        businessNumber: merchant.businessNumber,
        serviceUrl: merchant.website,
        platform: "own",
        contractor: "self",
      },
    ],
    ["contact", { name: merchant.person, phone: merchant.phone, email: merchant.email, consent: "on" }],
  ];
  await visitor.go("/inquiry");
  for (const [name, values] of pages) {
    const form = visitor.form("input[name=_version]");
    await visitor.fill(form, values);
    await visitor.look(`inquiry-${name}`);
    await visitor.submit(form, 'button[value="next"]');
  }
  await mailbox.forget(merchant.email);
  await visitor.look("inquiry-check");
  await visitor.form('button[value="send"]').locator('button[value="send"]').click();
  const form = visitor.form("input[name=code]");
  await form.waitFor();
  await visitor.fill(form, { code: await mailbox.code(merchant.email) });
  await visitor.submit(form);
  await visitor.look("inquiry-sent");
  const href = await visitor.page.locator('main a[href^="/cases/"]').first().getAttribute("href");
  expect(href).toMatch(/^\/cases\/[0-9a-f-]{36}$/);
  return href!.split("/").at(-1)!;
}

/** The advisor takes the case and sends what is suggested. */
export async function propose(advisor: Screen, caseId: string): Promise<void> {
  await advisor.go("/console");
  await advisor.look("desk");
  await advisor.go(`/console/cases/${caseId}`);
  await advisor.look("case");
  await advisor.press("TAKE_CASE");
  await advisor.go(`/console/cases/${caseId}/proposal`);
  await advisor.look("proposal-desk");
  await advisor.page.locator('button[name="_intent"][value="send"]').click();
  await advisor.page.locator('[data-phase="deciding"]').waitFor();
}

export async function accept(merchant: Screen, caseId: string): Promise<void> {
  await merchant.go(`/cases/${caseId}`);
  await merchant.look("journey-proposal");
  await merchant.go(`/cases/${caseId}/proposal`);
  await merchant.look("proposal");
  await merchant.press("ACCEPT_PROPOSAL");
  await merchant.look("proposal-accepted");
}

/** Profile, business, people, account: each saved from its own page. */
export async function fillIn(screen: Screen, caseId: string, merchant: DemoMerchant): Promise<void> {
  const pages: [name: string, values: Values][] = [
    ["profile", demoProfile],
    [
      "business",
      {
        legalName: merchant.company,
        legalNameEn: merchant.companyEn,
        "numbers.0.value": merchant.businessNumber,
        "numbers.1.value": merchant.corporateNumber,
        incorporatedOn: "2021-03-02",
        registeredAddress: merchant.address,
        phone: merchant.phone,
        website: merchant.website,
        whatIsSold: merchant.selling,
        goods: "physical",
        deliveryDays: "7",
        monthlySalesUsd: "120,000",
      },
    ],
    [
      "people",
      {
        "people.0.name": merchant.person,
        "people.0.nameLatin": merchant.personLatin,
        "people.0.bornOn": "1984-05-17",
        "people.0.offices": ["representative"],
        "people.0.idType": "residentCard",
        "people.0.share": "70",
        restIsSmall: "on",
      },
    ],
    [
      "account",
      { holder: merchant.company, country: "KR", bank: "한강은행", number: "100-123-456789", currency: "KRW" },
    ],
  ];
  for (const [name, values] of pages) {
    await screen.go(`/cases/${caseId}/${name}`);
    const form = screen.form('input[name="_key"] ~ *');
    await screen.fill(form, values);
    await screen.look(name);
    await screen.submit(form, "button[type=submit]:not([formnovalidate])");
  }
}

/** Hands in a paper on every line that asks for one now, with its dates. @returns how many */
export async function handIn(screen: Screen, caseId: string): Promise<number> {
  const { page } = screen;
  await screen.go(`/cases/${caseId}/documents`);
  await screen.look("documents-empty");
  const inputs = await page
    .locator("input[type=file]")
    .evaluateAll((all) => all.flatMap((one) => (one.closest("details") ? [] : one.id)));
  for (const id of inputs) {
    const line = page.locator("li", { has: page.locator(`[id="${id}"]`) });
    const paper = await paperFor(id.replace(/^file-/, "").replace("doc-", "doc:"));
    const file = { name: paper.name, mimeType: paper.type, buffer: Buffer.from(await paper.arrayBuffer()) };
    // Once scripts run the file goes up by itself when chosen.
    await page.locator(`[id="${id}"].opacity-0`).setInputFiles(file);
    await line.locator('a[href*="/files/"]').first().waitFor({ state: "attached" });
  }
  const today = new Date().toISOString().slice(0, 10);
  const dated = page.locator("form", { has: page.locator('input[name="_intent"][value="dates"]') });
  for (let place = 0; place < (await dated.count()); place++) {
    const form = dated.nth(place);
    const until = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
    for (const [name, day] of [
      ["issuedOn", today],
      ["validUntilOn", until],
    ] as const) {
      if ((await form.locator(`[name="${name}"]`).count()) > 0) await form.locator(`[name="${name}"]`).fill(day);
    }
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      form.locator("button[type=submit]").click(),
    ]);
  }
  await screen.go(`/cases/${caseId}/documents`);
  await screen.look("documents");
  return inputs.length;
}
