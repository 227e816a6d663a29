export { type EntryKind, internal, kindOf, kinds } from "./kinds.ts";
export { TimelineView } from "./timeline-page.tsx";
export { words as auditWords } from "./words.ts";
