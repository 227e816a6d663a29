import { refuse } from "./refused.ts";

export type DocumentType = "application/pdf" | "image/png" | "image/jpeg";

export const extensionOf: Record<DocumentType, string> = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

const typeByExtension: Record<string, DocumentType> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  jfif: "image/jpeg",
};

/** As many bytes as `sniff` wants to see. */
export const HEAD_BYTES = 32;

/** What a file is by its first bytes. @throws DocumentRefused for everything but the three kinds */
export function sniff(head: Buffer): DocumentType {
  if (head.length === 0) return refuse("empty");
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (/^%PDF-[12]\.\d/.test(head.toString("latin1", 0, 8))) return "application/pdf";
  const brand = head.toString("latin1", 4, 12);
  if (/^ftyp(heic|heix|hevc|heim|heis|mif1|msf1|avif)/.test(brand)) return refuse("heic");
  return refuse("kind");
}

/** Endings that some server or desktop runs; in the middle of a name they are there to deceive. */
const RUNNABLE =
  /\.(php\d?|phtml|phar|asp|aspx|jsp|jspx|cgi|pl|py|rb|sh|bash|exe|com|bat|cmd|scr|msi|dll|js|mjs|vbs|ps1|jar|lnk|svg|html?|xhtml|shtml|hta)(\.|$)/i;

/**
 * A file's own name, fit to be kept as data and shown: at most 255 characters, no path, no control or direction marks.
 *
 * @throws DocumentRefused when the name is made to deceive
 */
export function fileName(given: string): string {
  if (given.includes("\0")) refuse("name", "null byte");
  const base = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "").trim();
  const visible = clean.replace(/^\.+/, "");
  if (visible === "") return "document";
  if (RUNNABLE.test(visible)) refuse("extension", visible.slice(-20));
  const ending = /\.[^.]{1,8}$/.exec(visible)?.[0] ?? "";
  return visible.length <= 255 ? visible : visible.slice(0, 255 - ending.length) + ending;
}

/** Name, declared type and content have to tell the same story; a missing story is none. */
export function assertAgrees(type: DocumentType, name: string, declared: string | undefined): void {
  const ending = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined) {
    const byName = typeByExtension[ending];
    if (byName === undefined) refuse("extension", ending);
    if (byName !== type) refuse("disguised", `${ending} holds ${type}`);
  }
  const media = declared?.split(";")[0]?.trim().toLowerCase() ?? "";
  const silent = media === "" || media === "application/octet-stream" || media === "binary/octet-stream";
  const spoken =
    media === "image/jpg" || media === "image/pjpeg"
      ? "image/jpeg"
      : media === "application/x-pdf"
        ? "application/pdf"
        : media;
  if (!silent && spoken !== type) refuse("disguised", `${media} holds ${type}`);
}
