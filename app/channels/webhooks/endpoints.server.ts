import { randomBytes } from "node:crypto";
import { masked, tailOf } from "#app/credentials/index.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { giveSecrets, openReceiver, receiverUrl } from "#app/psp/index.server.ts";
import { webhookSecret } from "#workflows/channel/body-signature.ts";
import { type Environment, type NewEndpoint, type WebhookType, webhookTypes } from "./endpoint.schema.ts";

const about = (id: string) => `webhook_endpoint.secret/${id}`;
/** How long a new endpoint's secret can be had again by the press that made it, when the answer was lost (docs/decisions/051). */
const SHOWN_AGAIN_FOR_MS = 10 * 60_000;
/** How long the older secret signs beside the new one. */
export const rollHours = 24;
/** Secrets that sign beside the newest at most: more would make a header that some receivers refuse. */
const mostOlder = 3;
/** Endpoints of one case and environment at most. */
export const mostEndpoints = 5;

const newSecret = () => webhookSecret(randomBytes(32));
/** One line a host: `host:port`, as deliveries queue. */
export const hostOf = (url: string): string => {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
};

/** A secret that signs beside a newer one; `secret` sealed, `until` ISO 8601. */
interface Older {
  secret: string;
  until: string;
}

const stillSigning = (older: readonly Older[], at: Date): Older[] => older.filter(({ until }) => new Date(until) > at);

/** Newest first: the first of them signs longest. */
const lastOf = ([newest]: readonly Older[]): Date | null => (newest ? new Date(newest.until) : null);

type Parts = Pick<Platform, "pool" | "now" | "vault" | "config">;

export interface ShownEndpoint {
  id: string;
  environment: Environment;
  name: string;
  url: string;
  types: WebhookType[];
  /** Masked. */
  secret: string;
  /** Until when the secret before this one signs, too. */
  olderUntil: Date | null;
  /** Our own stand-in for a merchant without a server. */
  isStandIn: boolean;
  madeAt: Date;
}

/** Endpoints of a case, oldest first. */
export async function endpointsOf(
  { pool, now }: Pick<Platform, "pool" | "now">,
  caseId: string,
): Promise<ShownEndpoint[]> {
  const { rows } = await pool.query(
    `select id, environment, name, url, types, secret_tail, older, receiver_id, made_at from webhook_endpoint
     where case_id = $1 and removed_at is null order by made_at, id`,
    [caseId],
  );
  return rows.map((row) => ({
    id: row.id,
    environment: row.environment,
    name: row.name,
    url: row.url,
    types: row.types,
    secret: `whsec_${masked(row.secret_tail)}`,
    olderUntil: lastOf(stillSigning(row.older, now())),
    isStandIn: row.receiver_id !== null,
    madeAt: row.made_at,
  }));
}

/**
 * Adds a merchant's endpoint; the answer carries its signing secret, which is seen this once. An endpoint of the merchant's own
 * takes the place of the stand-in.
 *
 * @param input.id made with the form: adding twice is one endpoint, and the second answer has its secret for ten minutes
 * @returns `problem`, a message key for the field `url` or the whole form
 */
export async function addEndpoint(
  platform: Parts,
  input: NewEndpoint & { id: string; caseId: string; by: string },
): Promise<{ secret: string | null; problem: null } | { secret: null; problem: string }> {
  const url = new URL(input.url);
  if (platform.config.mode === "production" && url.protocol !== "https:")
    return { secret: null, problem: "endpoint.url.notHttps" };
  return inTransaction(platform.pool, async (tx) => {
    await oneAfterAnother(tx, input.caseId);
    const { rows } = await tx.query<{ id: string; secret: string; made_by: string; made_at: Date }>(
      `select id, secret, made_by, made_at from webhook_endpoint
       where case_id = $1 and environment = $2 and removed_at is null and receiver_id is null`,
      [input.caseId, input.environment],
    );
    const before = rows.find(({ id }) => id === input.id);
    if (before) {
      const isTheSamePress =
        before.made_by === input.by && platform.now().getTime() - before.made_at.getTime() < SHOWN_AGAIN_FOR_MS;
      return { secret: isTheSamePress ? platform.vault.open(before.secret, about(before.id)) : null, problem: null };
    }
    if (rows.length >= mostEndpoints) return { secret: null, problem: `endpoint.tooMany:${mostEndpoints}` };
    const secret = newSecret();
    await insert(platform, tx, { ...input, url: url.href, secret, receiverId: null });
    await tx.query(
      "update webhook_endpoint set removed_at = $3 where case_id = $1 and environment = $2 and removed_at is null and receiver_id is not null",
      [input.caseId, input.environment, platform.now()],
    );
    return { secret, problem: null };
  });
}

/** Endpoints of a case are changed by one at a time: two who come at once make one stand-in, and limits hold. */
const oneAfterAnother = (tx: Tx, caseId: string) =>
  tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`webhook_endpoint/${caseId}`]);

/**
 * Gives a case our stand-in, in the caller's transaction; a second time nothing happens. It is told only where the merchant has no
 * endpoint of its own; its page for buyers who come back is there for everybody.
 */
