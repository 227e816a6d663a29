import { hash } from "node:crypto";
import type { CaseView } from "#app/engine/index.server.ts";
import type { Tx } from "#app/platform/db/db.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import {
  type Checkpoint,
  type FileEntry,
  FORMAT,
  signedText,
  type Tools,
  writeCaseFile,
} from "#workflows/chain/case-file.ts";
import { type CheckpointKey, checkpointKeys } from "./checkpoint-keys.server.ts";

/**
 * A case and its channels as a file that proves itself: every log entry, and a checkpoint over the heads of their chains that is
 * signed now. Personal data lies in rows of its own and is not in the log; sentences that somebody wrote as a reason are.
 */
export async function exportCase(
  { pool, now, config }: Pick<Platform, "pool" | "now" | "config">,
  view: Pick<CaseView, "id" | "publicId">,
): Promise<string> {
  const entries = await entriesOf(pool, view.id);
  const [key] = checkpointKeys(config);
  return signedFile(view, entries, key, now());
}

/** @param entries of one case, chart by chart: the case's own first, each by its sequence */
export function signedFile(
  { id, publicId }: Pick<CaseView, "id" | "publicId">,
  entries: readonly (FileEntry & { kind: string })[],
  key: CheckpointKey,
  at: Date,
): string {
  const subjects = new Map<string, Checkpoint["subjects"][number]>();
  for (const { subjectId, kind, seq, hash: head } of entries)
    subjects.set(subjectId, { id: subjectId, kind, entries: seq, head });
  const checkpoint: Checkpoint = {
    ...{ format: FORMAT, caseId: id, publicId, exportedAt: at.toISOString(), keyId: key.id },
    subjects: [...subjects.values()],
  };
  return writeCaseFile(
    checkpoint,
    key.sign(signedText(checkpoint)),
    entries.map(({ kind: _, ...entry }) => entry),
  );
}

interface Row {
  subject_id: string;
  kind: string;
  seq: number;
  at: Date;
  case_id: string;
  event: unknown;
  actor_id: string;
  actor_role: string;
  machine_version: number;
  idempotency_key: string | null;
  hash: string;
}

async function entriesOf(tx: Tx, caseId: string): Promise<(FileEntry & { kind: string })[]> {
  const { rows } = await tx.query<Row & Record<string, unknown>>(
    `select l.*, s.kind from log_entry l join subject s on s.id = l.subject_id where l.case_id = $1
     order by s.kind desc, s.opened_at, s.id, l.seq`,
    [caseId],
  );
  return rows.map((row) => ({
    subjectId: row.subject_id,
    kind: row.kind,
    seq: row.seq,
    at: row.at.toISOString(),
    caseId: row.case_id,
    event: row.event,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    machineVersion: row.machine_version,
    idempotencyKey: row.idempotency_key,
    hash: row.hash,
  }));
}

/** What verifies a file on the server; a browser brings its own. */
export const serverTools = (keys: readonly CheckpointKey[]): Tools => ({
  sha256: (text) => hash("sha256", text, "hex"),
  isSigned: (keyId, text, signature) => keys.find(({ id }) => id === keyId)?.isSigned(text, signature) ?? false,
});
