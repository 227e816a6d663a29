import { useRouteLoaderData } from "@remix-run/react";
import type { Lang } from "../i18n/words.ts";
import type { Theme } from "./theme.ts";

/** What every page knows about who looks at it. */
export interface ViewerSummary {
  name: string;
  email: string;
  kind: "merchant" | "staff";
}

export interface RootData {
  lang: Lang;
  theme: Theme;
  viewer: ViewerSummary | null;
  mode: "development" | "production";
}

/** What the root loader said; undefined only when it failed itself. */
export const useRootData = (): RootData | undefined => useRouteLoaderData<RootData>("root");
