export { answering, apiLang, noSuchAddress } from "./answering.server.ts";
export { openApi } from "./openapi.server.ts";
export { funnelApi, referralApi, referralsApi } from "./referrals.server.ts";
export { tasks } from "./tasks.server.ts";
