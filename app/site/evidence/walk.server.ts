import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import type { Browsers } from "#app/platform/browser/browser.ts";
import type { Archive, ArchivedPage } from "../archive/archive.ts";
import { controlsOf } from "../judge/controls.ts";
import { judgePage, saysOf } from "../judge/judge-page.ts";
import { selectorOf } from "../page/dom.ts";
import { readPage } from "../page/page.ts";

const STEPS = 4;

/**
 * Walks from a product towards the payment as a buyer would: presses what says buy, then what leads on, and stops at
 * the first page on which an order can be paid. Nothing is filled in, nothing is ordered. Each page on the way goes
 * into the archive, so that the judge sees what the walk saw.
 */
export async function walkToCheckout(
  { browsers, now }: { browsers: Browsers; now: () => Date },
  archive: Archive,
  locale: string,
): Promise<ArchivedPage[]> {
  const judged = archive.pages.map((page) => ({ page, judgement: judgePage(page) }));
  if (
    judged.some(({ judgement }) =>
      judgement.findings.some(({ rule, verdict }) => rule === "checkout.orderPage" && verdict === "fulfilled"),
    )
  )
    return [];
  const start =
    judged.find(({ judgement }) => judgement.buys && judgement.products.length > 0 && judgement.products.length < 12) ??
    judged.find(({ judgement }) => judgement.buys);
  if (!start) return [];

  return browsers
    .withPage(async (page) => {
      const kept: ArchivedPage[] = [];
      await page.setExtraHTTPHeaders({ "accept-language": `${locale},en;q=0.6` });
      await page.goto(start.page.url, { waitUntil: "load", timeout: 12_000 });
      for (let step = 0; step < STEPS; step++) {
        const before = page.url();
        const html = await page.content();
        const controls = controlsOf(readPage({ url: before, status: 200, html })).filter(
          ({ state }) => state === "live",
        );
        // Buying at once is a shorter way than the basket; the basket's own page leads on to the order.
        const next =
          controls.find(({ norm }) =>
            /바로 ?구매|구매하기|buy (?:it )?now|今すぐ|mua ngay|ซื้อเลย|ซื้อทันที|beli sekarang|立即/u.test(norm),
          ) ??
          controls.find(({ says, norm }) => says === "pay" || /주문하기|checkout|レジ|proceed/u.test(norm)) ??
          controls.find(({ says }) => says === "buy");
        if (!next) break;
        if (!(await press(page, selectorOf(next.element)))) break;
        const after = await archived(page, now);
        if (after.html !== html) kept.push(after);
        const judgement = judgePage(after);
        if (
          saysOf(
            judgement.findings.filter(({ rule }) => rule === "checkout.orderPage"),
            "checkout",
          ) === true
        )
          break;
        if (page.url() === before) {
          // Put into the basket without leaving: the basket is behind a link.
          const basket = judgement.page.links.find(({ href }) =>
            /\/(?:cart|basket|checkout|order)(?:\/|\.|\?|$)|order\/basket/.test(href),
          );
          if (!basket || !(await visit(page, basket.href))) break;
          kept.push(await archived(page, now));
        }
      }
      return kept;
    })
    .catch(() => []);
}

async function press(page: Page, selector: string): Promise<boolean> {
  try {
    await page.locator(selector).first().click({ timeout: 2_500 });
    await page.waitForLoadState("load", { timeout: 6_000 });
    await page.waitForLoadState("networkidle", { timeout: 1_500 }).catch(() => {});
    return true;
  } catch {
    return false;
  }
}

const visit = (page: Page, url: string): Promise<boolean> =>
  page.goto(url, { waitUntil: "load", timeout: 8_000 }).then(
    (answer) => answer !== null && answer.status() < 400,
    () => false,
  );

async function archived(page: Page, now: () => Date): Promise<ArchivedPage> {
  const html = await page.content();
  return {
    url: page.url(),
    status: 200,
    contentType: "text/html",
    headers: {},
    fetchedAt: now().toISOString(),
    sha256: createHash("sha256").update(html).digest("hex"),
    html,
    charset: "utf-8",
    via: "browser",
    found: "walk",
  };
}
