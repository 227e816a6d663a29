export {
  confirmKeys,
  type MadeKeys,
  makeKeys,
  revokeKeys,
  secretAgain,
  takeSecret,
} from "./integration-keys.server.ts";
export { type KeyEntry, type KeyNews, keyHistory } from "./key-log.server.ts";
export { makeLiveCredentials, shownLiveCredentials } from "./live-credentials.server.ts";
export { overlap, type Rotation, rotateKeys } from "./rotation.server.ts";
export { type ShownKey, shownKeys } from "./shown-keys.server.ts";
export { tasks } from "./tasks.server.ts";
export {
  clientKeysOf,
  type MadeTestCredentials,
  makeTestCredentials,
  pairOfChannel,
  pairOfKey,
  type ShownTestCredentials,
  shownTestCredentials,
  type TestPair,
} from "./test-credentials.server.ts";
export { believedForMs, type VerifiedKey, verifyKey } from "./verify-key.server.ts";
