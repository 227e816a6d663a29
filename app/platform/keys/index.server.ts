export { digestOf, type KeyKind, type KeyMode, newClientKey, newKey, readKey } from "./key-text.ts";
export { believedForMs, type KeyRow } from "./known-keys.server.ts";
export { masked, tailOf } from "./mask.ts";
export { overlap, succession } from "./succession.ts";
export { keyVerifier } from "./verifier.server.ts";
