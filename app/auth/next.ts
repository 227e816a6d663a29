import { safeReturn } from "#app/ui/safe-return.ts";
import type { Viewer } from "./viewer.ts";

/** Where a form was posted to. Remix sends forms to other names (`.data`), and says by `?index` that a page, not its layout, is meant. */
export function targetOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  return safeReturn(url.pathname.replace(/(?:\/_root|\/_)?\.data$/, "") + url.search || "/");
}

/** The path of a page, as one would link to it. */
export function pathOf(request: Request): string {
  const url = new URL(targetOf(request), "https://gangway.invalid");
  url.searchParams.delete("index", "");
  return url.pathname + url.search;
}

/** `to` with the way back; the first page needs none. */
export const withNext = (to: string, next: string): string =>
  next === "/" ? to : `${to}?next=${encodeURIComponent(next)}`;

/** Pages that only lead further: nobody is sent back to them. */
const entrances = /^\/(?:sign-in(?:\/code)?|sign-out|staff\/(?:sign-in|second-factor|welcome|passkey))(?:\?|$)/;

/** Where to go after signing in: the asked page when it is one of ours, else `home`. */
export function nextOf(request: Request, home: string): string {
  return nextIn(new URL(request.url).searchParams.get("next"), home);
}

export function nextIn(asked: unknown, home: string): string {
  const next = safeReturn(asked);
  return next === "/" || entrances.test(next) ? home : next;
}

/** The first page of somebody signed in: the own cases, the own desk. */
export const homeOf = ({ kind }: Pick<Viewer, "kind">): string => (kind === "staff" ? "/console" : "/cases");
