import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { searchCases } from "./search.server.ts";
import { words } from "./words.ts";

/** One line of the palette. */
export interface Found {
  id: string;
  label: string;
  hint?: string;
  group: string;
  to: string;
}

const MOST = 8;
/** As many cases as still leave room for their pages. */
const FEW = 3;

/** Cases and channels that fit, and when they are few also the pages one would open next. */
export async function findFor(platform: Pick<Platform, "pool" | "now">, typed: string, lang: Lang): Promise<Found[]> {
  const w = words[lang];
  const cases = await searchCases(platform, typed, lang, MOST);
  const lines = cases.map(({ caseId, publicId, merchant, match }): Found => {
    const name = merchant ?? w.queue.unnamed;
    return match
      ? {
          id: match.subjectId,
          label: match.label,
          hint: name,
          group: w.palette.channels,
          to: `/console/cases/${caseId}/channels/${match.subjectId}`,
        }
      : { id: caseId, label: name, hint: publicId, group: w.palette.cases, to: `/console/cases/${caseId}` };
  });
  if (cases.length > FEW) return lines;
  const pages = cases.flatMap(({ caseId, merchant, publicId }) =>
    (["documents", "contract", "site", "timeline"] as const).map((page) => ({
      id: `${caseId}/${page}`,
      label: w.palette.pageOf(merchant ?? publicId, w.case.pages[page]),
      group: w.palette.pages,
      to: `/console/cases/${caseId}/${page}`,
    })),
  );
  return [...lines, ...pages];
}
