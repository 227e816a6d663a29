/** Somebody to be looked up: a person or a company behind a merchant. */
export interface Subject {
  kind: "person" | "company";
  /** All spellings known, in any script. */
  names: string[];
  /** ISO 3166-1 alpha-2: nationality of a person, seat of a company. */
  country: string | null;
  /** `YYYY-MM-DD`; people only. */
  bornOn: string | null;
}

/** An entry of a list that resembles a subject. */
export interface Resemblance {
  /** The entry's own id in its list. */
  entry: string;
  name: string;
  /** 0 (none) to 100 (exact), whole points. */
  score: number;
  /** Which lists the entry stands in. */
  lists: string[];
}

export interface Screened {
  /** What was looked into, with its edition, for the record; null: nothing was, which clears nobody. */
  list: string | null;
  /** Strongest first; nothing below the threshold of the list. */
  found: Resemblance[];
}

/** Looks people and companies up in sanctions and watch lists. */
export interface Screener {
  /**
   * @param key idempotency key: the same key is billed and logged once by whoever does the work
   * @throws UpstreamError retryable on timeouts, 429 and 5xx; final on everything else
   */
  screen(subject: Subject, key: string): Promise<Screened>;
}

/** From this score on a resemblance is a hit that a person has to rule on. */
export const HIT_FROM = 85;

/** Where no list was set: looks nobody up and says so, so that a person rules on every case. */
export const noList: Screener = { screen: async () => ({ list: null, found: [] }) };
