export { awaitedCode, type CodeProblem, sendCode, type Verified, verifyCode } from "./code.server.ts";
export { Email } from "./email.ts";
export { addMember, type Seating } from "./members.server.ts";
export type { Doorkeeper, Reception } from "./parts.ts";
export { actorOf, isFresh, requireFresh, requireMember, requireStaff, requireViewer } from "./require.server.ts";
export { viewerOf } from "./viewer.server.ts";
export type { Viewer } from "./viewer.ts";
