import type { output, ZodType } from "zod";
import { type FormValues, keepable, nested } from "./names.ts";
import { standardProblem } from "./problem.ts";
import { shaped } from "./shape.ts";

/** Message keys by the name of the field (`people.0.name`); what concerns the whole form stands under "". */
export type FormErrors = { [name: string]: string };

export type Parsed<T> = { ok: true; value: T } | { ok: false; values: FormValues; errors: FormErrors };

/**
 * Judges a posted form by its schema: the same function in the action and in the browser.
 *
 * @param options.forget names whose text is not sent back (passwords, codes)
 * @returns the parsed value; or what was typed, to be shown again, with one message key per field
 */
export function parseForm<S extends ZodType>(
  schema: S,
  form: Iterable<[string, FormDataEntryValue]>,
  options: { forget?: readonly string[] } = {},
): Parsed<output<S>> {
  const raw = nested(form);
  const judged = schema.safeParse(shaped(schema, raw), { error: standardProblem });
  if (judged.success) return { ok: true, value: judged.data };

  const errors: FormErrors = {};
  for (const { path, message } of judged.error.issues) errors[path.join(".")] ??= message;
  return { ok: false, values: keepable(raw, options.forget ?? []) as FormValues, errors };
}
