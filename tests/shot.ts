import { mkdirSync } from "node:fs";
import { openBrowser } from "#tests/browser.ts";

// tsx tests/shot.ts BASE PATH... : looks at pages as a person would and writes PNGs to shots/, ko and en, 390 and 1440 wide, light and dark.
const [base, ...paths] = process.argv.slice(2);
const browser = await openBrowser();
mkdirSync("shots", { recursive: true });
for (const path of paths) {
  for (const [lang, width, colorScheme] of [
    ["ko", 390, "light"],
    ["en", 1440, "light"],
    ["ko", 1440, "dark"],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: lang });
    const page = await context.newPage();
    await page.goto(new URL(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, base).href, {
      waitUntil: "networkidle",
    });
    const name = `${path.replaceAll(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home"}-${lang}-${width}-${colorScheme}.png`;
    await page.screenshot({ path: `shots/${name}`, fullPage: true });
    console.log(name);
    await context.close();
  }
}
await browser.close();
