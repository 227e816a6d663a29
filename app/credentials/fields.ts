import { z } from "zod";
import { masked, tailOf } from "#app/platform/keys/mask.ts";

/** One field of a PSP's credential form, as the catalogue has it. */
export interface FieldSpec {
  key: string;
  /** As the PSP prints it. */
  label: string;
  isSecret: boolean;
  hint?: string;
}

/** A field as it may be shown again: a plain value, or what is left of a secret. */
export const ShownField = z.object({ key: z.string(), label: z.string(), isSecret: z.boolean(), shown: z.string() });
export type ShownField = z.infer<typeof ShownField>;
export const ShownFields = z.array(ShownField);

/** Certificates and private keys come in many lines. */
export const takesLines = ({ key, label }: FieldSpec): boolean =>
  /pem|cert|privateKey|publicKey|rsa/i.test(`${key} ${label}`);

/**
 * A schema for exactly these fields, under `fields.<key>`. Spaces around a value are the clipboard's, never the PSP's.
 *
 * @returns a zod object whose output maps field keys to values
 */
export const fieldsSchema = (specs: readonly FieldSpec[]) =>
  z.object(
    Object.fromEntries(
      specs.map(({ key }) => [
        key,
        z.string("credentials.missing").trim().min(1, "credentials.missing").max(8000, "credentials.tooLong"),
      ]),
    ),
  ) as z.ZodType<Record<string, string>>;

/** What may be shown again of what was typed. */
export const shownFields = (specs: readonly FieldSpec[], values: Readonly<Record<string, string>>): ShownField[] =>
  specs.map(({ key, label, isSecret }) => ({
    key,
    label,
    isSecret,
    shown: isSecret ? masked(tailOf(values[key] ?? "")) : (values[key] ?? ""),
  }));

/** What has to be sealed of it, as one text; null when no field is secret. */
export function secretFields(specs: readonly FieldSpec[], values: Readonly<Record<string, string>>): string | null {
  const secrets = specs.filter(({ isSecret }) => isSecret).map(({ key }) => [key, values[key] ?? ""]);
  return secrets.length > 0 ? JSON.stringify(Object.fromEntries(secrets)) : null;
}
