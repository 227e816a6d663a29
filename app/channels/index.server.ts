export { tasks } from "./tasks.server.ts";
