import { safeReturn } from "#app/ui/safe-return.ts";

/** The path of a page, as one would link to it: Remix asks for data under other names. */
export function pathOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  return safeReturn(url.pathname.replace(/(?:\/_root|\/_)?\.data$/, "") + url.search || "/");
}

/** `to` with the way back; the first page needs none. */
export const withNext = (to: string, next: string): string =>
  next === "/" ? to : `${to}?next=${encodeURIComponent(next)}`;

/** Where to go after signing in: the asked page when it is one of ours, else `home`. */
export function nextOf(request: Request, home: string): string {
  const next = safeReturn(new URL(request.url).searchParams.get("next"));
  return next === "/" || next.startsWith("/sign-") || next.startsWith("/staff/") ? home : next;
}
