import { redirect } from "@remix-run/node";
import type { Tx } from "#app/platform/db/db.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type Answers, beginDraftWith } from "./draft.server.ts";
import { pathOf } from "./steps.ts";

/** The newest inquiry an account sent, to begin another one with; null when there is none, or it was forgotten. */
export async function formerInquiry(tx: Tx, userId: string): Promise<{ answers: Answers; sentAt: Date } | null> {
  const { rows } = await tx.query<{ answers: Answers; submitted_at: Date }>(
    `select answers, submitted_at from inquiry_draft where user_id = $1 and submitted_at is not null and answers <> '{}'
     order by submitted_at desc limit 1`,
    [userId],
  );
  const row = rows[0];
  return row ? { answers: row.answers, sentAt: row.submitted_at } : null;
}

/** Begins anew with what was said before. The consent is asked again: it was given for the former inquiry. */
export async function beginWithFormer(platform: Pick<Platform, "pool" | "now" | "config">, userId: string) {
  const former = await formerInquiry(platform.pool, userId);
  if (!former) return redirect(pathOf("where"));
  const { consent: _, ...contact } = former.answers.contact ?? {};
  const { cookie } = await beginDraftWith(platform.pool, platform, { userId, prefill: { ...former.answers, contact } });
  return redirect(pathOf("where"), { headers: { "Set-Cookie": cookie } });
}
