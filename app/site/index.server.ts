export type { ExpectedBusiness } from "./business/compare.ts";
export { passes } from "./judge/judge.ts";
export { SiteReport } from "./report.schema.ts";
export { runSiteCheck, type SiteCheckInput, type SiteParts, type SiteProgress } from "./run.server.ts";
