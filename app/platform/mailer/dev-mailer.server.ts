import type { Db } from "../db/db.server.ts";
import { newId } from "../ids.ts";
import { assertNoTransaction } from "../outside.server.ts";
import { safe } from "./envelope.server.ts";
import type { Mailer } from "./mailer.ts";
import { messageIdOf } from "./message-id.server.ts";

/** Keeps letters in a table for the development mailbox's page; the same key a second time adds no second letter. */
export const devMailer = ({
  db,
  now,
  publicUrl,
}: {
  db: Pick<Db, "devMail">;
  now: () => Date;
  publicUrl: string;
}): Mailer => ({
  async send(mail) {
    assertNoTransaction("mailer");
    const { key, to, replyTo, subject, html, text } = safe(mail);
    const messageId = messageIdOf(key, publicUrl);
    const letter = { id: newId(), key, messageId, to, subject, html, text, replyTo: replyTo ?? null, sentAt: now() };
    await db.devMail.createMany({ data: [letter], skipDuplicates: true });
    return { messageId };
  },
});
