import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { type Hall, openHall } from "./hall.ts";
import { Screen } from "./screen.ts";
import { inquire, propose } from "./steps.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

test("while it is typed an inquiry is kept, says what each PSP makes of the goods, and tells of somebody writing along", async () => {
  const one = await hall.merchant("writer", "ko", 390);
  await one.go("/inquiry");
  await one.fill(one.form("input[name=_version]"), { countries: ["JP"] });
  await one.submit(one.form("input[name=_version]"), 'button[value="next"]');
  await one.fill(one.form("input[name=_version]"), { "wishes.0.brands": ["paypay", "konbini"] });
  await one.submit(one.form("input[name=_version]"), 'button[value="next"]');
  await one.page.locator("textarea[name=selling]").pressSequentially("와인과 위스키");
  await one.page.getByText("KG", { exact: false }).first().waitFor();
  // Kept before anybody else looks: a window that was opened earlier would be told of a conflict, and rightly.
  const kept = one.page.waitForResponse(
    (answer) => answer.url().endsWith("/inquiry/save") && (answer.request().postData() ?? "").includes("JPY"),
  );
  await one.page.locator("select[name=settlement]").selectOption("JPY");
  await kept;
  await one.page.getByText("JPY", { exact: false }).first().waitFor();
  await one.look("inquiry-verdicts");

  // The same browser, a second window: what one writes the other is told of.
  const other = await one.page.context().newPage();
  await other.goto(one.page.url());
  await other.locator("textarea[name=selling]").fill("와인");
  await other.waitForResponse((answer) => answer.url().endsWith("/inquiry/save"));
  await one.page.locator('input[name=mode][value="oneTime"]').check({ force: true });
  await one.page.getByText("함께 쓰는 사람이").waitFor();
  await one.look("inquiry-told");
  await one.page.reload();
  expect(await one.page.locator("textarea[name=selling]").inputValue()).toBe("와인");
  expect(await one.page.locator('input[name=mode][value="oneTime"]').isChecked()).toBe(true);
  expect(Screen.faults).toEqual([]);
}, 200_000);

/** Opens every fold of the page: questions and answers lie in them. */
const unfold = ({ page }: Screen) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) (fold as HTMLDetailsElement).open = true;
  });

test("a proposal goes to and fro: asked about, answered, countered, changed, and declined with a reason that is counted", async () => {
  const email = "toandfro@baramgyeol.example";
  const owner = shopkeeper({ email, shopUrl: hall.server.shopUrl });
  const merchant = await hall.merchant("toandfro", "ko", 390);
  const caseId = await inquire(merchant, hall.mailbox, owner);
  const advisor = await hall.staff("advisor", "en");
  await propose(advisor, caseId);

  const page = `/cases/${caseId}/proposal`;
  const desk = `/console/cases/${caseId}/proposal`;
  await merchant.go(page);
  await unfold(merchant);
  const ask = merchant.form("input[name=line]");
  await merchant.fill(ask, { text: "원화로 정산받을 수 있나요?" });
  await merchant.submit(ask, "button[value=ask]");
  await advisor.go("/console/desk/advisor");
  await advisor.look("desk-questions");
  await advisor.go(desk);
  expect(await advisor.page.locator("textarea[name=message]").inputValue()).toContain("안녕하세요");
  await unfold(advisor);
  const answer = advisor.form("input[name=about]");
  await advisor.fill(answer, { text: "네, 원화로 받으실 수 있습니다." });
  await answer.locator("button[value=answer]").click();
  await advisor.page.getByText("네, 원화로").waitFor();

  await merchant.go(page);
  await merchant.look("proposal-answered");
  await merchant.press("WANT_CHANGES", { "counter.0.rate": "2.8", "counter.1.text": "주 1회 정산", wish: "" });
  await advisor.go(desk);
  await advisor.fill(advisor.form("input[name=_version]"), { "quotes.0.rate": "2.9" });
  await advisor.page.getByRole("button", { name: "About rates" }).click();
  await advisor.page.locator('button[name="_intent"][value="save"]').click();
  await advisor.page.locator("text=2.9 %").first().waitFor();
  await advisor.look("proposal-desk-changed");
  await advisor.page.locator('button[name="_intent"][value="send"]').click();
  await advisor.page.locator('[data-phase="deciding"]').waitFor();

  await merchant.go(page);
  expect(await merchant.text()).toContain("지난 제안과 달라진 점");
  await merchant.look("proposal-changed");
  await merchant.press("DECLINE_PROPOSAL", { _why: "price", reason: "예산보다 비싸요" });
  await advisor.go("/console/advice");
  expect(await advisor.text()).toContain("Fees and costs");
  await advisor.look("advice");
  await advisor.go("/guide/channels/INICIS_JP");
  expect(await advisor.page.locator("code", { hasText: /^INICIS_JP$/ }).count()).toBe(1);
  await advisor.look("channel-terms");
  expect(Screen.faults).toEqual([]);
}, 280_000);
