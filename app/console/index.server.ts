export { staffCaseOf, staffOf } from "./load.server.ts";
