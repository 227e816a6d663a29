import type { ZodType } from "zod";

/** The few things read from a zod schema; asked structurally, so that zod itself stays out of pages that load it late. */
interface Def {
  type: string;
  innerType?: ZodType;
  getter?: () => ZodType;
  in?: ZodType;
  shape?: Record<string, ZodType>;
  element?: ZodType;
  values?: unknown[];
  left?: ZodType;
  right?: ZodType;
  options?: ZodType[];
  discriminator?: string;
}

const defOf = (schema: ZodType): Def => schema._zod.def as unknown as Def;
const record = (raw: unknown): Record<string, unknown> =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Record<string, unknown>) : {};

const ticked = (raw: unknown): unknown => {
  const last = Array.isArray(raw) ? raw.at(-1) : raw;
  if (last === "on" || last === "true" || last === "1") return true;
  return last === undefined || last === "" || last === "false" || last === "0" ? false : last;
};

const wraps: Record<string, (schema: Def, raw: unknown) => unknown> = {
  optional: ({ innerType }, raw) => (raw === "" || raw === undefined ? undefined : shaped(innerType!, raw)),
  nullable: ({ innerType }, raw) => (raw === "" || raw === undefined ? null : shaped(innerType!, raw)),
  default: ({ innerType }, raw) => (raw === "" || raw === undefined ? undefined : shaped(innerType!, raw)),
  prefault: ({ innerType }, raw) => (raw === "" || raw === undefined ? undefined : shaped(innerType!, raw)),
  catch: ({ innerType }, raw) => shaped(innerType!, raw),
  readonly: ({ innerType }, raw) => shaped(innerType!, raw),
  nonoptional: ({ innerType }, raw) => shaped(innerType!, raw),
  lazy: ({ getter }, raw) => shaped(getter!(), raw),
  pipe: (schema, raw) => (defOf(schema.in!).type === "transform" ? raw : shaped(schema.in!, raw)),
  object: ({ shape }, raw) => {
    const held = record(raw);
    const known = Object.entries(shape!).map(([key, schema]) => [key, shaped(schema, held[key])] as const);
    const all = { ...held, ...Object.fromEntries(known) };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  },
  array: ({ element }, raw) => {
    const list = raw === undefined || raw === "" ? [] : Array.isArray(raw) ? raw : [raw];
    return list.map((one) => shaped(element!, one));
  },
  boolean: (_, raw) => ticked(raw),
  literal: ({ values }, raw) => (values?.length === 1 && values[0] === true ? ticked(raw) : raw),
  number: (_, raw) => {
    if (typeof raw !== "string") return raw;
    const plain = raw.replaceAll(",", "").trim();
    return plain === "" ? undefined : Number(plain);
  },
  intersection: ({ left, right }, raw) => ({ ...record(shaped(left!, raw)), ...record(shaped(right!, raw)) }),
  union: ({ discriminator, options }, raw) => {
    const asked = discriminator ? record(raw)[discriminator] : undefined;
    const chosen = options!.find((option) => {
      const kind = discriminator ? defOf(option).shape?.[discriminator] : undefined;
      return kind !== undefined && defOf(kind).values?.includes(asked);
    });
    return chosen ? shaped(chosen, raw) : raw;
  },
};

/**
 * What a form says, in the terms of the schema that will judge it.
 *
 * A form knows only text: a box not ticked says nothing, one of many chosen looks like one alone, an empty
 * number is "". Here a boolean becomes one, a lone choice becomes a list of one, and an empty answer is
 * left out where the schema allows that. Nothing is judged.
 */
export function shaped(schema: ZodType, raw: unknown): unknown {
  const def = defOf(schema);
  const shape = wraps[def.type];
  return shape ? shape(def, raw) : raw;
}
