/** The law said no: told to the person, logged at `info`, never retried. Nothing was written. */
export class EventRefused extends Error {
  readonly event: string;
  /** Names of what is missing; each has a sentence in `reasons` of app/cases/words.ts. */
  readonly reasons: string[];
  constructor(event: string, reasons: string[]) {
    super(`${event} refused: ${reasons.join(", ")}`);
    this.name = "EventRefused";
    this.event = event;
    this.reasons = reasons;
  }
}

/** There is no such subject, or none that the asker may know of. */
export class NoSuchSubject extends Error {
  constructor(id: string) {
    super(`no subject ${id}`);
    this.name = "NoSuchSubject";
  }
}

/** Turns a "no" of the law into an answer; anything else stays loud. */
export async function orRefused<T>(
  work: Promise<T>,
): Promise<{ done: T; refused: null } | { done: null; refused: string[] }> {
  try {
    return { done: await work, refused: null };
  } catch (error) {
    if (error instanceof EventRefused) return { done: null, refused: error.reasons };
    throw error;
  }
}
