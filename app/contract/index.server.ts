export { contractAnswer } from "./answer.server.ts";
export { type ContractView, contractFile, currentContract, issueContract, sign } from "./contracts.server.ts";
export { namedLines } from "./named-lines.server.ts";
