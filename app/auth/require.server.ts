import { redirect } from "@remix-run/node";
import type { Actor } from "#app/engine/actor.ts";
import { isId } from "#app/platform/ids.ts";
import type { StaffRole } from "#workflows/roles.ts";
import { FRESH } from "./lifetimes.ts";
import { pathOf, withNext } from "./next.ts";
import type { Doorkeeper } from "./parts.ts";
import { viewerOf } from "./viewer.server.ts";
import type { Viewer } from "./viewer.ts";

/** The person as the engine needs to know them. */
export const actorOf = ({ userId, roles, caseIds }: Viewer): Actor => ({ id: userId, roles, via: "session", caseIds });

const notHere = () => new Response(null, { status: 404 });

/** Whoever is signed in. @throws a redirect to /sign-in that leads back here */
export async function requireViewer(platform: Doorkeeper, request: Request): Promise<Viewer> {
  const viewer = await viewerOf(platform, request);
  if (!viewer) throw redirect(withNext("/sign-in", pathOf(request)));
  return viewer;
}

/**
 * Somebody of the team of this case.
 *
 * @throws a redirect to /sign-in; 404 alike for a case that is not theirs, not there, or not even an id, and for staff, who have the console
 */
export async function requireMember(
  platform: Doorkeeper,
  request: Request,
  caseId: string | undefined,
): Promise<{ viewer: Viewer; actor: Actor; caseId: string }> {
  const viewer = await requireViewer(platform, request);
  const id = caseId?.toLowerCase();
  if (!isId(id) || !viewer.caseIds.includes(id)) throw notHere();
  return { viewer, actor: actorOf(viewer), caseId: id };
}

/**
 * Somebody of the house who holds one of `roles`; any of the house when none is named.
 *
 * @throws a redirect to /staff/sign-in; 404 for a merchant, who has no business knowing; 403 for the wrong role
 */
export async function requireStaff(
  platform: Doorkeeper,
  request: Request,
  ...roles: StaffRole[]
): Promise<{ viewer: Viewer; actor: Actor }> {
  const viewer = await viewerOf(platform, request);
  if (!viewer) throw redirect(withNext("/staff/sign-in", pathOf(request)));
  if (viewer.kind !== "staff") throw notHere();
  if (roles.length > 0 && !roles.some((role) => viewer.roles.includes(role))) throw new Response(null, { status: 403 });
  return { viewer, actor: actorOf(viewer) };
}

/** Whether this person proved who they are within the last 15 minutes. */
export const isFresh = ({ now }: Pick<Doorkeeper, "now">, viewer: Viewer): boolean =>
  now().getTime() - viewer.authenticatedAt.getTime() <= FRESH;

/**
 * Asks for the second factor again unless it was given within the last 15 minutes: before a decision, a key, an export.
 *
 * @param back the page to return to; that of the request unless given
 * @throws a redirect to /staff/second-factor
 */
export function requireFresh(
  platform: Pick<Doorkeeper, "now">,
  request: Request,
  viewer: Viewer,
  back = pathOf(request),
): void {
  if (!isFresh(platform, viewer)) throw redirect(withNext("/staff/second-factor", back));
}
