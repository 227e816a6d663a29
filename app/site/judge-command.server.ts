import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { browserPool } from "#app/platform/browser/pool.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import type { Storage } from "#app/platform/storage/storage.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { readFolder } from "./archive/folder.server.ts";
import { crawl } from "./crawl/crawl.server.ts";
import { type Goods, type Judgement, judge } from "./judge/judge.ts";
import { judgePage, type PageJudgement, saysOf } from "./judge/judge-page.ts";
import { runSiteCheck } from "./run.server.ts";
import { said, verdictWords } from "./words-of-verdicts.ts";

const USAGE = `site:judge -- DIR|FILE|URL [--json] [--pages] [--goods=physical|digital|both] [--no-browser] [--allow=host:port]

DIR   saved pages: what site.json lists, or every *.html below it
FILE  one saved page
--overrules=DIR  instead: writes what reviewers overruled as such folders, with truth.json
URL   an address to visit; a loopback address is allowed because it was typed here, except in production`;

interface Streams {
  out(line: string): void;
  err(line: string): void;
}

/**
 * `npm run site:judge`: what the four conditions look like on saved pages or on a live site.
 *
 * @returns the exit code: 0 when a judgement was made, whatever it says; 1 when nothing could be read; 2 for a wrong call
 */
export async function judgeCommand(args: string[], { out, err }: Streams): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("--"));
  const [target, ...more] = args.filter((arg) => !arg.startsWith("--"));
  const known = /^--(?:json|pages|no-browser|goods=(?:physical|digital|both)|allow=\S+)$/;
  const wrong = flags.find((flag) => !known.test(flag));
  if (!target || more.length > 0 || wrong) {
    err(wrong ? `${wrong}?\n${USAGE}` : USAGE);
    return 2;
  }
  const goods = (flags.find((flag) => flag.startsWith("--goods="))?.slice(8) ?? "unknown") as Goods;
  const asJson = flags.includes("--json");
  try {
    const isUrl = /^https?:\/\//i.test(target);
    if (flags.includes("--pages")) {
      const archive = isUrl ? await visit(target, flags) : await readFolder(target);
      const lines = archive.pages.map((page) => pageLine(judgePage(page)));
      if (asJson) out(JSON.stringify(lines));
      else
        for (const line of lines)
          out(`${line.file}\n  ${siteRequirements.map((name) => `${name}: ${mark(line[name])}`).join("  ")}`);
      return 0;
    }
    const judgement = isUrl ? await check(target, goods, flags) : judge(await readFolder(target), goods);
    if (asJson) out(JSON.stringify(siteLine(judgement)));
    else for (const line of inWords(judgement)) out(line);
    return 0;
  } catch (error) {
    err((error as Error).message);
    return 1;
  }
}

/** The line of one page, as it is promised to whoever tests the judge. */
export function pageLine({ file, url, findings, tokushoho, business }: PageJudgement) {
  const { email: _, ...businessInfo } = business.info;
  return {
    file: file ?? url,
    products: saysOf(findings, "products"),
    shippingPolicy: saysOf(findings, "shippingPolicy"),
    refundPolicy: saysOf(findings, "refundPolicy"),
    checkout: saysOf(findings, "checkout"),
    tokushoho,
    businessInfo,
  };
}

function siteLine(judgement: Judgement) {
  const { requirements, business, ...rest } = judgement;
  const { email: _, ...businessInfo } = business;
  return {
    requirements: Object.fromEntries(
      siteRequirements.map((name) => {
        const { fix, ...result } = requirements[name]!;
        return [
          name,
          {
            ...result,
            fixKey: fix,
            fix: fix === null ? null : { ko: said(verdictWords.ko.fixes, fix), en: said(verdictWords.en.fixes, fix) },
          },
        ];
      }),
    ),
    businessInfo,
    ...rest,
  };
}

function inWords(judgement: Judgement): string[] {
  const words = verdictWords.en;
  const lines = [
    `${judgement.origin}  (${judgement.pages.length} pages, ${judgement.lang}, ${judgement.goods} goods, rules ${judgement.rulesVersion})`,
    "",
  ];
  for (const name of siteRequirements) {
    const { verdict, reason, fix, rule, version, confidence, evidence } = judgement.requirements[name]!;
    lines.push(
      `${words.requirements[name]}: ${words.verdicts[verdict].toUpperCase()}  [${rule} v${version}, ${confidence.toFixed(2)}]`,
      `  ${said(words.reasons, reason)}`,
    );
    if (fix !== null) lines.push(`  → ${said(words.fixes, fix)}`);
    for (const { url, quote, selector } of evidence.slice(0, 3)) lines.push(`  “${quote}”`, `    ${url}  ${selector}`);
    lines.push("");
  }
  lines.push("Company data:");
  for (const [field, value] of Object.entries(judgement.business))
    if (value !== null) lines.push(`  ${field}: ${value}`);
  if (judgement.tokushoho.present) lines.push(`  特定商取引法: ${judgement.tokushoho.items.join(" ")}`);
  if (judgement.notices.length > 0) lines.push("", "To look at:");
  for (const { code, severity } of judgement.notices)
    lines.push(`  [${said(words.severities, severity)}] ${said(words.notices, code)}`);
  for (const { category, words: hits } of judgement.restricted)
    lines.push(`  [restricted?] ${said(words.categories, category)}: ${hits.join(", ")}`);
  return lines;
}

const mark = (value: boolean | null) => (value === null ? "·" : value ? "yes" : "no");

/** Typed on a command line, an address of this machine is meant; production refuses it all the same. */
function allowed(url: string, flags: string[]): string[] {
  const listed = flags.filter((flag) => flag.startsWith("--allow=")).map((flag) => flag.slice(8));
  const { hostname, port, protocol } = new URL(url);
  const isLoopback = hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
  if (isLoopback) listed.push(`${hostname}:${port || (protocol === "https:" ? 443 : 80)}`);
  return process.env.NODE_ENV === "production" ? [] : listed;
}

async function visit(url: string, flags: string[]) {
  const fetch = guardedFetch({ allow: allowed(url, flags) });
  try {
    return await crawl({ fetch, now: () => new Date() }, { url });
  } finally {
    await fetch.close();
  }
}

async function check(url: string, goods: Goods, flags: string[]): Promise<Judgement> {
  const allow = allowed(url, flags);
  const fetch = guardedFetch({ allow });
  const browsers = browserPool({ allow });
  try {
    return await runSiteCheck(
      { fetch, browsers, storage: nowhere(), now: () => new Date() },
      {
        origin: url,
        goods,
        archiveName: "site-judge",
        useBrowser: !flags.includes("--no-browser"),
        takePictures: false,
      },
    );
  } finally {
    await fetch.close();
    await browsers.close();
  }
}

/** A check from the command line keeps nothing. */
const nowhere = (): Storage => ({
  async put(_, body) {
    const bytes = (await buffer(body instanceof Readable ? body : Readable.from(body))).length;
    return { bytes, sha256: "" };
  },
  get: async () => null,
  remove: async () => {},
});
