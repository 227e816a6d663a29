export { type Stage, stages } from "./stage.ts";
