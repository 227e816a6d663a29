import type { Platform } from "#app/platform/platform.ts";
import type { SiteRequirement } from "#workflows/site/requirements.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { APP_PICTURES, livesInApp } from "./app-pictures.ts";
import type { Archive } from "./archive/archive.ts";
import { storeArchive } from "./archive/stored.server.ts";
import { compareBusiness, type ExpectedBusiness } from "./business/compare.ts";
import { crawl } from "./crawl/crawl.server.ts";
import { renderWith } from "./evidence/render.server.ts";
import { takeShots } from "./evidence/shots.server.ts";
import { type Account, signIn } from "./evidence/sign-in.server.ts";
import { walkToCheckout } from "./evidence/walk.server.ts";
import { type Judgement, judge } from "./judge/judge.ts";
import { saysOf } from "./judge/judge-page.ts";
import { SiteReport } from "./report.schema.ts";

/** What somebody watching sees: how far the visit is and what has turned up. */
export interface SiteProgress {
  phase: "visiting" | "walking" | "judging" | "photographing" | "done";
  pages: number;
  /** Pages known of so far, those still to be asked included. */
  known: number;
  lastUrl: string | null;
  /** Conditions that some page has met already. */
  met: SiteRequirement[];
}

export interface SiteCheckInput {
  /** What the merchant typed: an http(s) address of the shop. */
  origin: string;
  /** Language in which the shop is asked for; Korean when absent. */
  locale?: string;
  goods: "physical" | "digital" | "both" | "unknown";
  /** Folder in storage for the archive and the pictures; never from a user. */
  archiveName: string;
  /** What the KYC record says of the company; nothing is compared without it. */
  expected?: ExpectedBusiness;
  /** A review account for a shop behind a login wall; used only with a browser. */
  account?: Account;
  /** Pictures of the app that were sent along: named in the archive, looked at by a person. */
  pictures?: Archive["pictures"];
  onProgress?: (progress: SiteProgress) => void;
  signal?: AbortSignal;
  maxPages?: number;
  /** False leaves the browser alone: no scripts, no walk, no pictures. */
  useBrowser?: boolean;
  /** False takes no pictures; the quotes are evidence by themselves. */
  takePictures?: boolean;
}

export type SiteParts = Pick<Platform, "fetch" | "browsers" | "storage" | "now"> & {
  log?: Pick<Platform["log"], "info" | "warn">;
};

/**
 * Visits a shop, judges it, and keeps the evidence.
 *
 * @throws Refused when the address may not be asked at all
 * @throws UpstreamError when the front page does not answer; to be tried again
 */
export async function runSiteCheck(parts: SiteParts, input: SiteCheckInput): Promise<SiteReport> {
  const { fetch, storage, now, log } = parts;
  const {
    origin,
    locale = "ko",
    goods,
    archiveName,
    account,
    pictures,
    onProgress,
    signal,
    maxPages,
    useBrowser = true,
    takePictures = true,
  } = input;
  const startedAt = now().toISOString();
  const progress: SiteProgress = { phase: "visiting", pages: 0, known: 1, lastUrl: null, met: [] };
  const tell = (change: Partial<SiteProgress>) => onProgress?.(Object.assign(progress, change) && { ...progress });
  tell({});

  if (origin === APP_PICTURES) {
    const archive: Archive = { origin, pages: [], unreachable: [], leftOut: 0, robots: "none", pictures };
    return keep(parts, input, archive, judge(archive, goods), startedAt);
  }
  const session = account && useBrowser ? await signIn(parts.browsers, account, origin) : null;
  const browsers = session ? session.as(parts.browsers) : parts.browsers;
  const archive = await crawl(
    { fetch, now },
    {
      url: origin,
      locale,
      maxPages,
      signal,
      cookieFor: session?.headerFor,
      render: useBrowser ? renderWith(browsers, locale) : undefined,
      onPage: ({ url, findings }, known) => {
        const met = siteRequirements.filter(
          (requirement) => progress.met.includes(requirement) || saysOf(findings, requirement) === true,
        );
        tell({ pages: progress.pages + 1, known, lastUrl: url, met });
      },
    },
  );
  if (pictures && livesInApp(archive.origin)) archive.pictures = pictures;
  if (account && useBrowser) archive.signedIn = session ? "yes" : "failed";
  if (useBrowser) {
    tell({ phase: "walking" });
    const walked = await walkToCheckout({ browsers, now }, archive, locale);
    archive.pages.push(...walked.filter(({ sha256 }) => !archive.pages.some((page) => page.sha256 === sha256)));
  }

  tell({ phase: "judging" });
  const judgement = judge(archive, goods);
  if (useBrowser && takePictures) {
    tell({ phase: "photographing" });
    const taken = await takeShots({ browsers, storage }, Object.values(judgement.requirements), archiveName, signal);
    log?.info({ pages: archive.pages.length, pictures: taken }, "site checked");
  }
  const report = await keep(parts, input, archive, judgement, startedAt);
  tell({ phase: "done" });
  return report;
}

/** The archive goes into storage, and the report says under which name. */
async function keep(
  { storage, now }: SiteParts,
  { archiveName, expected }: SiteCheckInput,
  archive: Archive,
  judgement: Judgement,
  startedAt: string,
): Promise<SiteReport> {
  const name = `${archiveName}/archive.json.gz`;
  await storeArchive(storage, name, archive);
  return SiteReport.parse({
    ...judgement,
    startedAt,
    finishedAt: now().toISOString(),
    comparison: expected ? compareBusiness(archive, judgement, expected) : [],
    archiveName: name,
  } satisfies SiteReport);
}
