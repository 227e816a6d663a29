export { type Answers, beginDraftWith, findDraft, leaveDraft } from "./draft.server.ts";
export { factsOf as inquiryFacts } from "./facts.ts";
export { readInquiry, type SentInquiry } from "./read.server.ts";
export { type Submitted, submitInquiry } from "./submit.server.ts";
export { tasks } from "./tasks.server.ts";
