import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Storage } from "#app/platform/storage/storage.ts";
import type { Archive } from "./archive.ts";

const MAX_BYTES = 60_000_000;

/** Keeps a whole archive under one name: what was judged can be judged again on any later day. */
export async function storeArchive(storage: Storage, name: string, archive: Archive): Promise<void> {
  const packed = await promisify(gzip)(JSON.stringify(archive));
  await storage.put(name, Readable.from(packed), { contentType: "application/gzip", maxBytes: MAX_BYTES });
}

/** @returns null when there is no archive of that name */
export async function loadArchive(storage: Storage, name: string): Promise<Archive | null> {
  const stored = await storage.get(name);
  if (!stored) return null;
  const plain = await promisify(gunzip)(await buffer(stored), { maxOutputLength: 400_000_000 });
  return JSON.parse(plain.toString("utf8")) as Archive;
}
