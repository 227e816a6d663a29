import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate as tick } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test as plain } from "vitest";
import { s3Server } from "#tests/support/s3.ts";
import { UpstreamError } from "../upstream-error.ts";
import { aesVault } from "../vault/aes-vault.server.ts";
import { folderStorage } from "./folder-storage.server.ts";
import { s3Storage } from "./s3-storage.server.ts";
import { type Storage, TooLarge } from "./storage.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const vault = aesVault([{ id: "t1", key: new Uint8Array(32).fill(3) }]);
const PDF = { contentType: "application/pdf", maxBytes: 50_000_000 };
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const read = async (storage: Storage, name: string) => {
  const stream = await storage.get(name);
  return stream && buffer(stream);
};

/** `files` lists what lies at rest, objects and leftovers alike. */
interface Kept {
  storage: Storage;
  folder: string;
  files: () => Promise<string[]>;
}

const filesIn = (folder: string) => async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

const kinds: { kind: string; open: () => Promise<Kept & AsyncDisposable> }[] = [
  {
    kind: "a folder",
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), "gangway-files-"));

      return {
        storage: folderStorage(folder, vault),
        folder,
        files: filesIn(folder),
        [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
      };
    },
  },
  {
    kind: "S3",
    open: async () => {
      const server = await s3Server();
      const storage = s3Storage(server.config, vault);
      return {
        storage,
        folder: server.folder,
        files: filesIn(server.folder),
        async [Symbol.asyncDispose]() {
          storage.close();
          await server[Symbol.asyncDispose]();
        },
      };
    },
  },
];

describe.each(kinds)("$kind", ({ open }) => {
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern that this needs no other fixture.
  const test = plain.extend("kept", async ({}, { onCleanup }): Promise<Kept> => {
    const kept = await open();
    onCleanup(() => kept[Symbol.asyncDispose]());
    return kept;
  });

  test.for([0, 1, 65_536, 5 * 1024 * 1024, 12_345_678])(
    "gives %i bytes back as they were put",
    async (size, { kept: { storage } }) => {
      const bytes = randomBytes(size);
      const stored = await storage.put("kyc/one", Readable.from(size ? [bytes] : []), PDF);
      expect(stored).toEqual({ bytes: size, sha256: sha256(bytes) });
      expect((await read(storage, "kyc/one"))?.equals(bytes)).toBe(true);
    },
  );

  test("keeps nothing readable at rest", async ({ kept: { storage, files } }) => {
    await storage.put("kyc/one", Readable.from([Buffer.from("resident number 900101-1234567")]), PDF);
    const contents = await Promise.all((await files()).map((file) => readFile(file)));
    expect(contents.length).toBeGreaterThan(0);
    for (const content of contents) expect(content.includes("900101")).toBe(false);
  });

  test("has nothing under a name that was never put or was removed", async ({ kept: { storage } }) => {
    expect(await storage.get("kyc/never")).toBeNull();
    await storage.put("kyc/one", Readable.from([Buffer.from("x")]), PDF);
    await storage.remove("kyc/one");
    await storage.remove("kyc/one");
    expect(await storage.get("kyc/one")).toBeNull();
  });

  test("replaces an object of the same name", async ({ kept: { storage } }) => {
    await storage.put("kyc/one", Readable.from([Buffer.from("first, and longer")]), PDF);
    await storage.put("kyc/one", Readable.from([Buffer.from("second")]), PDF);
    expect((await read(storage, "kyc/one"))?.toString()).toBe("second");
  });

  test.for([100, 11_000_000])(
    "refuses a body of more than %i bytes while it streams, and keeps nothing of it",
    async (maxBytes, { kept: { storage, files } }) => {
      let asked = 0;
      const endless = Readable.from(
        (async function* () {
          for (;;) yield randomBytes(Math.min(65_536, maxBytes / 2 + ++asked));
        })(),
      );
      await expect(storage.put("kyc/big", endless, { ...PDF, maxBytes })).rejects.toThrow(TooLarge);
      expect(endless.destroyed).toBe(true);
      expect(await storage.get("kyc/big")).toBeNull();
      expect(await files()).toEqual([]);
    },
  );

  test.for([1_000, 11_000_000])(
    "keeps nothing of a body that breaks off after %i bytes, and says why it did",
    async (after, { kept: { storage, files } }) => {
      const body = Readable.from(
        (async function* () {
          for (let sent = 0; sent < after; sent += 500_000) yield randomBytes(Math.min(500_000, after));
          throw new Error("the visitor went away");
        })(),
      );
      await expect(storage.put("kyc/half", body, PDF)).rejects.toThrow("the visitor went away");
      expect(await files()).toEqual([]);
    },
  );

  test("a failed replacement leaves the old object", async ({ kept: { storage } }) => {
    await storage.put("kyc/one", Readable.from([Buffer.from("old")]), PDF);
    await expect(storage.put("kyc/one", Readable.from([Buffer.alloc(100)]), { ...PDF, maxBytes: 10 })).rejects.toThrow(
      TooLarge,
    );
    expect((await read(storage, "kyc/one"))?.toString()).toBe("old");
  });

  test("an object moved under another name does not open", async ({ kept: { storage, folder, files } }) => {
    await storage.put("kyc/mine", Readable.from([Buffer.from("x")]), PDF);
    for (const file of await files()) await cp(file, file.replaceAll("mine", "yours"));
    expect((await files()).some((file) => file.startsWith(folder) && file.includes("yours"))).toBe(true);
    await expect(read(storage, "kyc/yours")).rejects.toThrow("belongs to another name");
  });

  test("an object cut short at rest does not end quietly", async ({ kept: { storage, files } }) => {
    await storage.put("kyc/one", Readable.from([randomBytes(200_000)]), PDF);
    const [object] = (await files()).filter((file) => !/metadata|md5/.test(file));
    await truncate(object!, 100_000);
    await expect(read(storage, "kyc/one")).rejects.toThrow();
  });

  test.for([
    "",
    "../x",
    "a/../b",
    "/etc/passwd",
    "a//b",
    ".hidden",
    "a/.b",
    "A",
    "a b",
    "a\0",
    "한글",
    "a".repeat(600),
  ])("%j is no name", async (name, { kept: { storage } }) => {
    await expect(storage.put(name, Readable.from([]), PDF)).rejects.toThrow(TypeError);
    await expect(storage.get(name)).rejects.toThrow(TypeError);
    await expect(storage.remove(name)).rejects.toThrow(TypeError);
  });

  test("a reader that leaves early lets go of the object", async ({ kept: { storage } }) => {
    await storage.put("kyc/one", Readable.from([randomBytes(3_000_000)]), PDF);
    for (let i = 0; i < 60; i++) {
      const stream = (await storage.get("kyc/one"))!;
      for await (const _ of stream) break;
      expect(stream.destroyed).toBe(true);
    }
  });

  test("a body of 120 MB passes in flat memory", { timeout: 60_000 }, async ({ kept: { storage } }) => {
    const chunk = randomBytes(1_000_000);
    const held: number[] = [];
    const body = Readable.from(
      (async function* () {
        for (let i = 0; i < 120; i++) {
          yield chunk;
          if (i % 10 !== 9) continue;
          await tick();
          collect(); // what is left now is held by somebody
          held.push(process.memoryUsage().arrayBuffers);
        }
      })(),
    );
    await storage.put("kyc/large", body, { ...PDF, maxBytes: 300_000_000 });
    // What is under way (parts of 5 MB, on both sides of a connection that both live here) stays the same in size; a body
    // that somebody keeps would hold 60 MB more in its second half than in its first.
    const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
    expect(middle(held.slice(6)) - middle(held.slice(0, 6))).toBeLessThan(30_000_000);
    expect(held).toHaveLength(12);
  });
});

