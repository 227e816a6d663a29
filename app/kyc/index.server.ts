export { type BusinessFacts, businessFacts } from "./business-facts.server.ts";
export { type Received, receiveDocument } from "./document-check/receive-document.server.ts";
export { DocumentRefused } from "./document-check/refused.ts";
export { answer as fileAnswer } from "./files.server.ts";
export { answerUpload, type Upload } from "./read-upload.server.ts";
export { latestRevisions, type Revisions } from "./revisions.server.ts";
export { latestScreening, type Screening, tasks } from "./screening.server.ts";
