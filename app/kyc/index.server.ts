export { latestRevisions, type Revisions } from "./revisions.server.ts";
