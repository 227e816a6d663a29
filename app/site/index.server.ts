export { accessOf, giveAccess, revealAccess, withdrawAccess } from "./access.server.ts";
export type { ExpectedBusiness } from "./business/compare.ts";
export { askForCheck, checkOf, checksOf, type SiteCheckRow, TooOften } from "./checks.server.ts";
export { demoCompany, demoProducts, demoShop } from "./demo-shop/index.server.ts";
export { passes } from "./judge/judge.ts";
export { SiteReport } from "./report.schema.ts";
export { type Overrule, overrules, type Ruling, ruleOnSite, rulingsOf } from "./rulings.server.ts";
export { runSiteCheck, type SiteCheckInput, type SiteParts, type SiteProgress } from "./run.server.ts";
export { tasks } from "./tasks.server.ts";
