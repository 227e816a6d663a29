/**
 * What could not be sent is kept in this tab until it can: a page that is loaded anew while the line is down would lose it. Gone with
 * the tab, and with the first save that arrives.
 */
const keyOf = (section: string): string => `inquiry/${section}`;

export function keepUnsent(section: string, body: FormData): void {
  const fields = [...body].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  try {
    sessionStorage.setItem(keyOf(section), JSON.stringify(fields));
  } catch {
    // A browser that keeps nothing: the form itself still does.
  }
}

export function dropUnsent(section: string): void {
  try {
    sessionStorage.removeItem(keyOf(section));
  } catch {}
}

/** What an earlier load of the page could not send; null when there is nothing, or nothing of ours. */
export function unsentOf(section: string): FormData | null {
  try {
    const fields: unknown = JSON.parse(sessionStorage.getItem(keyOf(section)) ?? "null");
    if (!Array.isArray(fields)) return null;
    const body = new FormData();
    for (const [name, value] of fields) body.append(String(name), String(value));
    return body;
  } catch {
    return null;
  }
}
