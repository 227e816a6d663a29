import { Readable } from "node:stream";
import type { Page } from "playwright-core";
import type { Browsers } from "#app/platform/browser/browser.ts";
import type { Storage } from "#app/platform/storage/storage.ts";
import type { RequirementResult } from "../report.schema.ts";

const PAD = 48;
const MAX_HEIGHT = 640;
const MIN_HEIGHT = 280;
/** Narrow enough that the words can be read in a column of our pages. */
const MIN_WIDTH = 720;
const MAX_WIDTH = 1280;
const MAX_BYTES = 2_000_000;
const EACH = 2;

interface Shot {
  span: RequirementResult["evidence"][number];
  name: string;
}

/**
 * Photographs the places that verdicts rest on: the element framed, with what stands around it. Each address is
 * opened once. A picture that cannot be taken leaves the quoted text, which is evidence by itself.
 *
 * @param prefix folder in storage, without a slash at its end
 * @returns how many pictures were taken; the spans are given their names
 */
export async function takeShots(
  { browsers, storage }: { browsers: Browsers; storage: Storage },
  results: RequirementResult[],
  prefix: string,
  signal?: AbortSignal,
): Promise<number> {
  const byUrl = new Map<string, Shot[]>();
  for (const result of results)
    worthAPicture(result.evidence).forEach((span, index) => {
      const shot = { span, name: `${prefix}/${result.requirement.toLowerCase()}-${index + 1}.jpg` };
      byUrl.set(span.url, [...(byUrl.get(span.url) ?? []), shot]);
    });
  let taken = 0;
  await Promise.all(
    [...byUrl].map(([url, shots]) =>
      signal?.aborted
        ? null
        : browsers
            .withPage(async (page) => {
              await page.goto(url, { waitUntil: "load", timeout: 12_000 }).catch(() => page.waitForTimeout(300));
              for (const { span, name } of shots) {
                const picture = await photograph(page, span.selector).catch(() => null);
                if (!picture) continue;
                await storage.put(name, Readable.from(picture), { contentType: "image/jpeg", maxBytes: MAX_BYTES });
                span.shot = name;
                taken++;
              }
            })
            .catch(() => {}),
    ),
  );
  return taken;
}

/** The first place on each of the first pages: two places on one page are mostly on one picture. */
function worthAPicture(evidence: RequirementResult["evidence"]): RequirementResult["evidence"] {
  const first = new Map<string, RequirementResult["evidence"][number]>();
  for (const span of evidence) if (/^https?:/.test(span.url) && !first.has(span.url)) first.set(span.url, span);
  return [...first.values()].slice(0, EACH);
}

async function photograph(page: Page, selector: string): Promise<Buffer> {
  const place = selector === "" ? null : page.locator(selector).first();
  const box = await place?.boundingBox({ timeout: 800 }).catch(() => null);
  if (!place || !box || box.width < 2 || box.height < 2) return page.screenshot({ type: "jpeg", quality: 70 });
  await place.evaluate((element) => {
    (element as HTMLElement).style.outline = "3px solid #0b7a75";
    (element as HTMLElement).style.outlineOffset = "3px";
  });
  const size = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
  const at = await place.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: left + window.scrollX, top: top + window.scrollY, width, height };
  });
  const around = Math.max(PAD, (MIN_HEIGHT - at.height) / 2);
  const y = Math.max(0, Math.min(at.top - around, size.height - MIN_HEIGHT));
  const height = Math.max(MIN_HEIGHT, Math.min(at.height + 2 * PAD, MAX_HEIGHT, size.height - y));
  const width = Math.min(Math.max(MIN_WIDTH, at.width + 2 * PAD), MAX_WIDTH, size.width);
  const x = Math.max(0, Math.min(at.left - Math.max(PAD, (width - at.width) / 2), size.width - width));
  const picture = await page.screenshot({ type: "jpeg", quality: 75, fullPage: true, clip: { x, y, width, height } });
  await place.evaluate((element) => {
    (element as HTMLElement).style.outline = "";
  });
  return picture;
}
