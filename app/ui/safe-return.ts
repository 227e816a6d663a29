/**
 * Where to go back to, if it is a place of ours: a path on this site and nothing that a browser would read as
 * another one (`//evil.example`, `/\evil.example`, a control character in between).
 */
export function safeReturn(path: unknown): string {
  // A space and everything below it, and the delete character: browsers drop some of them from addresses.
  if (typeof path !== "string" || !path.startsWith("/") || [...path].some((char) => char <= " " || char === "\u007f"))
    return "/";
  const base = "https://gangway.invalid";
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  // "/..//evil.example" is ours when resolved, and another host's when read again.
  const isOurs = url !== null && url.origin === base && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}` : "/";
}
