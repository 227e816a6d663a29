import type { Viewer } from "#app/auth/index.server.ts";
import { countryName, leavesOfLaw } from "#app/cases/index.server.ts";
import { actsFor, actWords } from "#app/cases/index.ts";
import type { Lang } from "#app/i18n/words.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { openQuestions } from "#app/proposal/index.server.ts";
import { laws } from "#workflows/law.ts";
import type { Desk } from "#workflows/roles.ts";
import type { DeskPageProps } from "./desk-page.tsx";
import { readQueue } from "./queue.server.ts";
import { askedOf } from "./queue-asked.ts";
import { viewsOf } from "./views.server.ts";

/** What a desk can be filtered by: the states in which work lies on it, called by what is to be done. */
function statesOf(desk: Desk, lang: Lang): DeskPageProps["states"] {
  const acts: Readonly<Record<string, { title: string }>> = actWords[lang].acts;
  const states = laws.flatMap((law) =>
    [...leavesOfLaw(law)]
      .filter(([, leaf]) => leaf.desk === desk)
      .map(([state]) => {
        const [act] = actsFor("staff", { kind: law.kind, states: [state] }, null);
        return { value: state, label: acts[act?.say ?? ""]?.title ?? state };
      }),
  );
  // Versions of a chart share most of their states.
  return [...new Map(states.map((state) => [state.value, state])).values()];
}

/** All that a desk's page shows, as its address asks for it. */
export async function loadDesk(
  platform: Pick<Platform, "pool" | "now">,
  desk: Desk,
  url: URL,
  viewer: Viewer,
  lang: Lang,
): Promise<Omit<DeskPageProps, "problem">> {
  const asked = askedOf(url.searchParams);
  const at = { after: url.searchParams.get("after"), before: url.searchParams.get("before") };
  // News are counted from before the desk was read, so that nothing falls in between.
  const now = platform.now();
  const [page, views, questions] = await Promise.all([
    readQueue(platform, desk, asked, at, viewer.userId, lang),
    viewsOf(platform, viewer.userId, desk),
    desk === "advisor" ? openQuestions(platform) : [],
  ]);
  const known = new Map(page.rows.flatMap(({ countries }) => countries.map(({ code, name }) => [code, name] as const)));
  if (asked.country) known.set(asked.country, countryName(asked.country, lang));
  return {
    desk,
    asked,
    page,
    views,
    states: statesOf(desk, lang),
    countries: [...known]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => a.label.localeCompare(b.label, lang)),
    questions: questions.map((one) => ({ ...one, at: one.at.toISOString() })),
    canTake: desk === "advisor" && viewer.roles.includes("advisor"),
    formKey: newId(),
    now: now.toISOString(),
  };
}
