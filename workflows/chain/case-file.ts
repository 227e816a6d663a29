import { canonical, canonicalEntry, chained, type Entry, GENESIS } from "./canonical.ts";

// Read by server and browser alike: plain arithmetic on text. What hashes and what checks a signature is handed in. The page that
// verifies files without a server carries this very text (app/audit/verify/page.server.ts), so it imports nothing but its neighbour.

/** The first word of every file; what a signature is over begins with it too. */
export const FORMAT = "gangway-case-file/1";

/** What is signed: which charts a case has, how long each log is, and the hash that each ends with. */
export interface Checkpoint {
  format: typeof FORMAT;
  caseId: string;
  publicId: string;
  /** ISO 8601, UTC. */
  exportedAt: string;
  /** Which of the published keys signed it. */
  keyId: string;
  /** The case itself first, then its channels. */
  subjects: { id: string; kind: string; entries: number; head: string }[];
}

export interface FileEntry extends Entry {
  hash: string;
}

export interface Tools {
  /** SHA-256 of the text's UTF-8, lower-case hex. */
  sha256: (text: string) => string | Promise<string>;
  /** Whether the published key of that name made the signature (hex) over the text; false for a name that was never published. */
  isSigned: (keyId: string, text: string, signature: string) => boolean | Promise<boolean>;
}

/** What is wrong, from the top of the file; each has a sentence in app/audit/verify/words.ts. */
export type FileProblem =
  | "notText"
  | "notACaseFile"
  | "checkpointUnreadable"
  | "signatureWrong"
  | "entryUnreadable"
  | "entryOutOfPlace"
  | "entryChanged"
  | "entryMissing"
  | "logRewritten"
  | "somethingBehind";

export type FileVerdict =
  | { isWhole: true; checkpoint: Checkpoint; entries: number }
  | {
      isWhole: false;
      problem: FileProblem;
      /** The first broken entry: its number in the file, from 1; which chart and place in its log it should be; null when no entry is to blame. */
      entry: { number: number; subjectId: string; seq: number } | null;
      checkpoint: Checkpoint | null;
    };

export const signedText = (checkpoint: Checkpoint): string => `${FORMAT}\n${canonical(checkpoint)}`;

/**
 * A case as a file: JSON, an entry a line, every byte of it determined by what it says. Nothing in it can be written in two ways, so
 * that a changed byte is a changed file.
 *
 * @param entries chart by chart in the order of the checkpoint, each by its sequence
 * @param signature Ed25519 over {@link signedText}, lower-case hex
 */
export const writeCaseFile = (checkpoint: Checkpoint, signature: string, entries: readonly FileEntry[]): string =>
  [
    `{"checkpoint":${canonical(checkpoint)},`,
    `"signature":"${signature}",`,
    `"entries":[`,
    entries.map(lineOf).join(",\n"),
    "]}",
    "",
  ].join("\n");

const lineOf = ({ hash, ...entry }: FileEntry): string => `{"entry":${canonicalEntry(entry)},"hash":"${hash}"}`;

/**
 * Verifies a file against the published keys: the signature, then every entry's hash in its place. Says which entry is the first
 * that is not as it was signed.
 */
export async function verifyCaseFile(text: string, { sha256, isSigned }: Tools): Promise<FileVerdict> {
  const lines = text.split("\n");
  const checkpoint = checkpointIn(lines[0] ?? "");
  const wrong = (problem: FileProblem, entry: { number: number; subjectId: string; seq: number } | null = null) =>
    ({ isWhole: false, problem, entry, checkpoint }) as const;
  if (!text.startsWith('{"checkpoint":')) return wrong("notACaseFile");
  if (!checkpoint) return wrong("checkpointUnreadable");
  const signature = /^"signature":"([0-9a-f]{128})",$/.exec(lines[1] ?? "")?.[1];
  if (!signature || !(await isSigned(checkpoint.keyId, signedText(checkpoint), signature)))
    return wrong("signatureWrong");
  if (lines[2] !== '"entries":[') return wrong("notACaseFile");

  const total = checkpoint.subjects.reduce((sum, { entries }) => sum + entries, 0);
  let number = 0;
  for (const subject of checkpoint.subjects) {
    let head = GENESIS;
    for (let seq = 1; seq <= subject.entries; seq++) {
      number++;
      const here = { number, subjectId: subject.id, seq };
      const line = lines[2 + number];
      if (line === undefined || line === "]}") return wrong("entryMissing", here);
      const kept = entryIn(line, number === total);
      if (!kept) return wrong("entryUnreadable", here);
      if (kept.subjectId !== subject.id || kept.seq !== seq || kept.caseId !== checkpoint.caseId)
        return wrong("entryOutOfPlace", here);
      if ((await sha256(chained(head, kept))) !== kept.hash) return wrong("entryChanged", here);
      head = kept.hash;
    }
    // Every hash fits the one before it, but the log was another when it was signed: the end is all that can be named.
    if (head !== subject.head) return wrong("logRewritten", { number, subjectId: subject.id, seq: subject.entries });
  }
  if (lines[3 + number] !== "]}" || lines[4 + number] !== "" || lines.length !== 5 + number)
    return wrong("somethingBehind");
  return { isWhole: true, checkpoint, entries: number };
}

/**
 * The same of a file's bytes. Bytes that are no text are read as a sign that stands for them, so that the entry they lie in can be named;
 * whole such a file never is, whatever stood there before.
 */
export async function verifyCaseBytes(bytes: Uint8Array, tools: Tools): Promise<FileVerdict> {
  const read = (fatal: boolean) => new TextDecoder("utf-8", { fatal, ignoreBOM: true }).decode(bytes);
  let text: string;
  try {
    text = read(true);
  } catch {
    const verdict = await verifyCaseFile(read(false), tools);
    const entry = verdict.isWhole ? null : verdict.entry;
    return { isWhole: false, problem: "notText", entry, checkpoint: verdict.checkpoint };
  }
  return verifyCaseFile(text, tools);
}

/** null unless the line is exactly what {@link writeCaseFile} writes of what it says. */
function checkpointIn(line: string): Checkpoint | null {
  const said = parsed(line.slice('{"checkpoint":'.length, -1));
  if (!isCheckpoint(said) || line !== `{"checkpoint":${canonical(said)},`) return null;
  return said;
}

function isCheckpoint(said: unknown): said is Checkpoint {
  const it = said as Checkpoint | null;
  return (
    it?.format === FORMAT &&
    Array.isArray(it.subjects) &&
    it.subjects.length > 0 &&
    it.subjects.every((one) => Number.isInteger(one?.entries) && typeof one.id === "string" && one.entries > 0)
  );
}

function entryIn(line: string, isLast: boolean): FileEntry | null {
  const said = parsed(isLast ? line : line.slice(0, -1)) as { entry?: Entry; hash?: string } | null;
  if (!said || typeof said.entry !== "object" || said.entry === null || typeof said.hash !== "string") return null;
  const kept = { ...said.entry, hash: said.hash };
  return line === `${lineOf(kept)}${isLast ? "" : ","}` ? kept : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
