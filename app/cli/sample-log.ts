import type { Pool } from "pg";
import { GENESIS, hashEntry } from "#app/engine/chain.ts";
import type { Kept } from "#app/engine/replay-journal.ts";
import { sail } from "#app/engine/replay-voyages.ts";
import { newId, newPublicId } from "#app/platform/ids.ts";
import { randomFrom } from "#workflows/forecast/random.ts";
import { project } from "#workflows/project.ts";

const TEMPLATES = 400;
const ROWS = 5000;

/** Whole voyages, some hundred different ones, each sailed again by others under ids of their own until there are enough entries. */
export async function fillLog(pool: Pool, wanted: number): Promise<number> {
  const templates = Array.from({ length: TEMPLATES }, (_, seed) =>
    sail(randomFrom(seed + 1), newId(), new Date(Date.UTC(2026, 0, 1 + (seed % 300))), newId),
  );
  let entries: Kept[] = [];
  let subjects: Record<string, unknown>[] = [];
  let count = 0;
  let cases = 0;
  while (count < wanted) {
    const template = templates[cases % TEMPLATES]!;
    const again = renamed(template);
    entries.push(...again.entries);
    subjects.push(...again.subjects);
    count += again.entries.length;
    cases++;
    if (entries.length < ROWS && count < wanted) continue;
    await insert(pool, "subject", subjects);
    await insert(pool, "log_entry", entries.map(rowOf));
    entries = [];
    subjects = [];
  }
  return cases;
}

/** The same voyage of another merchant: other ids of case and channels, so another chain. */
function renamed({ caseId, entries, subjects, stored }: ReturnType<typeof sail>) {
  const ids = new Map([...subjects.keys()].map((id) => [id, newId()]));
  const pattern = new RegExp([...ids.keys()].join("|"), "g");
  const rename = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(pattern, (id) => ids.get(id)!));
  const heads = new Map<string, string>();
  const kept = entries.map((one): Kept => {
    const { prevHash: _, hash: __, ...entry } = rename(one);
    const prevHash = heads.get(entry.subjectId) ?? GENESIS;
    const hash = hashEntry(prevHash, entry);
    heads.set(entry.subjectId, hash);
    return { ...entry, prevHash, hash };
  });
  const at = entries.at(-1)!.at;
  return {
    entries: kept,
    subjects: [...subjects.values()].map((subject) => {
      const { value, context } = rename(stored(subject));
      const { phase, states, turns, status } = project(subject.snapshot);
      const id = ids.get(subject.id)!;
      return {
        ...{
          id,
          kind: subject.kind,
          case_id: ids.get(caseId),
          public_id: newPublicId("GW"),
          machine_version: subject.law.version,
        },
        ...{ version: subject.seq, value, context, timers: {}, phase, states, turns, status, head: heads.get(id) },
        ...{ opened_at: entries[0]!.at, changed_at: at },
      };
    }),
  };
}

const rowOf = (entry: Kept) => ({
  ...{ subject_id: entry.subjectId, seq: entry.seq, at: entry.at, case_id: entry.caseId, event: entry.event },
  ...{ actor_id: entry.actorId, actor_role: entry.actorRole, machine_version: entry.machineVersion },
  ...{ idempotency_key: entry.idempotencyKey, prev_hash: entry.prevHash, hash: entry.hash },
});

const insert = (pool: Pool, table: "subject" | "log_entry", rows: object[]) =>
  pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
