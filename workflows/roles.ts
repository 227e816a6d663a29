import { z } from "zod";

/** Who may ask. `system` is the engine itself: timers, workers, one machine telling the other. */
export const Role = z.enum([
  "merchant",
  "advisor",
  "reviewer",
  "approver",
  "integration",
  "admin",
  "auditor",
  "partner",
  "system",
]);
export type Role = z.infer<typeof Role>;

/** People of the house; each signs in with a second factor. */
export const staffRoles = ["advisor", "reviewer", "approver", "integration", "admin", "auditor"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Whose queue a piece of work lies in. */
export const desks = ["advisor", "reviewer", "approver", "integration"] as const;
export type Desk = (typeof desks)[number];

/** What the engine puts onto every event before the law sees it; never taken from the sender. */
export interface Stamp {
  /** Id of the person, or `system`. */
  by: string;
  /** ISO 8601 instant, UTC. */
  at: string;
}
