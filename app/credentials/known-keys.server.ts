import type { Pool } from "pg";

/** A key in force as the database has it. */
export interface KeyRow {
  keyId: string;
  caseId: string;
  channelId: string;
  scopes: string[];
  digest: Buffer;
  expiresAt: Date | null;
  /** Its use was noted since this was read. */
  isNoted: boolean;
}

/** What the database said of a client key, and when it was asked (milliseconds of elapsed time). `null`: no key in force. */
interface Known {
  row: KeyRow | null;
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
export class KnownKeys {
  private readonly known = new Map<string, Known>();
  private readonly waiting = new Map<string, Promise<Known>>();
  private batch: { keys: Set<string>; answer: Promise<Map<string, Known>>; hurry: () => void } | null = null;
  private readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /**
   * Answers at once what is known, for that is nearly every time; else a promise.
   *
   * @throws when the database has to be asked and does not answer: then nobody is let in
   */
  find(clientKey: string): KeyRow | null | Promise<KeyRow | null> {
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

  private ask(clientKey: string): Promise<Known> {
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
      return this.read([...keys]);
    });
    return { keys, answer, hurry: () => go() };
  }

  private async read(clientKeys: string[]): Promise<Map<string, Known>> {
    const askedAtMs = performance.now();
    const { rows } = await this.pool.query(
      `select id, case_id, channel_id, client_key, scopes, sha256, expires_at from integration_key
       where client_key = any($1) and confirmed_at is not null and revoked_at is null`,
      [clientKeys],
    );
    const answers = new Map<string, Known>(clientKeys.map((key) => [key, { row: null, askedAtMs }]));
    for (const row of rows) {
      const { id: keyId, case_id: caseId, channel_id: channelId, scopes, expires_at: expiresAt } = row;
      const digest = Buffer.from(row.sha256, "hex");
      answers.set(row.client_key, {
        row: { keyId, caseId, channelId, scopes, digest, expiresAt, isNoted: false },
        askedAtMs,
      });
    }
    for (const [key, known] of answers) this.keep(key, known);
    return answers;
  }

  private keep(clientKey: string, known: Known): void {
    this.known.delete(clientKey);
    this.known.set(clientKey, known);
    if (this.known.size > MOST_KNOWN) this.known.delete(this.known.keys().next().value!);
  }
}
