import type { Lang } from "#app/i18n/words.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { APP_PICTURES } from "./app-pictures.ts";
import type { SiteReport } from "./report.schema.ts";
import { words } from "./words.ts";
import { said, verdictWords } from "./words-of-verdicts.ts";

/** The report as plain text, to be handed to whoever runs the shop. */
export function reportAsText(report: SiteReport, lang: Lang): string {
  const v = verdictWords[lang];
  const w = words[lang].report;
  const lines = [
    w.title,
    `${report.origin === APP_PICTURES ? words[lang].app.place : report.origin}  ${report.finishedAt.slice(0, 16).replace("T", " ")} UTC`,
    "",
  ];
  for (const name of siteRequirements) {
    const { verdict, reason, fix, evidence } = report.requirements[name]!;
    lines.push(`■ ${v.requirements[name]}: ${v.verdicts[verdict]}`, `  ${said(v.reasons, reason)}`);
    if (fix !== null) lines.push(`  ${w.fix}: ${said(v.fixes, fix)}`);
    for (const { url, quote } of evidence.slice(0, 2)) lines.push(`  "${quote}"`, `  ${url}`);
    lines.push("");
  }
  if (report.notices.length > 0) {
    lines.push(`■ ${w.notices}`);
    for (const { code, severity } of report.notices)
      lines.push(`  [${v.severities[severity]}] ${said(v.notices, code)}`);
  }
  return `${lines.join("\n")}\n`;
}
