export { type FieldSpec, fieldsSchema, type ShownField, takesLines } from "./fields.ts";
export { masked, tailOf } from "./mask.ts";
export { defaultScopes, type Scope } from "./scopes.ts";
