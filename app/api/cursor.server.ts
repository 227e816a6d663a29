import { isId } from "#app/platform/ids.ts";

/** Where a page ended, as a partner passes it on: opaque, so that nobody builds on its shape. */
export const cursorOf = (id: string): string => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");

/** @returns null for what is none of ours */
export function readCursor(cursor: string): string | null {
  const hex = Buffer.from(cursor, "base64url").toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isId(id) ? id : null;
}
