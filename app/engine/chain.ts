import { createHash } from "node:crypto";

/** What an entry says, and what its hash covers together with the entry before it. */
export interface Entry {
  subjectId: string;
  seq: number;
  /** ISO 8601, milliseconds, UTC. */
  at: string;
  caseId: string;
  event: unknown;
  actorId: string;
  actorRole: string;
  machineVersion: number;
  idempotencyKey: string | null;
}

/** The same value always becomes the same text, whatever order its keys came in (PostgreSQL's jsonb keeps none). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object") {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The head of an empty log. */
export const GENESIS = "0".repeat(64);

/** SHA-256 over the previous hash and the entry's canonical text, lower-case hex. */
export const hashEntry = (prevHash: string, entry: Entry): string =>
  createHash("sha256").update(prevHash).update("\n").update(canonical(entry)).digest("hex");