export async function ensureStandIn(
  platform: Omit<Parts, "pool">,
  tx: Tx,
  { caseId, by }: { caseId: string; by: string },
): Promise<void> {
  await oneAfterAnother(tx, caseId);
  const secret = newSecret();
  const { rows } = await tx.query<{ receiver_id: string | null }>(
    "select receiver_id from webhook_endpoint where case_id = $1 and environment = 'sandbox' and removed_at is null",
    [caseId],
  );
  if (rows.some(({ receiver_id }) => receiver_id !== null)) return;
  const receiver = await openReceiver(platform, tx, { caseId, secrets: [secret] });
  if (rows.length > 0) return;
  await insert(platform, tx, {
    id: newId(),
    caseId,
    by,
    environment: "sandbox",
    name: "Gangway",
    url: receiverUrl(platform, receiver.token),
    types: [...webhookTypes],
    secret,
    receiverId: receiver.id,
  });
}

interface Row extends NewEndpoint {
  id: string;
  caseId: string;
  by: string;
  secret: string;
  receiverId: string | null;
}

async function insert({ vault, now }: Pick<Platform, "vault" | "now">, tx: Tx, row: Row): Promise<void> {
  await tx.query(
    `insert into webhook_endpoint (id, case_id, environment, name, url, host, types, secret, secret_tail, receiver_id, made_by, made_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
    [
      row.id,
      row.caseId,
      row.environment,
      row.name,
      row.url,
      hostOf(row.url),
      row.types,
      vault.seal(row.secret, about(row.id)),
      tailOf(row.secret),
      row.receiverId,
      row.by,
      now(),
    ],
  );
}

interface RollingRow {
  secret: string;
  older: Older[];
  receiver_id: string | null;
  rolled_by: string | null;
  rolled_at: Date | null;
}

/**
 * A new signing secret, seen this once. For a day the one before it signs, too, so that a receiver can change over in its own time;
 * rolled again within that day, all that are still good do.
 *
 * @param key of the press: pressed twice, it rolls once and shows the same secret, for the first answer never reached a screen
 * @returns null when the case has no such endpoint; its secret is null when that press is too long ago
 */
export const rollSecret = (
  platform: Parts,
  { id, caseId, key }: { id: string; caseId: string; key: string },
): Promise<{ secret: string | null } | null> =>
  inTransaction(platform.pool, async (tx) => {
    const { vault } = platform;
    const at = platform.now();
    const { rows } = await tx.query<RollingRow & Record<string, unknown>>(
      `select secret, older, receiver_id, rolled_by, rolled_at from webhook_endpoint
       where id = $1 and case_id = $2 and removed_at is null for update`,
      [id, caseId],
    );
    const [row] = rows;
    if (!row) return null;
    if (row.rolled_by === key) {
      const isRecent = at.getTime() - row.rolled_at!.getTime() <= SHOWN_AGAIN_FOR_MS;
      return { secret: isRecent ? vault.open(row.secret, about(id)) : null };
    }
    const secret = newSecret();
    const until = new Date(at.getTime() + rollHours * 3_600_000).toISOString();
    const older = [{ secret: row.secret, until }, ...stillSigning(row.older, at)].slice(0, mostOlder);
    await tx.query(
      "update webhook_endpoint set secret = $2, secret_tail = $3, older = $4, rolled_by = $5, rolled_at = $6 where id = $1",
      [id, vault.seal(secret, about(id)), tailOf(secret), JSON.stringify(older), key, at],
    );
    // The stand-in takes the new secret over at once, as its owner would.
    if (row.receiver_id)
      await giveSecrets(platform, tx, { id: row.receiver_id, secrets: [secret, vault.open(row.secret, about(id))] });
    return { secret };
  });

/** @returns whether there was such an endpoint; what was under way to it ends */
export const removeEndpoint = (
  platform: Parts,
  { id, caseId, by }: { id: string; caseId: string; by: string },
): Promise<boolean> =>
  inTransaction(platform.pool, async (tx) => {
    const { rows } = await tx.query<{ environment: Environment }>(
      "update webhook_endpoint set removed_at = $3 where id = $1 and case_id = $2 and removed_at is null returning environment",
      [id, caseId, platform.now()],
    );
    if (rows[0]?.environment === "sandbox") await ensureStandIn(platform, tx, { caseId, by });
    return rows.length > 0;
  });

/** An endpoint as the courier needs it. */
export interface Target {
  id: string;
  caseId: string;
  url: string;
  host: string;
  isStandIn: boolean;
  /** Those in force, newest first. */
  secrets: string[];
}

export interface TargetRow {
  endpoint_id: string;
  case_id: string;
  url: string;
  host: string;
  receiver_id: string | null;
  secret: string;
  older: Older[];
}

export function targetOf({ vault, now }: Pick<Platform, "vault" | "now">, row: TargetRow): Target {
  const older = stillSigning(row.older, now()).map(({ secret }) => secret);
  return {
    id: row.endpoint_id,
    caseId: row.case_id,
    url: row.url,
    host: row.host,
    isStandIn: row.receiver_id !== null,
    secrets: [row.secret, ...older].map((sealed) => vault.open(sealed, about(row.endpoint_id))),
  };
}

/** The sandbox endpoint whose answers count for the test plan: the merchant's newest own, else the stand-in. */
export async function judgedEndpoint(
  platform: Pick<Platform, "pool" | "vault" | "now">,
  caseId: string,
): Promise<Target | null> {
  const { rows } = await platform.pool.query<TargetRow>(
    `select id as endpoint_id, case_id, url, host, receiver_id, secret, older from webhook_endpoint
     where case_id = $1 and environment = 'sandbox' and removed_at is null
     order by receiver_id is not null, made_at desc, id desc limit 1`,
    [caseId],
  );
  return rows[0] ? targetOf(platform, rows[0]) : null;
}
