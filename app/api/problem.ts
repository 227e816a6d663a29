import type { Lang } from "#app/i18n/words.ts";
import { words } from "./words.ts";

/** What the API may say no with, and the HTTP status of each. */
export const problemStatus = {
  unauthorized: 401,
  scope_missing: 403,
  not_found: 404,
  method_not_allowed: 405,
  link_used: 409,
  too_large: 413,
  not_json: 400,
  cursor_invalid: 400,
  idempotency_key_invalid: 400,
  validation: 422,
  idempotency_key_reused: 422,
  rate_limited: 429,
  internal: 500,
} as const;
export type ProblemCode = keyof typeof problemStatus;

export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** A no, thrown from wherever it is known. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[] | undefined;
  readonly headers: Record<string, string>;
  constructor(code: ProblemCode, more: { errors?: readonly FieldProblem[]; headers?: Record<string, string> } = {}) {
    super(code);
    this.name = "ApiProblem";
    this.code = code;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }
}

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  413: "Content Too Large",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
};

/** As RFC 9457 has it, with our code, the sentence in the asker's language, and the request's id. */
export function problemAnswer(
  { code, errors, headers }: ApiProblem,
  { lang, requestId, publicUrl }: { lang: Lang; requestId: string; publicUrl: string },
): Response {
  const status = problemStatus[code];
  const body = {
    type: `${publicUrl}/partners/api#${code}`,
    title: titles[status]!,
    status,
    detail: words[lang].errors[code]!,
    code,
    request_id: requestId,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}
