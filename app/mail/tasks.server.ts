import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { composeLetter } from "#emails/letter.tsx";
import { letters } from "#workflows/letters.ts";
import { tellOf } from "./facts.server.ts";
import { type Recipient, recipientsOf } from "./recipients.server.ts";
import { renderLetter } from "./render.server.ts";

const SendMail = z.object({
  caseId: z.uuid(),
  subject: z.uuid(),
  seq: z.number().int(),
  params: z.object({
    letter: z.enum(letters),
    to: z.enum(["merchant", "advisor", "reviewers", "approvers", "integration"]),
    note: z.string().optional(),
  }),
});

const DeliverMail = z.object({ id: z.uuid() });

type Parts = Pick<Platform, "pool" | "now" | "config" | "mailer" | "log">;

/**
 * Letters leave in two steps. `sendMail` renders and files a row for each address, all in one transaction; a second run finds the rows
 * there. `deliverMail` hands one row to whoever carries mail, under a Message-ID that never changes.
 */
export const tasks = (platform: Parts): TaskList => ({
  async sendMail(payload, { job }) {
    const { caseId, subject, params } = SendMail.parse(payload);
    const cause = job.key ?? `job/${job.id}`;
    const recipients = await recipientsOf(platform, caseId, params.to, params.letter);
    const rows: (Recipient & { id: string; subject: string; html: string; text: string })[] = [];
    for (const recipient of recipients) {
      const told = await tellOf(platform, {
        caseId,
        subject,
        letter: params.letter,
        to: params.to,
        lang: recipient.lang,
      });
      if (!told) return;
      const rendered = await renderLetter(
        composeLetter({ letter: params.letter, lang: recipient.lang, note: params.note, ...told }),
      );
      rows.push({ id: newId(), ...recipient, ...rendered });
    }
    await inTransaction(platform.pool, async (tx) => {
      for (const row of rows) {
        await tx.query(
          `with filed as (
             insert into mail_outbox (id, case_id, subject_id, letter, cause, to_address, to_user_id, side, lang, subject, html, text, created_at)
             values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) on conflict (cause, to_address) do nothing returning id)
           select graphile_worker.add_job('deliverMail', json_build_object('id', id), job_key := 'mail/' || id, max_attempts := 12) from filed`,
          [
            row.id,
            caseId,
            subject,
            params.letter,
            cause,
            row.address,
            row.userId,
            params.to === "merchant" ? "merchant" : "staff",
            row.lang,
            row.subject,
            row.html,
            row.text,
            platform.now(),
          ],
        );
      }
    });
  },

  async deliverMail(payload, { job }) {
    const { id } = DeliverMail.parse(payload);
    const { rows } = await platform.pool.query(
      "update mail_outbox set attempts = attempts + 1 where id = $1 and state = 'waiting' returning to_address, subject, html, text",
      [id],
    );
    const mail = rows[0];
    if (!mail) return;
    try {
      const { messageId } = await platform.mailer.send({
        key: id,
        to: mail.to_address,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
      });
      await platform.pool.query(
        "update mail_outbox set state = 'sent', message_id = $2, sent_at = $3, last_error = null where id = $1",
        [id, messageId, platform.now()],
      );
    } catch (error) {
      const final = error instanceof UpstreamError && !error.retryable;
      const last = job.attempts >= job.max_attempts;
      await platform.pool.query("update mail_outbox set state = $2, last_error = $3 where id = $1", [
        id,
        final || last ? "failed" : "waiting",
        (error as Error).message,
      ]);
      platform.log.warn({ mail: id, attempt: job.attempts, final }, "letter not delivered");
      if (final) {
        await platform.pool.query(
          "insert into mail_address (address, bounced_at, reason) values ($1, $2, $3) on conflict (address) do update set bounced_at = $2, reason = $3",
          [mail.to_address, platform.now(), (error as Error).message],
        );
        return;
      }
      throw error;
    }
  },
});
