/** Names whose values never stand in a log, whatever they hold. */
const SECRET_NAME =
  /pass(word|phrase|code)?$|secret|token|cookie|authorization|credential|^code$|otp$|totp|api_?key|private_?key|session_?id|signature|^(html|text|body|subject)$/i;
/** Names of what belongs to a person. */
const PERSONAL_NAME =
  /e_?mail$|^(to|from|reply_?to|phone|mobile|name|address)$|(legal|first|last|full|given|family|holder)_?name$|birth|account_?(no|number)|resident|passport/i;

const IN_TEXT: [RegExp, string][] = [
  // Credentials inside an address, and whatever a query says.
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@?#]+@/gi, "$1[gone]@"],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s?#]*)\?[^\s"']*/gi, "$1?[gone]"],
  [/[^\s@<>"'`,;:()[\]{}]+@[^\s@<>"'`,;:()[\]{}]+/g, "[address]"],
  [/\b(Bearer|Basic)\s+\S+/gi, "$1 [gone]"],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[token]"],
  [/\bgw_\w+/g, "[key]"],
  // Resident numbers, accounts, cards, telephones. Digits inside of ids are left alone.
  [/(?<![\w-])\d(?:[ -]?\d){8,}(?![\w-])/g, "[number]"],
];

const MAX_TEXT = 4_000;
const MAX_DEPTH = 6;
const MAX_ENTRIES = 100;

/** Text without addresses, tokens, long numbers and line breaks: a line of the log stays one line, of one author. */
export function redactText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return IN_TEXT.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), cut);
}

/** Any value as it may stand in the log: secrets and personal data gone, however deep they lie. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null)
    return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth >= MAX_DEPTH) return "[deep]";
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((one) => redact(one, depth + 1));
  // Sockets, clients, requests hang on many errors: their kind is enough, and what they hold is nobody's business.
  const kind = Object.getPrototypeOf(value) as object | null;
  if (kind !== null && kind !== Object.prototype) return `[${kind.constructor?.name || "object"}]`;
  return entriesOf(value, depth);
}

function entriesOf(value: object, depth: number): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value).slice(0, MAX_ENTRIES)) {
    const isHidden = SECRET_NAME.test(name) || PERSONAL_NAME.test(name);
    clean[redactText(name)] = isHidden && one !== null && one !== undefined ? "[gone]" : redact(one, depth + 1);
  }
  return clean;
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause, code, ...more } = error as Error & { code?: unknown };
  return {
    // What makers of errors add (reasons, status, retryable) helps to find out why.
    ...entriesOf(more, depth),
    type: name,
    // `code` alone is a name of secrets: here it is ECONNREFUSED or P2025.
    ...(typeof code === "string" ? { errorCode: redactText(code) } : {}),
    message: redactText(message),
    // The first lines repeat the message.
    stack:
      stack === undefined
        ? undefined
        : redactText(
            stack
              .split("\n")
              .filter((line) => /^\s+at /.test(line))
              .slice(0, 12)
              .join("\n"),
          ),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}
