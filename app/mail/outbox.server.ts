import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/** One letter as lists show it. */
export interface MailLine {
  id: string;
  caseId: string;
  letter: string;
  to: string;
  subject: string;
  state: "waiting" | "sent" | "failed" | "bounced";
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

const line = `id, case_id as "caseId", letter, to_address as "to", subject, state, attempts, last_error as "lastError", created_at as "createdAt", sent_at as "sentAt"`;

/** The newest letters of a case that its merchant may see, newest first. */
export async function lastMails({ pool }: Pick<Platform, "pool">, caseId: string, most = 5): Promise<MailLine[]> {
  const { rows } = await pool.query<MailLine>(
    `select ${line} from mail_outbox where case_id = $1 and side = 'merchant' order by created_at desc, id desc limit $2`,
    [caseId, most],
  );
  return rows;
}

export interface OutboxPage {
  mails: MailLine[];
  /** Cursor of the next page; null on the last. */
  after: string | null;
}

/**
 * The outbox for staff, newest first, a page at a time.
 *
 * @param after the cursor that the page before gave
 */
export async function listOutbox(
  { pool }: Pick<Platform, "pool">,
  {
    after,
    state,
    caseId,
    most = 50,
  }: { after?: string | null; state?: string | null; caseId?: string | null; most?: number },
): Promise<OutboxPage> {
  const [at, id] = after?.split("_") ?? [];
  const { rows } = await pool.query<MailLine>(
    `select ${line} from mail_outbox
     where ($1::text is null or state = $1) and ($2::uuid is null or case_id = $2)
       and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
     order by created_at desc, id desc limit $5`,
    [state ?? null, caseId ?? null, at ?? null, id ?? null, most + 1],
  );
  const mails = rows.slice(0, most);
  const last = rows.length > most ? mails.at(-1) : undefined;
  return { mails, after: last ? `${last.createdAt.toISOString()}_${last.id}` : null };
}

/** A letter as it was rendered; null when there is none of that id. */
export async function readMail(
  { pool }: Pick<Platform, "pool">,
  id: string,
): Promise<(MailLine & { html: string; text: string }) | null> {
  const { rows } = await pool.query(`select ${line}, html, text from mail_outbox where id = $1`, [id]);
  return rows[0] ?? null;
}

/**
 * Sends a letter that was given up once more, under the same Message-ID; the address counts as reachable again.
 *
 * @returns false when the letter is not one that was given up
 */
export async function resend({ pool }: Pick<Platform, "pool">, id: string): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const { rows } = await tx.query(
      "update mail_outbox set state = 'waiting' where id = $1 and state in ('failed', 'bounced') returning to_address",
      [id],
    );
    if (!rows[0]) return false;
    await tx.query("update mail_address set bounced_at = null where address = $1", [rows[0].to_address]);
    await tx.query(
      "select graphile_worker.add_job('deliverMail', json_build_object('id', $1::text), job_key := 'mail/' || $1, max_attempts := 12)",
      [id],
    );
    return true;
  });
}
