export { type BusinessFacts, businessFacts } from "./business-facts.server.ts";
export { latestRevisions, type Revisions } from "./revisions.server.ts";
export { latestScreening, type Screening, tasks } from "./screening.server.ts";
