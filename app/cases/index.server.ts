export { type CaseCard, readCard, writeCard } from "./card.server.ts";
export { type Posted, postedEvent } from "./event-form.server.ts";
