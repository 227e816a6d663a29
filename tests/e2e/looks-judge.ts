import axe from "axe-core";
import type { Page } from "playwright-core";

type Axe = typeof axe;

/** Everything axe knows, and the size of targets, which it asks only of those who ask (WCAG 2.5.8, 24 px). */
async function violations(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: judge } = window as unknown as { axe: Axe };
    const found = await judge.run(document, {
      iframes: false,
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
      ...(rules ? { runOnly: rules } : {}),
    });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, any }) => {
            const { fgColor, bgColor } = (any[0]?.data ?? {}) as { fgColor?: string; bgColor?: string };
            return `${html.slice(0, 160)}${fgColor ? ` (${fgColor} on ${bgColor})` : ""}`;
          })
          .join(" | ")}`,
    );
  }, only);
}

/** Shows the whole page at once, so that nothing lies under what stays at the edge of a screen: it can be scrolled away from there. */
async function unfold(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, 844) });
  await settled(page);
}

/** Two frames: colours that change, change in the first of them. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** How far the page can be pushed sideways at a width, and what sticks out. */
async function sideways(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 });
  return page.evaluate((at) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest("[class*=scroll-x]"),
    );
    const named = out.slice(0, 3).map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
    return [`scrolls sideways by ${scrollWidth - clientWidth} px at ${at}: ${named.join(" | ")}`];
  }, width);
}

/** What a programme says by mistake. */
async function slips(page: Page): Promise<string[]> {
  const text = await page.locator("body").innerText();
  return [...text.matchAll(/\[object \w+\]|\bundefined\b|\bNaN\b|\bInvalid Date\b|\$\{/g)].map(
    ([slip]) => `says "${slip}"`,
  );
}

/** Sentences of the other language that stand on the page as they are. @param foreign whole texts of our own */
async function untranslated(page: Page, foreign: ReadonlySet<string>): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (within && !within.closest("script, style, pre, [lang]:not(html)")) found.push(node.textContent?.trim() ?? "");
    }
    return found;
  });
  return texts.filter((text) => foreign.has(text)).map((text) => `not translated: "${text}"`);
}

/** Every text made a third longer, as in a language of long words. The page is spoilt afterwards. */
async function lengthened(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      if (text.length > 2 && !node.parentElement?.closest("script, style, code, pre"))
        node.textContent = `${text} ${text.slice(0, Math.ceil(text.length / 3))}`;
    }
  });
  return (await sideways(page, 390)).map((fault) => `a third longer, ${fault}`);
}

/**
 * Whatever is wrong with a page that is open: axe in light and in dark, sideways at the widths of a small phone (which is a desk at
 * 400 %), a phone and a desk, words of the other language, slips, and sideways again with longer words.
 */
export async function judge(page: Page, width: 390 | 1440, foreign: ReadonlySet<string>): Promise<string[]> {
  await unfold(page, width);
  const found = [...(await violations(page)), ...(await slips(page)), ...(await untranslated(page, foreign))];
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  found.push(...(await violations(page, ["color-contrast"])).map((fault) => `dark, ${fault}`));
  for (const one of [320, width === 390 ? 1440 : 390]) found.push(...(await sideways(page, one)));
  found.push(...(await sideways(page, width)), ...(await lengthened(page)));
  return found;
}
