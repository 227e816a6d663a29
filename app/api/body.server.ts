import type { output, ZodType, z } from "zod";
import type { Lang } from "#app/i18n/words.ts";
import { words as inquiryWords } from "#app/inquiry/words.ts";
import { readText } from "#app/platform/http/request-text.server.ts";
import { sentenceOf } from "#app/ui/form/index.ts";
import { standardProblem } from "#app/ui/form/problem.ts";
import { ApiProblem, type FieldProblem } from "./problem.ts";
import { words } from "./words.ts";

/** @throws ApiProblem when the body is no JSON, or too much of it */
export async function jsonOf(request: Request): Promise<{ text: string; value: unknown }> {
  const text = await readText(request);
  if (text === null) throw new ApiProblem("too_large");
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    throw new ApiProblem("not_json");
  }
}

/** @throws ApiProblem that names every field to be put right */
export function parsed<S extends ZodType>(schema: S, value: unknown, lang: Lang): output<S> {
  const judged = schema.safeParse(value, { error: standardProblem });
  if (judged.success) return judged.data;
  throw new ApiProblem("validation", { errors: judged.error.issues.flatMap((issue) => problemsOf(issue, lang)) });
}

function problemsOf(issue: z.core.$ZodIssue, lang: Lang): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const detail = words[lang].errors.unknown_field!;
    return issue.keys.map((key) => ({ field: [...path, key].join("."), code: "unknown_field", detail }));
  }
  const { message } = issue;
  return [{ field: path.join("."), code: message, detail: sentenceOf(message, lang, inquiryWords[lang].problems) }];
}
