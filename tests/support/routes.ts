/** A module of app/routes, as a test calls it. */
export interface RouteModule {
  loader?: (args: unknown) => unknown;
  action?: (args: unknown) => unknown;
}

/**
 * The address a route file answers, as Remix reads its name: dots are slashes, `$x` a parameter, `_index` nothing, `name_` a name without
 * its layout, `[.]` a dot.
 *
 * @param file e.g. `cases.$caseId_.contract[.]pdf.tsx`
 * @param params what stands for each `$name`
 */
export function addressOf(file: string, params: Record<string, string>): string {
  const parts = file
    .replace(/\.tsx?$/, "")
    .replaceAll("[.]", "\0")
    .split(".")
    .filter((part) => !part.startsWith("_"))
    .map((part) => part.replace(/_$/, "").replaceAll("\0", "."));
  return `/${parts.map((part) => part.replace(/^\$(\w*)/, (_, name: string) => params[name || "*"] ?? "x")).join("/")}`;
}
