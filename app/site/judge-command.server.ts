import { siteRequirements } from "#workflows/site/requirements.ts";
import type { Archive } from "./archive/archive.ts";
import { readFolder } from "./archive/folder.server.ts";
import { judgePage, type PageJudgement, saysOf } from "./judge/judge-page.ts";

const USAGE = "site:judge -- DIR|FILE|URL [--json] [--pages]";

/** `npm run site:judge`. @returns the exit code: 0 when a judgement was made, whatever it says */
export async function judgeCommand(
  args: string[],
  { out, err }: { out(line: string): void; err(line: string): void },
): Promise<number> {
  const options = new Set(args.filter((arg) => arg.startsWith("--")));
  const [target] = args.filter((arg) => !arg.startsWith("--"));
  if (!target) {
    err(USAGE);
    return 2;
  }
  let archive: Archive;
  try {
    archive = await readFolder(target);
  } catch (error) {
    err((error as Error).message);
    return 1;
  }
  const pages = archive.pages.map(judgePage);
  out(JSON.stringify(pages.map(pageLine)));
  return 0;
}

/** The line of one page, as the issue describes it. */
export function pageLine({ file, url, findings, tokushoho, business }: PageJudgement) {
  const { email: _, ...businessInfo } = business.info;
  const says = Object.fromEntries(siteRequirements.map((requirement) => [requirement, saysOf(findings, requirement)]));
  return { file: file ?? url, ...says, tokushoho, businessInfo };
}
