import { createHash } from "node:crypto";
import type { output, ZodType } from "zod";
import { isId } from "#app/platform/ids.ts";
import { type Parsed, parseForm } from "#app/ui/form/index.ts";

type Problem = Pick<Extract<Parsed<never>, { ok: false }>, "values" | "errors">;

/** Either the event and the key to dispatch it with, or what is wrong with the form: answer that as `data(problem, 422)`. */
export type Posted<E> =
  | { event: E; key: string; form: FormData; problem: null }
  | { event: null; key: null; form: FormData; problem: Problem };

/**
 * Reads an `<EventForm>`: its `type` and fields, judged by the few events that the page may cause.
 *
 * The key is made of the form's own and of what it says, so that pressing twice is one event, while two different
 * things said from one page are two.
 *
 * @param schema a schema of one event, or a discriminated union of a few; never all of a machine
 * @param given the form, where the caller had to read the request already
 * @throws a 400 Response when the form carries no key: none of ours was sent
 */
export async function postedEvent<S extends ZodType<{ type: string }>>(
  request: Request,
  schema: S,
  given?: FormData,
): Promise<Posted<output<S>>> {
  const form = given ?? (await request.formData());
  const formKey = form.get("_key");
  if (typeof formKey !== "string" || !isId(formKey)) throw new Response(null, { status: 400 });

  const fields = [...form].filter(([name]) => !name.startsWith("_"));
  const parsed = parseForm(schema, fields);
  if (!parsed.ok) return { event: null, key: null, form, problem: { values: parsed.values, errors: parsed.errors } };

  const said = createHash("sha256").update(JSON.stringify(parsed.value)).digest("hex").slice(0, 16);
  return { event: parsed.value, key: `${formKey}/${said}`, form, problem: null };
}
