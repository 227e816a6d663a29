/** Where a page of a sorted list ends: the value it is sorted by, and the id that breaks ties. */
export interface Place {
  value: string;
  id: string;
}

export const placeText = ({ value, id }: Place): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** null for what is no place of ours. */
export function parsePlace(text: string | null | undefined): Place | null {
  if (!text || text.length > 600) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    const [value, id] = Array.isArray(read) ? read : [];
    return typeof value === "string" && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id) ? { value, id } : null;
  } catch {
    return null;
  }
}
