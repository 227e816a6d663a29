export { adviceWords } from "./advice-words.ts";
