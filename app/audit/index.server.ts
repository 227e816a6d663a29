export { cursorOf, type EntriesPage, type LogEntry, readEntries, readNews } from "./entries.server.ts";
export { lineOf, namesFor, readTimeline, type TimelineLine, type TimelinePage } from "./timeline.server.ts";
