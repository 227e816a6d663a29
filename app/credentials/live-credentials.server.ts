import type { Tx } from "#app/platform/db/db.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type FieldSpec, type ShownField, ShownFields, secretFields, shownFields } from "./fields.ts";

const about = (id: string) => `live_credentials.sealed/${id}`;

/** The PSP's own live credentials, typed in by staff when keys are proposed: sealed at once, never shown again. */
export function makeLiveCredentials(
  { vault, now }: Pick<Platform, "vault" | "now">,
  entry: {
    caseId: string;
    channelId: string;
    keysId: string;
    by: string;
    specs: readonly FieldSpec[];
    values: Readonly<Record<string, string>>;
  },
): { insert(tx: Tx): Promise<void> } {
  const id = newId();
  const { caseId, channelId, keysId, by, specs, values } = entry;
  const secrets = secretFields(specs, values);
  const row = [
    id,
    caseId,
    channelId,
    keysId,
    JSON.stringify(shownFields(specs, values)),
    secrets && vault.seal(secrets, about(id)),
    by,
    now(),
  ];
  return {
    async insert(tx) {
      await tx.query(
        `insert into live_credentials (id, case_id, channel_id, keys_id, fields, sealed, entered_by, entered_at)
         values ($1,$2,$3,$4,$5,$6,$7,$8)`,
        row,
      );
    },
  };
}

/** The newest live credentials of a channel, masked; null when staff entered none. */
export async function shownLiveCredentials(
  { pool }: Pick<Platform, "pool">,
  channelId: string,
): Promise<{ fields: ShownField[]; enteredBy: string; enteredAt: Date } | null> {
  const { rows } = await pool.query(
    "select fields, entered_by, entered_at from live_credentials where channel_id = $1 order by entered_at desc limit 1",
    [channelId],
  );
  return rows[0]
    ? { fields: ShownFields.parse(rows[0].fields), enteredBy: rows[0].entered_by, enteredAt: rows[0].entered_at }
    : null;
}
