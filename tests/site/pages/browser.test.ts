import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { until } from "#app/demo/until.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { samplePdf, samplePng } from "#app/kyc/sample-files.ts";
import { type Hall, openHall } from "../../e2e/hall.ts";
import { Screen } from "../../e2e/screen.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

/** What a shop may write where a name, a price or a policy should stand: each would leave a mark if it ran. */
const MARK = "window.__ran=1";
const hostile = [
  `<script>${MARK}</script>`,
  `<img src=x onerror="${MARK}">`,
  `<svg onload="${MARK}"><a xlink:href="javascript:${MARK}">배송</a></svg>`,
  `"><iframe srcdoc="<script>parent.__ran=1</script>"></iframe>`,
  `</textarea></script><script>${MARK}</script>`,
  `{{constructor.constructor('${MARK}')()}}`,
  `\u202e<style>@import 'javascript:${MARK}'</style>`,
].join(" ");

test("what a shop wrote is text to merchant and reviewer, and runs nowhere", async () => {
  const email = "hostile@baramgyeol.example";
  const voyage = new Voyage(hall.server.url, shopkeeper({ email, shopUrl: hall.server.shopUrl }));
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal(), ...voyage.site().slice(0, 1)]) await act();
  const { caseId } = voyage;
  const { rows } = await hall.pool.query<{ id: string; report: Record<string, never> }>(
    "select id, report from site_check where case_id = $1 and report is not null order by requested_at desc limit 1",
    [caseId],
  );
  const poisoned = JSON.parse(JSON.stringify(rows[0]!.report), (key, value) =>
    typeof value !== "string"
      ? value
      : /^(?:quote|name|companyName|representative|address|phone|selector|why)$/.test(key) && value !== "products"
        ? hostile
        : value,
  );
  for (const result of Object.values<{ url: string; evidence: { url: string }[] }>(poisoned.requirements))
    for (const span of result.evidence) span.url = `javascript:${MARK}`;
  poisoned.unreachable = [{ url: `javascript:${MARK}`, why: hostile }];
  poisoned.products = poisoned.products.map((product: object) => ({ ...product, url: `javascript:${MARK}` }));
  poisoned.restricted = [
    { category: "x", lists: [], words: [hostile], evidence: poisoned.requirements.products.evidence },
  ];
  poisoned.notices = [
    { code: hostile, severity: "before", facts: {}, evidence: poisoned.requirements.products.evidence },
  ];
  const changes = ["pageGone", "field"].map((what) => ({
    what,
    name: hostile,
    from: hostile,
    to: hostile,
    worse: true,
  }));
  await hall.pool.query("update site_check set report = $2 where id = $1", [rows[0]!.id, JSON.stringify(poisoned)]);
  await hall.pool.query(
    `insert into site_check (id, case_id, url, goods, cause, requested_by, state, diff, requested_at)
     values (gen_random_uuid(), $1, $2, 'physical', 'schedule', 'system', 'failed', $3, now())`,
    [caseId, `https://shop.example/${hostile}`, JSON.stringify(changes)],
  );

  for (const [screen, path] of [
    [await hall.staff("reviewer", "ko"), `/console/cases/${caseId}/site`],
    [await hall.staff("approver", "en"), `/console/cases/${caseId}/site`],
    [await hall.known(email, "ko", 1440), `/cases/${caseId}/site`],
    [await hall.known(email, "en", 390), `/cases/${caseId}/site`],
  ] as const) {
    await screen.go(path);
    const found = await screen.page.evaluate(() => ({
      ran: "__ran" in window,
      made: document.querySelectorAll("main iframe, main script:not([src]), main img[onerror], main svg[onload]")
        .length,
      links: [...document.querySelectorAll("a[href]")].filter((link) =>
        /^\s*javascript:/i.test(link.getAttribute("href")!),
      ).length,
    }));
    expect(found).toEqual({ ran: false, made: 0, links: 0 });
    expect(await screen.text()).toContain("<script>");
    const csp = await screen.page.request.get(screen.page.url());
    expect(csp.headers()["content-security-policy"]).toMatch(/script-src 'nonce-|script-src[^;]*'nonce-/);
    for (const link of await screen.page.locator("main a[href]").all()) {
      const href = (await link.getAttribute("href")) ?? "";
      expect(href).toMatch(/^(?:https?:|\/|\?|#)/);
    }
    await screen.close();
  }
}, 240_000);

