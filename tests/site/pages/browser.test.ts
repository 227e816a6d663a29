import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { Voyage } from "#app/demo/voyage.ts";
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
  await hall.pool.query("update site_check set report = $2 where id = $1", [rows[0]!.id, JSON.stringify(poisoned)]);

  for (const [screen, path] of [
    [await hall.staff("reviewer", "ko"), `/console/cases/${caseId}/site`],
    [await hall.staff("approver", "en"), `/console/cases/${caseId}/site`],
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
    for (const link of await screen.page.locator("main a[href]").all()) {
      const href = (await link.getAttribute("href")) ?? "";
      expect(href).toMatch(/^(?:https?:|\/|\?|#)/);
    }
    await screen.close();
  }
}, 240_000);

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
