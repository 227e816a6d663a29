import type { Browsers } from "#app/platform/browser/browser.ts";

const READ_MS = 12_000;

/** A page as a browser makes it: its scripts run there, in its own sandbox, and only its HTML comes back, as text. */
export const renderWith =
  (browsers: Browsers, locale: string) =>
  (url: string): Promise<{ url: string; status: number; html: string } | null> =>
    browsers.withPage(async (page) => {
      await page.setExtraHTTPHeaders({ "accept-language": `${locale},en;q=0.6` });
      const answer = await page.goto(url, { waitUntil: "domcontentloaded", timeout: READ_MS });
      if (!answer) return null;
      await page.waitForLoadState("networkidle", { timeout: 4_000 }).catch(() => {});
      return { url: page.url(), status: answer.status(), html: await page.content() };
    });
