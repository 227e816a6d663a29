import { serverTools, signedFile } from "#app/audit/case-file.server.ts";
import { checkpointKeys } from "#app/audit/checkpoint-keys.server.ts";
import { tampering } from "#app/audit/tamper.ts";
import { sail } from "#app/engine/replay-voyages.ts";
import { newId } from "#app/platform/ids.ts";
import { verifyCaseBytes, verifyCaseFile } from "#workflows/chain/case-file.ts";
import { randomFrom } from "#workflows/forecast/random.ts";

// npm run bench -- tamper [--quick]: 100,000 changed bytes, deletions, swaps and truncations of exported cases (5,000 with --quick).

const FILES = 20;

/** @returns how many were not found, and for how many another entry was named than the first broken one */
export async function bench({ quick }: { quick: boolean }) {
  const wanted = quick ? 5000 : 100_000;
  const at = new Date("2026-11-23T01:00:00.000Z");
  const keys = checkpointKeys({ encryptionKeys: [{ id: "bench", key: new Uint8Array(32).fill(1) }] });
  const tools = serverTools(keys);
  const random = randomFrom(2026);
  const counts: Record<string, number> = {};
  let tampered = 0;
  let undetected = 0;
  let misnamed = 0;
  let named = 0;
  let outside = 0;
  for (let file = 0; file < FILES; file++) {
    const { caseId, entries, subjects } = sail(randomFrom(file + 1), newId(), at, newId);
    const places = [...subjects.keys()];
    const sorted = entries
      .map((entry) => ({ ...entry, kind: subjects.get(entry.subjectId)!.kind }))
      .sort((a, b) => places.indexOf(a.subjectId) - places.indexOf(b.subjectId) || a.seq - b.seq);
    const text = signedFile({ id: caseId, publicId: `GW-${file}` }, sorted, keys[0], at);
    if (!(await verifyCaseFile(text, tools)).isWhole) throw new Error("an untouched file does not verify");
    const tamper = tampering(text);
    for (let n = 0; n < wanted / FILES; ) {
      const changed = tamper(random);
      if (!changed) continue;
      n++;
      tampered++;
      counts[changed.how] = (counts[changed.how] ?? 0) + 1;
      const verdict = await verdictOf(changed.bytes);
      if (verdict === "whole") undetected++;
      // In the head, the signature or behind the last entry no entry is to blame.
      if (changed.firstBroken === null) {
        outside++;
        continue;
      }
      if (verdict === changed.firstBroken) named++;
      else misnamed++;
    }
  }
  console.log(
    Object.entries(counts)
      .map(([how, count]) => `${count} ${how}`)
      .join(", "),
  );
  console.log(
    `${undetected} not found; the first broken entry named ${named} times, wrongly ${misnamed} times; ${outside} changes lay in no entry.`,
  );
  return { tampered, undetected, named, misnamed, outside, holds: undetected === 0 && misnamed === 0 };

  /** What the page says. */
  async function verdictOf(bytes: Uint8Array): Promise<"whole" | number | null> {
    const verdict = await verifyCaseBytes(bytes, tools);
    return verdict.isWhole ? "whole" : (verdict.entry?.number ?? null);
  }
}
