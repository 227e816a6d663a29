/** What an entry of the log says, and what its hash covers together with the entry before it. */
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

/**
 * The same value always becomes the same text, whatever order its keys came in (PostgreSQL's jsonb keeps none): keys sorted by code
 * unit, no spaces, `undefined` left out, as in RFC 8785.
 */
export function canonical(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  let text = "";
  if (Array.isArray(value)) {
    for (const one of value) text += text ? `,${canonical(one)}` : canonical(one);
    return `[${text}]`;
  }
  for (const key of sortedKeys(value)) {
    const field = (value as Record<string, unknown>)[key];
    if (field !== undefined) text += `${text ? "," : ""}${quoted(key)}:${canonical(field)}`;
  }
  return `{${text}}`;
}

/** Ids, instants and names need no escaping, and most texts are one of these: looked at, they need no call of `JSON.stringify`. */
const plain = /^[\w:. /-]*$/;
const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

/** Most objects have few keys, in order already. */
function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let place = 1; place < keys.length; place++) if (keys[place - 1]! > keys[place]!) return keys.sort();
  return keys;
}

/** The head of an empty log. */
export const GENESIS = "0".repeat(64);

/** What is hashed for an entry: the hash before it, a line's end, and the entry as canonical text. */
export const chained = (prevHash: string, entry: Entry): string => `${prevHash}\n${canonicalEntry(entry)}`;

/** `canonical` of an entry, its keys spelled out: the hash of a million entries is mostly this. */
export const canonicalEntry = ({ actorId, actorRole, at, caseId, event, idempotencyKey, ...rest }: Entry): string =>
  `{"actorId":${quoted(actorId)},"actorRole":${quoted(actorRole)},"at":${quoted(at)}` +
  `,"caseId":${quoted(caseId)},"event":${canonical(event)},"idempotencyKey":${idempotencyKey === null ? "null" : quoted(idempotencyKey)}` +
  `,"machineVersion":${rest.machineVersion},"seq":${rest.seq},"subjectId":${quoted(rest.subjectId)}}`;
