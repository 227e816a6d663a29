export { masked, tailOf } from "#app/platform/keys/mask.ts";
export { type FieldSpec, fieldsSchema, type ShownField, takesLines } from "./fields.ts";
export { defaultScopes, type Scope } from "./scopes.ts";
