/** Why a file is not taken; each has a sentence with a remedy in the room's words (`problems.file.*`). */
export const refusals = [
  "empty",
  "tooLarge",
  "tooMany",
  "name",
  "extension",
  "disguised",
  "heic",
  "kind",
  "damaged",
  "truncated",
  "trailing",
  "polyglot",
  "unusual",
  "pixels",
  "pages",
  "encrypted",
  "active",
  "attachments",
  "malware",
  "tooComplex",
] as const;
export type Refusal = (typeof refusals)[number];

/** The file itself is the reason: never retried, told to whoever sent it. */
export class DocumentRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail = "") {
    super(detail ? `${refusal}: ${detail}` : refusal);
    this.name = "DocumentRefused";
    this.refusal = refusal;
  }
}

export const refuse = (refusal: Refusal, detail?: string): never => {
  throw new DocumentRefused(refusal, detail);
};
