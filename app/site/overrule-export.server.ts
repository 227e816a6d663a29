import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "#app/platform/platform.ts";
import { loadArchive } from "./archive/stored.server.ts";
import { overrules } from "./rulings.server.ts";

/**
 * Writes every overrule as a folder that `site:judge` reads: the pages the check had judged, and in `truth.json` what
 * a person said instead. Who ruled, and on whose case, stays in the house: a folder carries neither.
 *
 * @returns how many folders were written, and how many rulings have no archive any more
 */
export async function exportOverrules(
  { pool, storage }: Pick<Platform, "pool" | "storage">,
  to: string,
): Promise<{ written: number; withoutArchive: number }> {
  let written = 0;
  let withoutArchive = 0;
  const seen = new Set<string>();
  for (const { checkId, requirement, before, verdict, reason, archiveName, rulesVersion } of await overrules({
    pool,
  })) {
    // The newest word on a condition of a check counts.
    const name = `${requirement}-${checkId}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const archive = archiveName ? await loadArchive(storage, archiveName) : null;
    if (!archive) {
      withoutArchive++;
      continue;
    }
    const folder = join(to, name);
    await mkdir(folder, { recursive: true });
    const pages = archive.pages.map(({ url, status }, index) => ({
      url,
      status,
      file: `${index}.html`,
      contentType: "text/html; charset=utf-8",
    }));
    for (const [index, { html }] of archive.pages.entries()) await writeFile(join(folder, `${index}.html`), html);
    await writeFile(join(folder, "site.json"), JSON.stringify({ origin: archive.origin, pages }, null, 1));
    await writeFile(
      join(folder, "truth.json"),
      JSON.stringify({ [requirement]: verdict === "fulfilled", said: before, reason, rulesVersion }, null, 1),
    );
    written++;
  }
  return { written, withoutArchive };
}
