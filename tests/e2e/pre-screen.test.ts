import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { until } from "#app/demo/until.ts";
import { type Hall, openHall } from "./hall.ts";
import { Screen } from "./screen.ts";
import { inquire } from "./steps.ts";

const email = "prescreen@baramgyeol.example";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

/** The advisor proposes Japanese cards through a PSP that looks first, and sends that. */
async function propose(advisor: Screen, caseId: string) {
  await advisor.go(`/console/cases/${caseId}/proposal`);
  const ways = advisor.page.locator('select[name="picks.0.method"]');
  const [way] = await ways
    .locator("option", { hasText: "Payletter" })
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await ways.selectOption(way!);
  await advisor.page.locator('button[name="_intent"][value="send"]').click();
  await advisor.page.locator('[data-phase="deciding"]').waitFor();
}

async function accept(merchant: Screen, caseId: string) {
  await merchant.go(`/cases/${caseId}/proposal`);
  await merchant.press("ACCEPT_PROPOSAL");
}

test("a PSP that looks before the contract: the merchant sees who looks and until when, a no changes the proposal, a yes opens the application", async () => {
  const owner = shopkeeper({ email, shopUrl: hall.server.shopUrl });
  const merchant = await hall.merchant("prescreen", "ko", 390);
  const caseId = await inquire(merchant, hall.mailbox, owner, { JP: ["card"] });
  const advisor = await hall.staff("advisor", "en");
  const integration = await hall.staff("integration", "ko");
  await propose(advisor, caseId);

  await accept(merchant, caseId);
  await merchant.look("pre-screen-journey");
  expect(await merchant.text()).toContain("결제사가 계약 전에 먼저 살펴보고 있어요");
  await merchant.go(`/cases/${caseId}/proposal`);
  await merchant.look("pre-screen-proposal");
  expect(await merchant.text()).toContain("Payletter");

  await integration.go("/console/desk/integration");
  await integration.look("pre-screen-desk");
  await integration.go(`/console/cases/${caseId}/proposal`);
  await integration.look("pre-screen-to-record");
  await integration.page.locator("details", { hasText: "결제사가 남긴 말" }).first().locator("summary").click();
  const no = integration.page.locator("details[open]", { hasText: "결제사가 남긴 말" }).first();
  await no.locator("textarea[name=note]").fill("취급 품목을 더 자세히 알려 주세요.");
  await no.locator("button[type=submit]").click();
  await integration.page.locator('[data-phase="advising"]').waitFor();

  await merchant.go(`/cases/${caseId}/proposal`);
  await merchant.look("pre-screen-refused");
  expect(await merchant.text()).toContain("결제사 답에 맞춰 제안을 고치고 있어요");
  await advisor.go(`/console/cases/${caseId}/proposal`);
  await advisor.look("pre-screen-desk-refused");
  await propose(advisor, caseId);
  await accept(merchant, caseId);

  await advisor.go(`/console/cases/${caseId}/proposal`);
  await advisor.look("pre-screen-again");
  await advisor.page
    .locator("form", { has: advisor.page.locator('input[name="passed"]') })
    .first()
    .locator("button")
    .click();
  await advisor.page.locator('[data-phase="application"]').waitFor();
  await advisor.go(`/console/cases/${caseId}/chart`);
  await advisor.look("pre-screen-chart");
  expect(await advisor.text()).toMatch(/Pre-screen by PSPs.{0,20}1\/1/);
  await advisor.go(`/console/cases/${caseId}/timeline`);
  await advisor.look("pre-screen-timeline");

  // The application is open: the channel was looked at already, and the merchant begins with what kind of business it is.
  await merchant.go(`/cases/${caseId}`);
  await merchant.look("pre-screen-passed");
  await merchant.go(`/cases/${caseId}/profile`);
  expect(await merchant.page.locator('input[name="applicantType"]').count()).toBeGreaterThan(1);
  expect(await lettersOf(caseId)).toEqual({
    "preScreenStarted to the merchant": 2,
    "preScreenToRecord to the house": 2,
    "preScreenRefused to the merchant": 1,
  });
  expect(Screen.faults).toEqual([]);
}, 300_000);

/** The letters about the pre-screen, with how many causes each had. None of them calls a PSP by its code. */
async function lettersOf(caseId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await until("the letters about the pre-screen", async () => {
    const { rows } = await hall.pool.query<{ letter: string; isOurs: boolean; causes: number; texts: string }>(
      `select letter, to_address <> $2 as "isOurs", count(distinct cause)::int as causes, string_agg(subject || text, ' ') as texts
       from mail_outbox where case_id = $1 and letter like 'preScreen%' group by 1, 2`,
      [caseId, email],
    );
    for (const { letter, isOurs, causes, texts } of rows) {
      expect(texts).not.toMatch(/PAYLETTER/);
      counts[`${letter} to the ${isOurs ? "house" : "merchant"}`] = causes;
    }
    return counts["preScreenToRecord to the house"] === 2;
  });
  return counts;
}
