const NBSP = "\u00a0";

/** A file's size as people say it: `320 kB`, `4.1 MB` (decimal, as file managers show it); number and unit stay on one line. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${NBSP}B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}${NBSP}kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, "")}${NBSP}MB`;
}
