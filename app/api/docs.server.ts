import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type JsonSchema, schemaOf } from "./openapi.server.ts";
import { commonProblems, type Operation, operations } from "./operations.ts";
import { problemStatus } from "./problem.ts";
import { stageNames } from "./referrals.schema.ts";
import { words } from "./words.ts";

export interface DocField {
  name: string;
  /** `string`, `integer 1–90`, `one of a, b`. */
  kind: string;
  isRequired: boolean;
  meaning: string;
}

export interface DocOperation {
  id: Operation["id"];
  method: string;
  path: string;
  scope: string;
  summary: string;
  query: DocField[];
  sends: DocField[];
  answers: DocField[];
  problems: string[];
}

function kindOf(schema: JsonSchema): string {
  const { anyOf, items, minimum, maximum, maxLength } = schema;
  if (anyOf) return anyOf.map(kindOf).join(" | ");
  if (schema.enum) return schema.enum.join(" · ");
  if (items) return `${kindOf(items)}[]`;
  const limits =
    typeof minimum === "number" && typeof maximum === "number" && maximum < Number.MAX_SAFE_INTEGER
      ? ` ${minimum}–${maximum}`
      : typeof maxLength === "number"
        ? ` ≤ ${maxLength}`
        : "";
  return `${[schema.type ?? "any"].flat().join(" | ")}${limits}`;
}

/** Fields with those inside them: `prefill.company_name`, `data[].id`. */
function fieldsOf(schema: JsonSchema, before = ""): DocField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const path = before + name;
    const field = {
      name: path,
      kind: kindOf(inner),
      isRequired: schema.required?.includes(name) ?? false,
      meaning: inner.description ?? "",
    };
    return [field, ...fieldsOf(inner, `${path}.`), ...fieldsOf(inner.items ?? {}, `${path}[].`)];
  });
}

/** Everything the page for partners' engineers says of the API, from the schemas that judge it. */
export function docsOf({ config }: Pick<Platform, "config">, lang: Lang) {
  const shown = operations.map(({ id, method, path, scope, query, body, answer, problems }): DocOperation => {
    return {
      id,
      method: method.toUpperCase(),
      path,
      scope,
      summary: words[lang].operations[id],
      query: query ? fieldsOf(schemaOf(query, "input", lang)) : [],
      sends: body ? fieldsOf(schemaOf(body, "input", lang)) : [],
      answers: fieldsOf(schemaOf(answer, "output", lang)),
      problems: [...problems],
    };
  });
  const codes = [
    ...new Set([...commonProblems, "method_not_allowed" as const, ...operations.flatMap((one) => one.problems)]),
  ];
  return {
    publicUrl: config.publicUrl,
    operations: shown,
    stages: stageNames,
    errors: codes
      .map((code) => ({ code, status: problemStatus[code], detail: words[lang].errors[code]! }))
      .sort((a, b) => a.status - b.status),
  };
}
