import { createContext } from "react";
import type { Lang } from "./words.ts";

/** The language of the page. Root provides it from its loader; Korean where nobody did (an error before any loader ran). */
export const LangContext = createContext<Lang>("ko");
