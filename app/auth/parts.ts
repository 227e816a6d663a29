import type { Platform } from "#app/platform/platform.ts";

/** What it takes to know who is there. */
export type Doorkeeper = Pick<Platform, "pool" | "now" | "config">;

/** What it takes to let somebody in: better-auth writes through Prisma. */
export type Reception = Doorkeeper & Pick<Platform, "db">;