plain("an S3 that is not there is the storage's fault and worth another try", async () => {
  const storage = s3Storage(
    {
      kind: "s3",
      bucket: "b",
      region: "us-east-1",
      endpoint: "http://127.0.0.1:9",
      credentials: { accessKeyId: "i", secretAccessKey: "k" },
      forcePathStyle: true,
    },
    vault,
  );
  const failure = await storage.put("a", Readable.from([Buffer.from("x")]), PDF).catch((error) => error);
  expect(failure).toBeInstanceOf(UpstreamError);
  expect(failure).toMatchObject({ upstream: "storage", retryable: true });
});

plain("an S3 that forbids is not asked again", async () => {
  const server = createServer((_request, response) => response.writeHead(403).end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const storage = s3Storage(
    {
      kind: "s3",
      bucket: "b",
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: "i", secretAccessKey: "k" },
      forcePathStyle: true,
    },
    vault,
  );
  await expect(storage.put("a", Readable.from([Buffer.from("x")]), PDF)).rejects.toMatchObject({
    name: "UpstreamError",
    retryable: false,
  });
  await expect(storage.get("a")).rejects.toMatchObject({ name: "UpstreamError", retryable: false });
  server.close();
});

plain("what a killed process was writing is swept away after a day, what another writes now is not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gangway-files-"));
  await mkdir(join(folder, ".incoming"));
  const [old, fresh] = [join(folder, ".incoming", "old"), join(folder, ".incoming", "fresh")];
  await Promise.all([writeFile(old, "x"), writeFile(fresh, "x")]);
  await utimes(old, new Date(0), new Date(0));
  const storage = folderStorage(folder, vault);
  await storage.put("a", Readable.from([Buffer.from("x")]), PDF);
  expect(await readdir(join(folder, ".incoming"))).toEqual(["fresh"]);
  await rm(folder, { recursive: true });
});
