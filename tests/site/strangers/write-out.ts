import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sets } from "./measure.ts";

/** Writes the strangers as folders for `npm run site:judge -- DIR`, each with its truth.json: tsx tests/site/strangers/write-out.ts DIR [--second] */
const to = process.argv[2];
const set = process.argv.includes("--second") ? sets.second : sets.first;
if (!to) throw new Error("where to?");
mkdirSync(join(to, "pages"), { recursive: true });
const said = { "+": true, "-": false, ".": null, "*": "either", "~": "false or null" } as const;
const spoken = (truth: Record<string, keyof typeof said>) =>
  Object.fromEntries(Object.entries(truth).map(([name, mark]) => [name, said[mark]]));
const pages = set.pages();
const shops = set.shops();
for (const { name, bytes } of pages) writeFileSync(join(to, "pages", `${name}.html`), bytes);
writeFileSync(
  join(to, "pages", "site.json"),
  JSON.stringify({
    origin: "https://stranger.example",
    pages: pages.map(({ name, contentType }) => ({ url: `/${name}`, file: `${name}.html`, contentType })),
  }),
);
writeFileSync(
  join(to, "truth.json"),
  JSON.stringify(
    pages.map(({ name, truth, tokushoho, tokushohoItems, company }) => ({
      file: `${name}.html`,
      ...spoken(truth),
      tokushoho,
      tokushohoItems,
      businessInfo: company,
    })),
    null,
    1,
  ),
);
for (const { name, truth, pages: own } of shops) {
  mkdirSync(join(to, name), { recursive: true });
  for (const { file, bytes } of own) writeFileSync(join(to, name, file), bytes);
  writeFileSync(
    join(to, name, "site.json"),
    JSON.stringify({ origin: `https://${name}.example`, pages: own.map(({ bytes: _, ...page }) => page) }),
  );
  writeFileSync(join(to, name, "truth.json"), JSON.stringify(spoken(truth)));
}
console.log(`${pages.length} pages and ${shops.length} shops`);
