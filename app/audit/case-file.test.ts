import { expect } from "vitest";
import { sail } from "#app/engine/replay-voyages.ts";
import { newId } from "#app/platform/ids.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";
import { type FileEntry, verifyCaseBytes, verifyCaseFile } from "#workflows/chain/case-file.ts";
import { randomFrom } from "#workflows/forecast/random.ts";
import { exportCase, serverTools, signedFile } from "./case-file.server.ts";
import { checkpointKeys } from "./checkpoint-keys.server.ts";
import { tampering } from "./tamper.ts";

const config = testConfig();
const keys = checkpointKeys(config);
const tools = serverTools(keys);
const at = new Date("2026-11-23T01:00:00.000Z");

const sampleFile = () => {
  const { caseId, entries, subjects } = sail(randomFrom(7), newId(), at, newId);
  const places = [...subjects.keys()];
  const sorted = entries
    .map((entry): FileEntry & { kind: string } => ({ ...entry, kind: subjects.get(entry.subjectId)!.kind }))
    .sort((a, b) => places.indexOf(a.subjectId) - places.indexOf(b.subjectId) || a.seq - b.seq);
  return signedFile({ id: caseId, publicId: "GW-7K3MQ2ZP" }, sorted, keys[0], at);
};

test("a case is exported with its channels, and verifies against the published key", async ({ pool }) => {
  const now = () => at;
  const journey = await (await (await (await walk({ pool, now })).inquired()).proposed()).accepted();
  const view = await journey.view();
  const text = await exportCase({ pool, now, config }, view);
  const verdict = await verifyCaseFile(text, tools);
  expect(verdict).toMatchObject({
    isWhole: true,

    checkpoint: { publicId: view.publicId, keyId: keys[0].id },
  });
  const { rows } = await pool.query("select count(*)::int as count from log_entry where case_id = $1", [view.id]);
  expect(verdict).toMatchObject({ entries: rows[0].count });
  expect(JSON.parse(text).entries).toHaveLength(rows[0].count);
  expect(text).not.toContain("@");
});

test("a signature of a key that was never published is none", async () => {
  const [stranger] = checkpointKeys({ encryptionKeys: [{ id: "k9", key: new Uint8Array(32).fill(9) }] });
  expect(await verifyCaseFile(sampleFile(), serverTools([stranger]))).toMatchObject({
    isWhole: false,
    problem: "signatureWrong",
  });
});

test("a log that was written anew behind a change is found by the signed head", async () => {
  const { caseId, entries } = sail(randomFrom(3), newId(), at, newId);
  const own = entries.filter(({ subjectId }) => subjectId === caseId);
  const text = signedFile(
    { id: caseId, publicId: "GW-1" },
    own.map((one) => ({ ...one, kind: "onboarding" })),
    keys[0],
    at,
  );
  const again = sail(randomFrom(3), caseId, new Date(at.getTime() + 1000), newId).entries.filter(
    ({ subjectId }) => subjectId === caseId,
  );
  const forged = signedFile(
    { id: caseId, publicId: "GW-1" },
    again.map((one) => ({ ...one, kind: "onboarding" })),
    keys[0],
    at,
  );
  const [head, rest] = [text.split("\n").slice(0, 3), forged.split("\n").slice(3)];
  expect(await verifyCaseFile([...head, ...rest].join("\n"), tools)).toMatchObject({
    isWhole: false,
    problem: "logRewritten",
    entry: { subjectId: caseId },
  });
});

test("two thousand changed bytes, deletions, swaps and truncations: all are found, and the first broken entry is named", async () => {
  const text = sampleFile();
  expect(await verifyCaseFile(text, tools)).toMatchObject({ isWhole: true });
  const tamper = tampering(text);
  const random = randomFrom(42);
  for (let n = 0; n < 2000; n++) {
    const changed = tamper(random);
    if (!changed) continue;
    const verdict = await verifyCaseBytes(changed.bytes, tools);
    expect(verdict.isWhole, changed.how).toBe(false);
    if (!verdict.isWhole && changed.firstBroken !== null) expect(verdict.entry?.number).toBe(changed.firstBroken);
  }
}, 60_000);

test("bytes that are no text are told as such, with the entry they lie in, and never pass for what they are shown as", async () => {
  const text = sampleFile();
  const place = text.indexOf('"idempotencyKey"', text.indexOf("SEND_PROPOSAL"));
  const bytes = new TextEncoder().encode(text);
  bytes[place + 2] = 0xff;
  const number = text.slice(0, place).split("\n").length - 3;
  expect(await verifyCaseBytes(bytes, tools)).toMatchObject({ isWhole: false, problem: "notText", entry: { number } });
  expect(await verifyCaseBytes(new TextEncoder().encode(text), tools)).toMatchObject({ isWhole: true });
});
