import type { AnyMachineSnapshot } from "xstate";
import { rung, type Timers, turnClocks } from "#app/engine/timers.ts";
import { calendarOf } from "#workflows/calendar/index.ts";
import { isPromise } from "#workflows/deadlines.ts";
import { randomFrom } from "#workflows/forecast/random.ts";
import { type Ask, advance, begin, currentLaw, type Sent } from "#workflows/law.ts";
import type { OnboardingContext } from "#workflows/onboarding/context.ts";
import { naiveDeadlines } from "./naive-deadlines.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STARTED = Date.parse("2026-01-01T00:00:00.000Z");
/** The worker looks once a second. */
const POLL = 1_000;

export interface Sailed {
  timers: number;
  cases: number;
  years: number;
  rang: number;
  dropped: number;
  held: number;
  daysAway: number;
  missed: number;
  early: number;
  /** Rang a second time. */
  twice: number;
  /** Rang although they had been let go or stood still. */
  ghosts: number;
  /** The longest wait of a due clock for a worker that was there, in milliseconds. */
  latestMs: number;
}

/** What the second reckoning knows of a clock. */
type Noted = { delay: string; rang: boolean } & ({ due: number } | { left: number });

interface Case {
  snapshot: AnyMachineSnapshot;
  timers: Timers;
  noted: Map<string, Noted>;
}

interface Turn {
  at: number;
  of: number;
  /** What somebody sends, or the clock that is due. */
  act: { type: string } | { ring: string };
}

const law = currentLaw("onboarding");
const calendar = calendarOf("KR");
const line = {
  channel: "X",
  country: "VN",
  currency: "VND",
  methods: ["X"],
  preScreen: false,
  refund: true,
  sandbox: true,
};

/** Whether the worker is away: the first day of every month. @returns when it comes back, or `at` */
function backAt(at: number): number {
  const date = new Date(at);
  return date.getUTCDate() === 1 ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 2) : at;
}

/**
 * Sails cases through the charts on a virtual clock, with the engine's own reckoning of clocks and a queue that wakes them as the job queue
 * does, until that many clocks have been started, and ten years have gone by.
 */
