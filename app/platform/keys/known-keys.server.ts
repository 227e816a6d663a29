/** A key in force as the database has it: what every kind of key has. */
export interface KeyRow {
  keyId: string;
  scopes: string[];
  digest: Buffer;
  expiresAt: Date | null;
  /** Its use was noted since this was read. */
  isNoted: boolean;
}

/** Looks keys up by their public halves; those that are not in force are missing from the answer. */
export type ReadKeys<Row extends KeyRow> = (clientKeys: string[]) => Promise<ReadonlyMap<string, Row>>;

/** What the database said of a client key, and when it was asked (milliseconds of elapsed time). `null`: no key in force. */
interface Known<Row> {
  row: Row | null;
  askedAtMs: number;
}

/** How long an answer is believed: a revocation reaches every process within it. Promised are five seconds. */
export const believedForMs = 4_000;
/** From this age on the next use has the answer looked at again, beside the request. */
const REFRESHED_AFTER_MS = 2_000;
/** Refreshes are gathered for so long, and first looks of one moment too: a thousand keys in use are a few queries a second. */
const GATHERED_FOR_MS = 50;
const MOST_KNOWN = 10_000;

/**
 * What this process knows of keys. Elapsed time counts, not the time of day: a clock that is set back must not keep a revoked key alive.
 */
export class KnownKeys<Row extends KeyRow> {
  private readonly known = new Map<string, Known<Row>>();
  private readonly waiting = new Map<string, Promise<Known<Row>>>();
  private batch: { keys: Set<string>; answer: Promise<Map<string, Known<Row>>>; hurry: () => void } | null = null;
  private readonly read: ReadKeys<Row>;

  constructor(read: ReadKeys<Row>) {
    this.read = read;
  }

  /**
   * Answers at once what is known, for that is nearly every time; else a promise.
   *
   * @throws when the database has to be asked and does not answer: then nobody is let in
   */
  find(clientKey: string): Row | null | Promise<Row | null> {
    const known = this.known.get(clientKey);
    const ageMs = known ? performance.now() - known.askedAtMs : Number.POSITIVE_INFINITY;
    if (known && ageMs < believedForMs) {
      // A refresh that fails is tried with the next use; what is known ends by its age.
      if (ageMs > REFRESHED_AFTER_MS) this.ask(clientKey).catch(() => {});
      return known.row;
    }
    const asked = this.ask(clientKey);
    this.batch?.hurry();
    return asked.then(({ row }) => row);
  }

  private ask(clientKey: string): Promise<Known<Row>> {
    const earlier = this.waiting.get(clientKey);
    if (earlier) return earlier;
    this.batch ??= this.openBatch();
    this.batch.keys.add(clientKey);
    const asked = this.batch.answer
      .then((answers) => answers.get(clientKey)!)
      .finally(() => this.waiting.delete(clientKey));
    this.waiting.set(clientKey, asked);
    return asked;
  }

  private openBatch() {
    const keys = new Set<string>();
    let go: () => void = () => {};
    const gathered = new Promise<void>((done) => {
      const timer = setTimeout(done, GATHERED_FOR_MS);
      go = () => {
        clearTimeout(timer);
        setImmediate(done);
      };
    });
    const answer = gathered.then(() => {
      this.batch = null;
      return this.look([...keys]);
    });
    return { keys, answer, hurry: () => go() };
  }

  private async look(clientKeys: string[]): Promise<Map<string, Known<Row>>> {
    const askedAtMs = performance.now();
    const rows = await this.read(clientKeys);
    const answers = new Map(clientKeys.map((key) => [key, { row: rows.get(key) ?? null, askedAtMs }]));
    for (const [key, known] of answers) this.keep(key, known);
    return answers;
  }

  private keep(clientKey: string, known: Known<Row>): void {
    this.known.delete(clientKey);
    this.known.set(clientKey, known);
    if (this.known.size > MOST_KNOWN) this.known.delete(this.known.keys().next().value!);
  }
}
