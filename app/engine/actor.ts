import type { Law, Sent } from "#workflows/law.ts";
import type { Role } from "#workflows/roles.ts";

/** Who asks, as the door needs to know it. */
export interface Actor {
  /** User id, API key id, or `system`. */
  id: string;
  roles: readonly Role[];
  /** A decision is made by a person who is there: keys and the system never make one. */
  via: "session" | "apiKey" | "system";
  /** The cases on whose merchant's side the actor stands. */
  caseIds?: readonly string[];
}

/** The engine itself: timers, workers, one machine telling another. */
export const system: Actor = { id: "system", roles: ["system"], via: "system" };

/** The role in which the actor may ask this of that case, or null. Whether the case takes it is another question. */
export function roleFor(law: Law, actor: Actor, event: Pick<Sent, "type">, caseId: string): Role | null {
  if (law.personal.has(event.type) && actor.via !== "session") return null;
  const allowed = law.sentBy[event.type] ?? [];
  return (
    actor.roles.find(
      (role) =>
        allowed.includes(role) && ((role !== "merchant" && role !== "partner") || actor.caseIds?.includes(caseId)),
    ) ?? null
  );
}
