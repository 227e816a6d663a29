import { type ZodType, z } from "zod";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import { commonProblems, type Operation, operations } from "./operations.ts";
import { problemStatus } from "./problem.ts";
import { Problem } from "./referrals.schema.ts";
import { words } from "./words.ts";

export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  description?: string;
  [key: string]: unknown;
}

/** A zod schema as JSON Schema, every field with its meaning in `lang`. */
export function schemaOf(schema: ZodType, io: "input" | "output", lang: Lang): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
  return described(made, lang);
}

function described(schema: JsonSchema, lang: Lang): JsonSchema {
  const properties =
    schema.properties &&
    Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => {
        const description = words[lang].fields[name];
        return [name, { ...described(inner, lang), ...(description ? { description } : {}) }];
      }),
    );
  return {
    ...schema,
    ...(properties ? { properties } : {}),
    ...(schema.items ? { items: described(schema.items, lang) } : {}),
  };
}

const json = (schema: JsonSchema) => ({ content: { "application/json": { schema } } });

function operationOf(operation: Operation, lang: Lang): object {
  const { id, query, body, scope, status, answer, problems } = operation;
  const asked: JsonSchema = query ? schemaOf(query, "input", lang) : {};
  const inPath = operation.path.includes("{id}")
    ? [{ name: "id", in: "path", required: true, description: words[lang].fields.id, schema: { type: "string" } }]
    : [];
  const inQuery = Object.entries(asked.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: "query",
    required: asked.required?.includes(name) ?? false,
    description,
    schema,
  }));
  const inHeader =
    operation.method === "post"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: false,
            description: words[lang].docs.idempotency,
            schema: { type: "string", maxLength: 255 },
          },
        ]
      : [];
  const codes = [...commonProblems, ...problems];
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort();
  const parameters = [...inPath, ...inQuery, ...inHeader];
  return {
    operationId: id,
    summary: words[lang].operations[id],
    security: [{ partnerKey: [scope] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, ...json(schemaOf(body, "input", lang)) } } : {}),
    responses: {
      [status]: { description: words[lang].operations[id], ...json(schemaOf(answer, "output", lang)) },
      ...Object.fromEntries(
        statuses.map((one) => [
          one,
          {
            description: codes
              .filter((code) => problemStatus[code] === one)
              .map((code) => `${code}: ${words[lang].errors[code]}`)
              .join("\n"),
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
    },
  };
}

/** The API as an OpenAPI 3.1 document, made from the schemas that judge what is sent. */
export function openApi({ config }: Pick<Platform, "config">, lang: Lang) {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = operationOf(operation, lang);
  }
  return {
    openapi: "3.1.0",
    info: { title: `Gangway ${words[lang].docs.title}`, version: "1", description: words[lang].docs.lead },
    servers: [{ url: config.publicUrl }],
    paths,
    components: {
      securitySchemes: { partnerKey: { type: "http", scheme: "bearer", bearerFormat: "gw_partner_…" } },
      schemas: { Problem: schemaOf(Problem, "output", lang) },
    },
  };
}
