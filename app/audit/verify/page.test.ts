import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sail } from "#app/engine/replay-voyages.ts";
import { newId } from "#app/platform/ids.ts";
import { openBrowser } from "#tests/browser.ts";
import { testConfig } from "#tests/config.ts";
import { randomFrom } from "#workflows/forecast/random.ts";
import { signedFile } from "../case-file.server.ts";
import { checkpointKeys } from "../checkpoint-keys.server.ts";
import { verifyPage } from "./page.server.ts";

const config = testConfig();
const at = new Date("2026-11-23T01:00:00.000Z");

test("the page, kept as a file, verifies a case without any server and names the first broken entry", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gangway-verify-"));
  const answer = await verifyPage({ config }, "en", true);
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  writeFileSync(join(folder, "verify.html"), await answer.text());
  const { caseId, entries } = sail(randomFrom(5), newId(), at, newId);
  const own = entries.flatMap((one) => (one.subjectId === caseId ? [{ ...one, kind: "onboarding" }] : []));
  const text = signedFile({ id: caseId, publicId: "GW-7K3MQ2ZP" }, own, checkpointKeys(config)[0], at);
  const file = (content: string) => ({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(content) });

  const browser = await openBrowser();
  const asked: string[] = [];
  const complaints: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
    page.on("request", (request) => void asked.push(request.url()));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => void complaints.push(error.message));
    await page.goto(`file://${join(folder, "verify.html")}`);
    await page.setInputFiles("#file", file(text));
    await page.locator("#verdict.whole").waitFor();
    expect(await page.textContent("#verdict")).toContain("GW-7K3MQ2ZP");

    const lines = text.split("\n");
    lines[3 + 4] = lines[3 + 4]!.replace(/"actorId":"(.)/, '"actorId":"x');
    await page.setInputFiles("#file", file(lines.join("\n")));
    await page.locator("#verdict.broken").waitFor();
    expect(await page.textContent("#verdict")).toContain("Entry 5 of the file");
    await page.click("#other");
    expect(await page.textContent("#verdict")).toContain("처음 어긋난 기록");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, "verify-390.png"), fullPage: true });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  expect(complaints).toEqual([]);
  expect(asked).toHaveLength(1);
}, 60_000);
