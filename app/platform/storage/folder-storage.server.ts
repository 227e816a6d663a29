import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline as piped } from "node:stream";
import { pipeline } from "node:stream/promises";
import { assertNoTransaction } from "../outside.server.ts";
import { UpstreamError } from "../upstream-error.ts";
import type { Vault } from "../vault/vault.ts";
import { assertName, meter } from "./meter.server.ts";
import type { Storage } from "./storage.ts";

const DAY = 86_400_000;

/** Files in a folder of this machine. A body is written beside its place and moved there whole. */
export function folderStorage(folder: string, vault: Pick<Vault, "cipherStream" | "decipherStream">): Storage {
  const incoming = join(folder, ".incoming");
  const pathOf = (name: string) => {
    assertName(name);
    return join(folder, name);
  };
  const ready = mkdir(incoming, { recursive: true, mode: 0o700 }).then(() => sweep(incoming));
  ready.catch(() => {}); // told to whoever puts

  return {
    async put(name, body, { maxBytes }) {
      assertNoTransaction("storage");
      const path = pathOf(name);
      const draft = join(incoming, randomUUID());
      const { stream, result } = meter(maxBytes);
      try {
        await ours(ready);
        const file = createWriteStream(draft, { mode: 0o600, flush: true });
        await pipeline(body, stream, vault.cipherStream(name), file);
        await ours(mkdir(dirname(path), { recursive: true, mode: 0o700 }).then(() => rename(draft, path)));
        return result();
      } catch (error) {
        body.destroy();
        await rm(draft, { force: true });
        throw isOfDisk(error, draft)
          ? new UpstreamError("storage", "the disk refused the file", true, { cause: error })
          : error;
      }
    },
    async get(name) {
      assertNoTransaction("storage");
      const handle = await open(pathOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
        throw new UpstreamError("storage", "the disk refused to read", true, { cause: error });
      });
      return handle && piped(handle.createReadStream(), vault.decipherStream(name), () => {});
    },
    async remove(name) {
      assertNoTransaction("storage");
      await ours(rm(pathOf(name), { force: true }));
    },
  };
}

/** What a killed process was writing. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > DAY) await rm(path, { force: true });
  }
}

const ours = <T>(work: Promise<T>): Promise<T> =>
  work.catch((cause) => {
    throw new UpstreamError("storage", "the disk refused", true, { cause });
  });

/** The writer's own errors carry its path; whatever the body failed of is the caller's. */
const isOfDisk = (error: unknown, draft: string) =>
  ["ENOSPC", "EDQUOT", "EIO", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "") ||
  (error as NodeJS.ErrnoException).path === draft;