test("a shop inside an app is handed in by pictures, without scripts, and its reviewer sees each beside its condition", async () => {
  const email = "app@baramgyeol.example";
  const voyage = new Voyage(hall.server.url, shopkeeper({ email, shopUrl: hall.server.shopUrl }));
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal()]) await act();
  const { caseId, visitor } = voyage;
  const path = `/cases/${caseId}/site`;
  let page = await visitor.open(path);
  for (const [place, subject] of ["products", "shippingPolicy", "refundPolicy", "checkout", "company"].entries()) {
    const file = new File([new Uint8Array(samplePng(390 + place, 844))], `screen-${subject}.png`, {
      type: "image/png",
    });
    page = (await page.form(`input[name=shows][value=${subject}]`).fill({ file }).send()).taken();
  }
  const pdf = new File([new Uint8Array(samplePdf())], "screen.pdf", { type: "application/pdf" });
  const refused = await page.form("input[name=shows][value=checkout]").fill({ file: pdf }).send();
  expect(refused.text('[id="app-checkout"]')).toContain("JPEG");
  page = (await page.form("input[value=checkPictures]").fill({ goods: "digital" }).send()).taken();
  const ready = await until("the report on the app", async () => {
    const now = (await visitor.open(path)).taken();
    return now.has("input[value=SUBMIT_SITE]") ? now : null;
  });
  await ready.form("input[value=SUBMIT_SITE]").send();

  for (const [who, lang] of [
    ["advisor", "ko"],
    ["auditor", "en"],
  ] as const) {
    const screen = await hall.staff(who, lang);
    for (const width of [1440, 390]) {
      await screen.page.setViewportSize({ width, height: 900 });
      await screen.go(`/console/cases/${caseId}/site`);
      for (const subject of ["products", "shippingPolicy", "refundPolicy", "checkout"]) {
        const picture = screen.page.locator(`#${subject} img[src*="/site/picture/"]`);
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(844);
      }
      await screen.look(`site-app-${width}`);
    }
    await screen.close();
  }
  for (const [lang, width] of [
    ["ko", 390],
    ["en", 1440],
  ] as const) {
    const merchant = await hall.known(email, lang, width);
    await merchant.go(path);
    expect(await merchant.page.locator('img[src*="/site/picture/"]').count()).toBe(5);
    await merchant.look("site-app");
    await merchant.close();
  }
  expect(Screen.faults).toEqual([]);
}, 300_000);

test("the pages of a check are read at both widths and in both languages", async () => {
  const email = "looks@baramgyeol.example";
  const voyage = new Voyage(hall.server.url, shopkeeper({ email, shopUrl: hall.server.shopUrl }));
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal(), ...voyage.site().slice(0, 1)]) await act();
  const { caseId } = voyage;
  // Two people, for nobody signs in twice within one code's half minute.
  for (const [who, lang] of [
    ["reviewer", "ko"],
    ["approver", "en"],
  ] as const) {
    const reviewer = await hall.staff(who, lang);
    for (const width of [1440, 390]) {
      await reviewer.page.setViewportSize({ width, height: 900 });
      await reviewer.go(`/console/cases/${caseId}/site`);
      await reviewer.look(`site-${width}`);
    }
    await reviewer.close();
  }
  for (const [lang, width] of [
    ["ko", 390],
    ["ko", 1440],
    ["en", 390],
    ["en", 1440],
  ] as const) {
    const merchant = await hall.known(email, lang, width);
    await merchant.go(`/cases/${caseId}/site`);
    await merchant.look("site");
    await merchant.close();
  }
  expect(Screen.faults).toEqual([]);
}, 300_000);
