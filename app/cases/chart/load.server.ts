import type { Actor, CaseView } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { formatInstant } from "#app/ui/format/time.ts";
import { lineNames } from "../line-name.server.ts";
import { anywhereOf, type Drawing, drawChart, type Standing, standingsOf } from "./picture.server.ts";

export interface ChartPage {
  drawing: Drawing;
  standings: Standing[];
  /** What can be sent in every state of the chart. */
  anywhere: string[];
  /** The charts of the case: its own and one a channel. */
  charts: { id: string; name: string | null }[];
  /** Whose chart it is. */
  of: string;
}

const shortDay = (lang: Lang) => (at: string) => formatInstant(at, lang, "day").replace(/^\d+년 | \d{4}$/, "");

/** @param of id of the channel to draw; anything else draws the case's own chart */
export async function loadChart(
  platform: Pick<Platform, "pool" | "now">,
  view: CaseView,
  of: string | null,
  actor: Actor,
  lang: Lang,
): Promise<ChartPage> {
  const subject = view.channels.find(({ id }) => id === of) ?? view;
  const [{ drawing, entered }, lineName] = await Promise.all([
    drawChart(platform, subject, lang, { day: shortDay(lang) }),
    lineNames(platform, lang),
  ]);
  return {
    drawing,
    standings: standingsOf(subject, view, actor, entered, platform.now(), lang),
    anywhere: anywhereOf(subject, lang),
    charts: [
      { id: view.id, name: null },
      ...view.channels.map(({ id, context }) => ({ id, name: lineName(context.line) })),
    ],
    of: subject.id,
  };
}

/** The picture for the merchant: phases and regions, where they stand, nothing of what staff weigh. */
export async function loadMap(platform: Pick<Platform, "pool">, view: CaseView, lang: Lang): Promise<Drawing> {
  return (await drawChart(platform, view, lang, { isSimple: true, day: shortDay(lang) })).drawing;
}
