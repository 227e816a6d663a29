import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { CaseView } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { readInquiry } from "#app/inquiry/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ANYWHERE } from "#workflows/catalogue/coverage.ts";
import type { LetterName } from "#workflows/letters.ts";

type Table = [label: string, value: string][];

/** What the letters of inquiry and proposal show: what was asked for, country by country, and what is offered. */
export async function adviceTable(
  { pool }: Pick<Platform, "pool">,
  view: Pick<CaseView, "id" | "context" | "changedAt">,
  letter: LetterName,
  lang: Lang,
  countryName: (code: string) => string,
): Promise<Table | undefined> {
  if (letter === "inquiryReceived" || letter === "inquiryWaiting") return wishesOf(pool, view.id, lang, countryName);
  const { proposal } = view.context;
  if (letter !== "proposalReady" || !proposal) return undefined;
  const { guide } = await catalogueAt({ pool }, view.changedAt);
  return proposal.lines.map(({ channel, country, currency, methods }) => [
    [guide.channel(channel)?.name ?? channel, countryName(country), currency].join(" · "),
    methods.join(", "),
  ]);
}

async function wishesOf(
  pool: Platform["pool"],
  caseId: string,
  lang: Lang,
  countryName: (code: string) => string,
): Promise<Table | undefined> {
  const inquiry = await readInquiry(pool, caseId);
  if (!inquiry) return undefined;
  const { guide } = await catalogueAt({ pool }, inquiry.submittedAt);
  const byCountry = Map.groupBy(inquiry.wants, ({ country }) => country);
  return [...byCountry].map(([country, wants]) => [
    countryName(country === ANYWHERE ? "GLOBAL" : country),
    wants.map(({ brand }) => guide.brand(brand)?.name[lang] ?? brand).join(", "),
  ]);
}
