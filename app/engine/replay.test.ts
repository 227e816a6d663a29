import { expect, test } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { randomFrom } from "#workflows/forecast/random.ts";
import { policyOf } from "#workflows/kyc/policies.ts";
import { trial } from "./replay.server.ts";
import type { Rules } from "./replay-rules.ts";
import { rulesOf } from "./replay-rules.ts";
import { sail } from "./replay-voyages.ts";

const at = new Date("2026-09-01T00:00:00.000Z");
const voyages = Array.from({ length: 60 }, (_, seed) => sail(randomFrom(seed + 1), newId(), at, newId));
const policy = policyOf("2026-08");

/** Every chart of the voyages, tried under the rules. */
const replayed = (rules: Rules | null, scores: ReadonlyMap<string, number> = new Map()) => {
  const replay = trial(rules, scores);
  return voyages.flatMap(({ entries, subjects, stored }) =>
    [...subjects.values()].map((subject) => {
      const { value, context } = stored(subject);
      const { id, kind, law, seq: version, head } = subject;
      const text = { value: JSON.stringify(value), context: JSON.stringify(context) };
      const row = { id, kind, publicId: "GW-1", machineVersion: law.version, version, head, ...text };
      const log = entries.filter(({ subjectId }) => subjectId === id);
      return replay(
        row,
        log.map((entry) => ({ ...entry, event: JSON.stringify(entry.event) })),
      );
    }),
  );
};
const different = (...asked: Parameters<typeof replayed>) =>
  replayed(...asked).flatMap(({ different: one }) => one ?? []);
const submitted = voyages.filter(({ entries }) =>
  entries.some(({ event }) => (event as { type: string }).type === "SUBMIT_KYC"),
);

test("under the rules by which they were decided all cases come out as they are", () => {
  expect(different(null)).toEqual([]);
  expect(different({ documents: policy })).toEqual([]);
});

test("a paper more holds back every case that was submitted without it, and is named", () => {
  const paper = { ...policy.documents[0]!, document: "voucherSample" as const, when: [], each: [], unless: [] };
  const all = different({ documents: { ...policy, documents: [...policy.documents, paper] } });
  expect(all.length).toBeGreaterThan(submitted.length * 0.8);
  for (const { entry, reasons, missing } of all) {
    expect(entry?.event).toBe("SUBMIT_KYC");
    expect(reasons).toEqual(["nothingMissing"]);
    expect(missing).toEqual(["doc:voucherSample"]);
  }
});

test("a paper less changes no decision: what was handed in for it is passed over", () => {
  const documents = policy.documents.filter(({ document }) => document !== "representativeId");
  expect(different({ documents: { ...policy, documents } })).toEqual([]);
});

test("screenings are judged anew by the resemblance that was reported then", () => {
  const looks = voyages.flatMap(({ entries }) =>
    entries.flatMap(({ event }) => {
      const said = event as { type: string; screeningId?: string; outcome?: string };
      return said.type === "RECORD_SCREENING" ? [[said.screeningId!, said.outcome === "hit" ? 70 : 40] as const] : [];
    }),
  );
  expect(different({ risk: { hitFrom: 60 } }, new Map(looks))).toEqual([]);
  // Hits that nobody would have had to dismiss are no difference; clear ones that would have been hits are.
  expect(different({ risk: { hitFrom: 80 } }, new Map(looks))).toEqual([]);
  const stricter = different({ risk: { hitFrom: 30 } }, new Map(looks));
  expect(stricter.length).toBeGreaterThan(10);
  for (const { reasons } of stricter) expect(reasons).toEqual(["screeningIsClear"]);
});

test("a gate more stops the cases that had not passed it by then", () => {
  const early = different({ gates: { SUBMIT_KYC: ["sitePassed"] } });
  expect(early).toHaveLength(submitted.length);
  for (const { entry, reasons } of early) expect([entry?.event, reasons]).toEqual(["SUBMIT_KYC", ["sitePassed"]]);
  expect(different({ gates: { APPROVE_KYC: ["sitePassed", "everythingAccepted"] } })).toEqual([]);
});

test.each([
  ["no JSON", "{", /rules.json is no JSON/],
  ["an event that is none", '{"gates":{"APPROVE":["sitePassed"]}}', /no event "APPROVE"/],
  ["a guard that is none", '{"gates":{"APPROVE_KYC":["isNice"]}}', /gates.APPROVE_KYC.0: no guard "isNice"/],
  ["a share that is none", '{"risk":{"hitFrom":0}}', /risk.hitFrom/],
  ["a part that is none", '{"papers":[]}', /Unrecognized key: "papers"/],
  [
    "a paper that is none",
    JSON.stringify({ documents: { ...policy, documents: [{ document: "passportOfTheCat" }] } }),
    /documents.documents.0/,
  ],
])("a bad file is refused with where it is bad: %s", (_, text, sentence) => {
  expect(() => rulesOf(text, "rules.json")).toThrow(sentence);
});
