import { lineOf, namesFor, readNews, type TimelineLine } from "#app/audit/index.server.ts";
import type { Viewer } from "#app/auth/index.server.ts";
import {
  type CaseCard,
  countryName,
  isOurTurn,
  leafOf,
  lineNames,
  type NameLine,
  promiseIn,
} from "#app/cases/index.server.ts";
import { type Act, actsFor, consolePath, statusOf } from "#app/cases/index.ts";
import { type Actor, type CaseView, type ChannelView, type Offer, offersFor } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { StatusClass, Turn } from "#workflows/project.ts";
import type { Desk } from "#workflows/roles.ts";
import { type Gate, gatesFor } from "./gates.server.ts";
import { placeOf } from "./places.ts";
import { type RiskBand, riskBand } from "./risk.ts";
import { type StepLine, stepsOf } from "./steps.server.ts";
import { visit } from "./visits.server.ts";

/** Something to do in this case, and where. */
export interface Task {
  say: string;
  to: string;
  about: string | null;
  dueAt: string | null;
}

/** Something that others do, and who. */
export interface Awaited {
  who: Desk | Exclude<Turn, "us">;
  kind: "onboarding" | "channel";
  state: string;
  about: string | null;
  dueAt: string | null;
}

/** An event that this person may send from another page, and whether the chart takes it now. */
export interface Door {
  event: string;
  to: string;
  about: string | null;
  allowed: boolean;
  reasons: string[];
}

/** What stands around every page of a case in the console. */
export interface Workspace {
  caseId: string;
  publicId: string;
  name: string | null;
  phase: string;
  status: StatusClass;
  hold: { reason: string; by: string | null; at: string } | null;
  /** Why it ended or was stopped. */
  reason: string | null;
  /** What tells one case from another at a glance; countries by name. */
  glance: { countries: string[]; advisor: string | null; risk: RiskBand | null; openedAt: string };
  steps: StepLine[];
  channels: { id: string; name: string; phase: string; status: StatusClass }[];
  tasks: Task[];
  awaited: Awaited[];
  gates: Gate[];
  news: { since: string | null; lines: TimelineLine[]; more: number };
  /** What the pane sends itself. */
  offers: Offer[];
  doors: Door[];
}

const NEWS_SHOWN = 5;
const NEWS_COUNTED = 50;

/** @param viewer whose visit this is: what is news is news to them */
export async function workspaceOf(
  platform: Pick<Platform, "pool" | "now">,
  { view, card }: { view: CaseView; card: CaseCard | null },
  viewer: Viewer,
  actor: Actor,
  lang: Lang,
): Promise<Workspace> {
  const now = platform.now();
  const [since, lineName] = await Promise.all([visit(platform, viewer.userId, view.id), lineNames(platform, lang)]);
  const entries = since
    ? await readNews(platform.pool, { caseId: view.id, since, notBy: viewer.userId, most: NEWS_COUNTED })
    : [];
  const shown = entries.slice(0, NEWS_SHOWN);
  const alsoNamed = [view.context.hold?.by, view.context.advisor].flatMap((id) => id ?? []);
  const names = await namesFor(platform, view, shown, lang, alsoNamed);
  const charts = chartsOf(view, actor, lineName, now);
  const tasks = charts.flatMap(({ tasks: own }) => own);
  return {
    caseId: view.id,
    publicId: view.publicId,
    name: card?.merchantName ?? null,
    phase: view.phase,
    status: statusOf(view, [view, ...view.channels].some(isOurTurn)),
    hold: view.context.hold && {
      reason: view.context.hold.reason,
      by: names.people.get(view.context.hold.by) ?? null,
      at: view.context.hold.at,
    },
    reason: view.context.reason,
    glance: {
      countries: (card?.countries ?? []).map((code) => countryName(code, lang)),
      advisor: (view.context.advisor && names.people.get(view.context.advisor)) || null,
      risk: riskBand(card?.risk ?? null),
      openedAt: view.openedAt.toISOString(),
    },
    steps: stepsOf(view),
    channels: view.channels.map((channel) => ({
      id: channel.id,
      name: lineName(channel.context.line),
      phase: channel.phase,
      status: statusOf(channel, isOurTurn(channel)),
    })),
    tasks,
    awaited: charts.flatMap(({ awaited }) => awaited),
    gates: gatesFor(view),
    news: {
      since: since?.toISOString() ?? null,
      lines: shown.map((entry) => lineOf(entry, view, names, lang)),
      more: entries.length - shown.length,
    },
    offers: charts[0]!.offers.filter(({ event }) => placeOf[event] === "home"),
    doors: charts.flatMap(({ doors }) => doors),
  };
}

/** What this person and others do with the case and with each channel. */
function chartsOf(view: CaseView, actor: Actor, lineName: NameLine, now: Date) {
  return [view, ...view.channels].map((chart) => {
    const channel = chart.kind === "channel" ? (chart as ChannelView) : null;
    const about = channel ? lineName(channel.context.line) : null;
    const offers = offersFor(chart, view, actor, now);
    const due = (state: string) => promiseIn(chart.timers, leafOf(chart.kind, chart.machineVersion, state).nodeId);
    const acts = view.context.hold ? [] : actsFor("staff", chart, offers);
    return {
      offers,
      tasks: acts.map(
        (act: Act): Task => ({ say: act.say, to: consolePath(view.id, act.page, chart.id), about, dueAt: due(act.at) }),
      ),
      awaited: chart.states.flatMap((state): Awaited[] => {
        const { turn, desk } = leafOf(chart.kind, chart.machineVersion, state);
        const isMine = acts.some(({ at }) => at === state);
        const who = turn === "us" ? desk : turn;
        // A case that is approved moves by its channels, and a tested channel by its case: both have lines of their own.
        if (!who || isMine || who === "case") return [];
        return [{ who, kind: chart.kind, state, about, dueAt: due(state) }];
      }),
      doors: offers.flatMap(({ event, allowed, reasons }): Door[] => {
        const page = placeOf[event];
        if (!page || page === "home") return [];
        return [{ event, to: consolePath(view.id, page, chart.id), about, allowed, reasons }];
      }),
    };
  });
}
