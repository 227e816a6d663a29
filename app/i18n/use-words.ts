import { useContext } from "react";
import { LangContext } from "./lang-context.ts";
import type { Lang } from "./words.ts";

/** The language of the page being shown. */
export const useLang = (): Lang => useContext(LangContext);

/** The sentences of a room in the language of the page: `const w = useWords(words)`, then `w.title`. */
export const useWords = <T>(words: Record<Lang, T>): T => words[useLang()];
