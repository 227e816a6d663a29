import { afterAll, beforeAll, expect, test } from "vitest";
import { writeCard } from "#app/cases/card.server.ts";
import { type Hall, openHall } from "#tests/e2e/hall.ts";
import type { Screen } from "#tests/e2e/screen.ts";
import { walk } from "#tests/walk.ts";

const now = () => new Date();

let hall: Hall;
let advisor: Screen;
beforeAll(async () => {
  hall = await openHall();
  for (const name of ["하늘바다 여행사", "Acme Outdoor", "소담 도자기"]) await newcomer(name);
  advisor = await hall.staff("advisor", "ko");
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

async function newcomer(merchantName: string): Promise<string> {
  const one = await walk({ pool: hall.pool, now });
  const { caseId } = one;
  const card = { caseId, merchantName, contactName: "이하늘", contactEmail: "lee@shop.example", lang: "ko" as const };
  await writeCard(hall.pool, { ...card, countries: ["VN"], website: null, volumeBand: "10k", risk: null }, now());
  await one.inquired();
  return caseId;
}

/** What the focus is on, in words. */
const focused = () => advisor.page.evaluate(() => document.activeElement?.textContent ?? "");

test("a desk is worked by keyboard alone: walked, found in, taken from, left for a case and its history", async () => {
  const { page } = advisor;
  await advisor.go("/console");
  expect(advisor.path).toBe("/console/desk/advisor");

  await page.keyboard.press("j");
  expect(await focused()).toContain("하늘바다 여행사");
  await page.keyboard.press("j");
  expect(await focused()).toContain("Acme Outdoor");
  await page.keyboard.press("k");
  expect(await focused()).toContain("하늘바다 여행사");

  await page.keyboard.press("a");
  await page.getByText("담당자로 정해졌어요").waitFor();
  await page.locator("tbody tr", { hasText: "하늘바다 여행사" }).getByText("서가온").waitFor();

  await page.keyboard.press("/");
  await page.keyboard.type("소담");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?q=/);
  await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
  expect(new URL(page.url()).searchParams.toString()).toBe(new URLSearchParams({ q: "소담" }).toString());

  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.waitForURL(/\/timeline$/);
  await page.getByText("도입문의를 보냈어요").first().waitFor();
}, 240_000);

test("the palette goes from anywhere to a merchant by a part of its name", async () => {
  const { page } = advisor;
  await advisor.go("/console/search");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("바다 여");
  await page
    .getByRole("option", { name: /하늘바다 여행사/ })
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/console\/cases\/[0-9a-f-]{36}$/);
  await page.getByText("하늘바다 여행사").first().waitFor();
}, 240_000);

test("nothing jumps when work comes in: the desk says how much, and shows it when asked", async () => {
  const { page } = advisor;
  await advisor.go("/console/desk/advisor");
  const before = await page.locator("tbody tr").allInnerTexts();
  await newcomer("새로 온 상점");
  // Looking at the page again asks at once, without waiting for the next round.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const notice = page.getByRole("button", { name: /새로 온 일 1/ });
  await notice.waitFor();
  expect(await page.locator("tbody tr").allInnerTexts()).toEqual(before);
  await notice.click();
  await page.locator("tbody tr", { hasText: "새로 온 상점" }).waitFor();
}, 240_000);
