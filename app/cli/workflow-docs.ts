import { mkdirSync, writeFileSync } from "node:fs";
import { workflowDocs } from "#app/cases/chart/docs.server.ts";
import { laws } from "#workflows/law.ts";

// npm run workflow:docs: writes docs/workflows.md from the machines, with a picture of each that GitHub and most editors draw.
mkdirSync("docs", { recursive: true });
writeFileSync("docs/workflows.md", workflowDocs(laws));
console.log(JSON.stringify({ written: "docs/workflows.md", machines: laws.length }));