export function sail({ timers: wanted, years, seed }: { timers: number; years: number; seed: number }): Sailed {
  const random = randomFrom(seed);
  const naive = naiveDeadlines(calendar);
  const end = STARTED + years * 365.25 * DAY;
  const cases: Case[] = [];
  /** Due jobs by key, as `job_key` has it: filed again is filed anew. */
  const jobs = new Map<string, number>();
  const turns = new Heap();
  const sailed: Sailed = {
    timers: 0,
    cases: 0,
    years,
    rang: 0,
    dropped: 0,
    held: 0,
    daysAway: Math.floor(years * 12),
    missed: 0,
    early: 0,
    twice: 0,
    ghosts: 0,
    latestMs: 0,
  };

  const turnOf = (of: number, asks: Ask[], at: number) => {
    const one = cases[of]!;
    const context = one.snapshot.context as OnboardingContext;
    const isHeld = context.hold !== null && one.snapshot.status === "active";
    const change = turnClocks(one.timers, asks, context, new Date(at), isHeld, calendar);
    one.timers = change.timers;
    for (const id of change.dropped) jobs.delete(`${of}/${id}`);
    for (const { id, at: runAt } of change.set) {
      const due = Date.parse(runAt);
      jobs.set(`${of}/${id}`, due);
      turns.push({ at: woken(due), of, act: { ring: id } });
    }
    note(one, asks, at, isHeld, context);
  };
  /** The same, reckoned a second time. */
  const note = ({ noted }: Case, asks: Ask[], at: number, isHeld: boolean, context: OnboardingContext) => {
    for (const ask of asks) {
      if (ask.ask === "timer") {
        sailed.timers++;
        const due = naive.due(ask.delay, ask.nominalMs, at, context.proposal?.validUntil);
        noted.set(ask.id, { delay: ask.delay, rang: false, due });
      } else if (ask.ask === "dropTimer") {
        if (noted.get(ask.id)?.rang === false) sailed.dropped++;
        noted.delete(ask.id);
      } else if (ask.ask === "resumeClocks") {
        for (const [id, clock] of noted) {
          if ("left" in clock)
            noted.set(id, { delay: clock.delay, rang: false, due: naive.goOn(clock.delay, at, clock.left) });
        }
      }
    }
    if (!isHeld) return;
    for (const [id, clock] of noted) {
      if (!("due" in clock) || clock.rang) continue;
      noted.set(id, { delay: clock.delay, rang: false, left: naive.left(clock.delay, at, clock.due) });
      sailed.held++;
    }
  };

  const ring = (of: number, id: string, at: number) => {
    const one = cases[of]!;
    const due = jobs.get(`${of}/${id}`);
    // Filed anew for later, or taken back: this turn is of a job that is no more.
    if (due === undefined || woken(due) !== at) return;
    jobs.delete(`${of}/${id}`);
    const rang = rung(one.timers, id, new Date(at));
    if (!rang) return;
    if ("earlyMs" in rang) {
      jobs.set(`${of}/${id}`, at + rang.earlyMs);
      turns.push({ at: woken(at + rang.earlyMs), of, act: { ring: id } });
      return;
    }
    const noted = one.noted.get(id);
    if (!noted || !("due" in noted)) sailed.ghosts++;
    else if (noted.rang) sailed.twice++;
    else if (noted.due > at) sailed.early++;
    else {
      sailed.rang++;
      if (backAt(noted.due) === noted.due) sailed.latestMs = Math.max(sailed.latestMs, at - noted.due);
      if (isPromise(noted.delay)) one.noted.set(id, { ...noted, rang: true });
      else one.noted.delete(id);
    }
    one.timers = rang.timers;
    step(of, { type: id, by: "system", at: new Date(at).toISOString() }, at);
  };

  const step = (of: number, sent: Sent, at: number): boolean => {
    const one = cases[of]!;
    const taken = advance(law, one.snapshot, sent);
    if (!taken) return false;
    one.snapshot = taken.next;
    turnOf(of, taken.asks, at);
    return true;
  };

  const launch = (at: number) => {
    const { next, asks } = begin(law);
    const of = cases.push({ snapshot: next, timers: {}, noted: new Map() }) - 1;
    turnOf(of, asks, at);
    const later = (from: number, days: number) => from + random.int(days * DAY);
    turns.push({ at, of, act: { type: "SUBMIT_INQUIRY" } });
    const hold = later(at, 4);
    if (random.chance(0.4)) {
      turns.push({ at: hold, of, act: { type: "HOLD" } });
      turns.push({ at: later(hold, 12), of, act: { type: "RESUME" } });
    }
    if (random.chance(0.8)) {
      const proposed = later(at, 6);
      turns.push({ at: proposed, of, act: { type: "SEND_PROPOSAL" } });
      if (random.chance(0.7)) turns.push({ at: later(proposed, 20), of, act: { type: "ACCEPT_PROPOSAL" } });
      else if (random.chance(0.5)) turns.push({ at: later(proposed, 10), of, act: { type: "WANT_CHANGES" } });
    }
    if (random.chance(0.3)) turns.push({ at: later(at, 120), of, act: { type: "WITHDRAW" } });
  };

  // Cases come in over the years at a pace that starts the clocks wanted; what is short at the end comes in the last stretch but one.
  const perCase = 4;
  const stretch = end - STARTED - 130 * DAY;
  for (let n = 0; n < wanted / perCase; n++) launch(STARTED + random.int(stretch));
  for (let turn = turns.pop(); turn && turn.at <= end; turn = turns.pop()) {
    if ("ring" in turn.act) ring(turn.of, turn.act.ring, turn.at);
    else step(turn.of, eventOf(turn.act.type, turn.at), turn.at);
  }
  for (const { noted } of cases)
    for (const clock of noted.values()) if ("due" in clock && !clock.rang && woken(clock.due) <= end) sailed.missed++;
  sailed.cases = cases.length;
  return sailed;
}

/** When the queue gets to a job: at the worker's next look, or when it is back. */
const woken = (due: number): number => Math.ceil(backAt(due) / POLL) * POLL;

function eventOf(type: string, at: number): Sent {
  const said: Record<string, object> = {
    SUBMIT_INQUIRY: { inquiryId: "i" },
    HOLD: { reason: "waiting" },
    SEND_PROPOSAL: {
      proposalId: "p",
      version: 1,
      track: "crossBorder",
      lines: [line],
      validUntil: new Date(at + 14 * DAY).toISOString(),
    },
    ACCEPT_PROPOSAL: { proposalId: "p", version: 1, lines: [0] },
    WANT_CHANGES: { wish: "less" },
    WITHDRAW: { reason: "no budget" },
  };
  return { type, by: "somebody", at: new Date(at).toISOString(), ...said[type] };
}

/** Turns by time, the earliest first. */
class Heap {
  private readonly turns: Turn[] = [];

  push(turn: Turn): void {
    const { turns } = this;
    let place = turns.push(turn) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (turns[above]!.at <= turn.at) break;
      turns[place] = turns[above]!;
      place = above;
    }
    turns[place] = turn;
  }

  pop(): Turn | undefined {
    const { turns } = this;
    const first = turns[0];
    const last = turns.pop();
    if (!last || turns.length === 0) return first;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= turns.length) break;
      const least = left + 1 < turns.length && turns[left + 1]!.at < turns[left]!.at ? left + 1 : left;
      if (last.at <= turns[least]!.at) break;
      turns[place] = turns[least]!;
      place = least;
    }
    turns[place] = last;
    return first;
  }
}
