export { exportCase } from "./case-file.server.ts";
export { checkpointKeys, publicKeys } from "./checkpoint-keys.server.ts";
export { cursorOf, type EntriesPage, type LogEntry, readEntries, readNews } from "./entries.server.ts";
export { nextHour, tasks, verifyHeads } from "./heads.server.ts";
export { lineOf, namesFor, readTimeline, type TimelineLine, type TimelinePage } from "./timeline.server.ts";
