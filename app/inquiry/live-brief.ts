import { createContext, useContext } from "react";
import type { Brief } from "#app/proposal/index.server.ts";

/** How a step's form tells the panel beside it what the answers amount to now. */
export const LiveBrief = createContext<(brief: Brief) => void>(() => {});

export const useLiveBrief = () => useContext(LiveBrief);
