export { readChannel } from "./channel.server.ts";
export { tasks } from "./tasks.server.ts";
export { emitWebhook, type News } from "./webhooks/emit.server.ts";
export { addEndpoint } from "./webhooks/endpoints.server.ts";
