import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { decodePage } from "../charset/decode.ts";
import type { Archive, ArchivedPage } from "./archive.ts";

const SiteJson = z.object({
  origin: z.string().optional(),
  pages: z
    .array(
      z.object({
        url: z.string(),
        file: z.string(),
        contentType: z.string().optional(),
        status: z.number().optional(),
      }),
    )
    .optional(),
});

const HTML = /\.x?html?$/i;
const NOBODY = "https://shop.example";

/**
 * Reads a folder of saved pages as an archive. With a `site.json` its pages are what it lists; without one every
 * `*.html` below the folder is a page, its address made of its path. One file alone is a folder of one.
 *
 * @throws Error with a sentence when there is nothing to read
 */
export async function readFolder(path: string): Promise<Archive> {
  const found = await stat(path).catch(() => {
    throw new Error(`${path}: no such folder or file`);
  });
  const root = found.isDirectory() ? path : dirname(path);
  const index = found.isDirectory() ? await readFile(join(root, "site.json"), "utf8").catch(() => null) : null;
  const site = index === null ? {} : SiteJson.parse(JSON.parse(index));
  const origin = originOf(site.origin);
  const listed =
    site.pages ??
    (found.isDirectory() ? await htmlBelow(root) : [basename(path)]).map((file) => ({
      url: `/${file
        .split(sep)
        .join("/")
        .replace(/(^|\/)index\.x?html?$/i, "$1")}`,
      file,
      contentType: "text/html",
      status: 200,
    }));

  const archive: Archive = { origin, pages: [], unreachable: [], leftOut: 0, robots: "none" };
  for (const { url, file, contentType = "text/html", status = 200 } of listed) {
    const absolute = URL.canParse(url, `${origin}/`) ? new URL(url, `${origin}/`).href : `${origin}/`;
    const at = resolve(root, file);
    // A list may not lead out of its folder.
    const bytes = relative(resolve(root), at).startsWith("..") ? null : await readFile(at).catch(() => null);
    if (bytes === null) archive.unreachable.push({ url: absolute, why: `no file ${file}` });
    else archive.pages.push(pageOf(absolute, bytes, contentType, status, file));
  }
  if (archive.pages.length === 0) throw new Error(`${path}: no pages in it (site.json or *.html)`);
  return archive;
}

/** A saved page as if it had been fetched: decoded as its type and its own words say. */
export function pageOf(
  url: string,
  bytes: Uint8Array,
  contentType: string,
  status: number,
  file: string,
): ArchivedPage {
  const { text, charset } = decodePage(bytes, contentType);
  return {
    url,
    status,
    contentType,
    headers: {},
    fetchedAt: "1970-01-01T00:00:00.000Z",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    html: text,
    charset,
    via: "file",
    found: "file",
    file,
  };
}

const originOf = (text: string | undefined): string =>
  text !== undefined && URL.canParse(text) ? new URL(text).origin : NOBODY;

async function htmlBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && HTML.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
