import type { Platform } from "../platform/platform.ts";

/** Who looks at a page. */
export interface Viewer {
  userId: string;
  email: string;
  name: string;
  kind: "merchant" | "staff";
}

/** Nobody can be signed in until the auth room writes this file. */
export const viewerOf = async (_platform: Platform, _request: Request): Promise<Viewer | null> => null;
