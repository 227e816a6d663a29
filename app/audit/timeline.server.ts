import { lineNames, namesOf } from "#app/cases/index.server.ts";
import type { CaseView } from "#app/engine/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { itemName } from "#app/kyc/index.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { Tone } from "#app/ui/tone.ts";
import { cursorOf, type EntriesAsked, type LogEntry, readEntries } from "./entries.server.ts";
import { type EntryKind, isClock, kindOf, kinds } from "./kinds.ts";
import { type Names, tell } from "./tell.ts";

export interface TimelineLine {
  /** `12` for the case, `CH-7K3MQ2ZP-12` for a channel: what a link ends with. */
  id: string;
  at: string;
  what: string;
  detail: string | null;
  who: string | null;
  tone: Tone | null;
  kind: EntryKind;
  /** The channel it happened in; null for the case itself. */
  about: string | null;
  cursor: string;
  /** What stands in the log; for staff, of the entry that was asked for. */
  raw: { event: string; hash: string; role: string; version: number } | null;
}

export interface TimelinePage {
  lines: TimelineLine[];
  after: string | null;
  /** Shown from a linked entry on. */
  isFrom: boolean;
  kind: EntryKind | null;
}

const PAGE = 40;

/** The timeline as its address asks for it: `?kind=papers&after=…` or `?from=…`. */
export async function readTimeline(
  platform: Pick<Platform, "pool" | "now">,
  view: CaseView,
  url: URL,
  audience: EntriesAsked["audience"],
  lang: Lang,
): Promise<TimelinePage> {
  const asked = url.searchParams;
  const kind = kinds.find((one) => one === asked.get("kind")) ?? null;
  const from = asked.get("from");
  const { entries, after } = await readEntries(platform.pool, {
    caseId: view.id,
    kind,
    audience,
    after: asked.get("after"),
    from,
    most: PAGE,
  });
  const names = await namesFor(platform, view, entries, lang);
  // Raw entries are heavy, and nobody reads forty of them: the one that the address names is opened.
  const isOpened = (entry: LogEntry) => audience === "staff" && from !== null && cursorOf(entry) === from;
  return {
    lines: entries.map((entry) => lineOf(entry, view, names, lang, isOpened(entry))),
    after,
    isFrom: from !== null,
    kind,
  };
}

/** Everybody and everything that these entries name, and `others` by their ids, in one query. */
export async function namesFor(
  platform: Pick<Platform, "pool" | "now">,
  view: CaseView,
  entries: readonly LogEntry[],
  lang: Lang,
  others: readonly string[] = [],
): Promise<Names> {
  const people = [
    ...others,
    ...entries.flatMap(({ actorId, event }) => [actorId, ...(typeof event.to === "string" ? [event.to] : [])]),
  ];
  const [names, lineName] = await Promise.all([namesOf(platform.pool, people), lineNames(platform, lang)]);
  return {
    people: names,
    channels: new Map(view.channels.map(({ id, context }) => [id, lineName(context.line)])),
    item: itemName,
  };
}

/** @param withRaw with what stands in the log, down to the hash */
export function lineOf(entry: LogEntry, view: CaseView, names: Names, lang: Lang, withRaw = false): TimelineLine {
  const channel = view.channels.find(({ id }) => id === entry.subjectId);
  return {
    id: channel ? `${channel.publicId}-${entry.seq}` : String(entry.seq),
    at: entry.at.toISOString(),
    ...tell(entry, names, lang),
    kind: channel && !isClock(entry.event.type) ? "channels" : kindOf(entry.event.type),
    about: channel ? (names.channels.get(channel.id) ?? null) : null,
    cursor: cursorOf(entry),
    raw: withRaw
      ? {
          event: JSON.stringify(entry.event, null, 2),
          hash: entry.hash,
          role: entry.actorRole,
          version: entry.machineVersion,
        }
      : null,
  };
}
