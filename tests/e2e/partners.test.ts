import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { type Hall, openHall } from "./hall.ts";
import { Screen } from "./screen.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

const prefill = {
  company_name: "초록찻집",
  service_url: "https://green-tea.example",
  platform: "cafe24",
  buyer_countries: ["VN"],
  contact_name: "이차인",
  contact_email: "lee@green-tea.example",
};

/** An administrator makes a key in the console; what follows is a partner's server. */
async function partnersServer() {
  const admin = await hall.staff("admin", "ko");
  await admin.go("/console/partners");
  await admin.look("partners");
  await admin.page.locator("tbody a").first().click();
  await admin.page.waitForURL(/\/console\/partners\/[0-9a-f-]{36}/);
  const form = admin.form('button[value="makeKey"]');
  await admin.fill(form, { name: "쇼핑몰 서버" });
  await form.locator('button[value="makeKey"]').click();
  const shown = admin.page.locator("section code", { hasText: "gw_partner_test_" }).first();
  await shown.waitFor();
  await admin.look("partner-with-new-key");
  const key = (await shown.innerText()).trim();
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(new URL(`/api/v1${path}`, hall.server.url), {
      method: body ? "POST" : "GET",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const invite = async () => (await ask("/referrals", { prefill })).body as { id: string; link: string };
  return { admin, key, ask, invite };
}

test("a partner's merchant comes in by link, with scripts and without, and decides what the partner may see", async () => {
  const { admin, key, ask, invite } = await partnersServer();
  const stage = async (id: string) => (await ask(`/referrals/${id}`)).body.stage;

  // With scripts, on a phone, agreeing to both.
  const agreed = await invite();
  const phone = await hall.merchant("referred", "ko", 390);
  await phone.go(new URL(agreed.link).pathname);
  await phone.look("join");
  expect(await phone.text()).toContain("lee@green-tea.example");
  const choices = phone.form('input[name="use"]');
  expect(await choices.locator("input:checked").count()).toBe(0);
  await phone.fill(choices, { use: "on", share: "on" });
  await phone.submit(choices);
  expect(phone.path).toBe("/inquiry");
  expect(await phone.page.locator('input[name="countries"][value="VN"]').isChecked()).toBe(true);
  await phone.go("/inquiry/business");
  expect(await phone.page.inputValue('input[name="companyName"]')).toBe("초록찻집");
  expect(await stage(agreed.id)).toBe("started");

  // Without scripts, agreeing to nothing.
  const refused = await invite();
  const plain = await (await hall.browser.newContext({ javaScriptEnabled: false, locale: "en-US" })).newPage();
  await plain.goto(refused.link);
  expect(await plain.locator("main").innerText()).toContain("초록찻집");
  await plain.locator("main button[type=submit]").click();
  await plain.waitForURL("**/inquiry");
  await plain.goto(new URL("/inquiry/business", hall.server.url).href);
  expect(await plain.inputValue('input[name="companyName"]')).toBe("");
  expect(await stage(refused.id)).toBe("not_shared");
  await plain.goto(refused.link);
  expect(await plain.locator("h1").innerText()).toBe("This link was used already");
  const kept = await hall.pool.query("select from referral where prefill is not null");
  expect(kept.rowCount).toBe(0);

  // Without scripts to the end of the inquiry, agreeing; and taking it back on the case.
  const third = await invite();
  const email = "third@green-tea.example";
  const voyage = new Voyage(hall.server.url, shopkeeper({ email, shopUrl: hall.server.shopUrl }));
  const first = (await voyage.visitor.open(third.link)).taken();
  const begun = (await first.form("input[name=share]").fill({ use: "on", share: "on" }).send()).taken();
  expect(begun.url.pathname).toBe("/inquiry");
  for (const { act } of voyage.inquiry()) await act();
  expect(await stage(third.id)).toBe("inquiry_sent");
  const owner = await hall.merchant("owner", "en", 1440);
  await owner.page.context().addCookies(
    voyage.visitor.cookieHeader.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: name === "lang" ? "en" : value.join("="), url: hall.server.url };
    }),
  );
  await owner.go(`/cases/${voyage.caseId}/team`);
  await owner.look("team-with-partner");
  await owner.page.locator('button[value="unshare"]').click();
  await owner.page.locator('button[value="share"]').waitFor();
  await owner.look("team-consent-withdrawn");
  expect((await ask(`/referrals/${third.id}`)).body).toMatchObject({
    stage: "consent_withdrawn",
    since: null,
    channels_open: null,
  });

  expect((await ask("/funnel")).body).toMatchObject({ invited: 3, opened: 3, inquiry_sent: 0, not_shared: 2 });
  await admin.page.reload();
  await admin.look("partner-with-referrals");
  await phone.go("/p/demo-mall");
  await phone.look("general");
  await phone.go("/partners/api");
  await phone.look("api");
  await owner.go("/partners/api");
  await owner.look("api");

  // What the server wrote while all of this went on.
  const log = await readFile(`${hall.server.dataDir}/gangway.log`, "utf8");
  expect(log).toContain("/api/v1/referrals");
  for (const secret of [key, key.slice(-49), ...[agreed, refused, third].map(({ link }) => link.split("/").at(-1)!)])
    expect(log).not.toContain(secret);
  expect(log).not.toMatch(/초록찻집|green-tea/);
  expect(Screen.faults).toEqual([]);
}, 240_000);
