export { documentWords, itemName } from "./requirement-words.ts";
