import { redirect } from "@remix-run/node";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { FRESH } from "./lifetimes.ts";
import { pathOf, targetOf, withNext } from "./next.ts";
import type { Doorkeeper } from "./parts.ts";
import { isFresh } from "./require.server.ts";
import type { Viewer } from "./viewer.ts";

type Parts = Doorkeeper & Pick<Platform, "vault">;

const MAX_BYTES = 64_000;
const about = (id: string) => `held_form.fields/${id}`;

/**
 * Like `requireFresh`, but keeps what was typed: once the second factor is given, one press sends the same form again, with its own
 * idempotency key. For actions whose form holds more than a button.
 *
 * @param form as posted; one with files, or very long, is not kept
 * @param back where to go when they would rather look again; the page itself unless given
 * @throws a redirect to /staff/second-factor
 */
export async function requireProof(
  platform: Parts,
  request: Request,
  viewer: Viewer,
  { form, back = pathOf(request) }: { form: FormData; back?: string },
): Promise<void> {
  if (isFresh(platform, viewer)) return;
  const fields = [...form];
  const text = JSON.stringify(fields);
  const isPlain = fields.every(([, value]) => typeof value === "string") && text.length <= MAX_BYTES;
  if (!isPlain) throw redirect(withNext("/staff/second-factor", back));
  const id = newId();
  await platform.pool.query(
    "insert into held_form (id, user_id, path, fields, expires_at) values ($1, $2, $3, $4, $5)",
    [
      id,
      viewer.userId,
      targetOf(request),
      platform.vault.seal(text, about(id)),
      new Date(platform.now().getTime() + FRESH),
    ],
  );
  throw redirect(withNext("/staff/second-factor", `/staff/carry-on?held=${id}&back=${encodeURIComponent(back)}`));
}

/** What this person was about to send; null when it is another's, or too long ago. */
export async function heldForm(
  { pool, now, vault }: Parts,
  viewer: Viewer,
  id: string | null,
): Promise<{ path: string; fields: [name: string, value: string][] } | null> {
  if (!isId(id ?? undefined)) return null;
  const { rows } = await pool.query<{ path: string; fields: string }>(
    "select path, fields from held_form where id = $1 and user_id = $2 and expires_at > $3",
    [id, viewer.userId, now()],
  );
  const row = rows[0];
  return row ? { path: row.path, fields: JSON.parse(vault.open(row.fields, about(id!))) } : null;
}
