import type { StaffRole } from "#workflows/roles.ts";
import { type Desk, desks } from "#workflows/roles.ts";

/** The desks somebody works at, in the order in which a case comes by. */
export const ownDesks = (roles: readonly string[]): Desk[] =>
  desks.filter((desk) => roles.includes(desk satisfies StaffRole));

/** Where the console opens: one's own work; those without a desk (admin, auditor) see every case. */
export function homeOf(roles: readonly string[]): string {
  const [first] = ownDesks(roles);
  return first ? `/console/desk/${first}` : "/console/search";
}
