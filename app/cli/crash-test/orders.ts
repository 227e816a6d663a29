/** As long as a webhook's lease, and no longer: what a dead process was about is anybody's then. */
export const TAKEN_OVER_AFTER_MS = 47_000;

/** What the harness asks of a process, over its IPC channel. */
export interface Order {
  /** Fills the empty database, or takes one step and does all work that follows from it. */
  act: "setTheScene" | "takeStep";
  databaseUrl: string;
  world: { smtpUrl: string; httpHost: string; ports: number[] };
  /** Where files lie; it outlives the process, as the database does. */
  folder: string;
  /** Place in the voyage. */
  step: number;
  /** How far the voyage's clock is ahead of the machine's, in milliseconds. */
  aheadMs: number;
  /** Number of the point at which the process dies; null to live. */
  killAt: number | null;
  /** A process died before: what it held is taken over, and waiting work done, before anybody presses anything. */
  takesOver: boolean;
  /** Whether the person still has to press: what was answered is not pressed again. */
  presses: boolean;
}

/** The page came back. */
export interface Heard {
  said: "heard";
  secret: string | null;
}

/** All is quiet: nothing is left to do now. */
export interface Done {
  said: "done";
  /** The points passed, by what was about to happen. */
  points: string[];
  /** How things stand in the database, in words that are the same in every run. */
  state: string[];
}

export interface Failed {
  said: "failed";
  why: string;
}

export type Answer = Heard | Done | Failed;
