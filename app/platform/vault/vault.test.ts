import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aesVault } from "./aes-vault.server.ts";
import { SealBroken } from "./vault.ts";

const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) });
const vault = aesVault([key("k1", 1)]);

test("any text comes back as it was sealed, and never twice the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (plain, about) => {
      const [one, two] = [vault.seal(plain, about), vault.seal(plain, about)];
      expect(one).not.toBe(two);
      expect(vault.open(one, about)).toBe(plain);
      expect(one).toMatch(/^v1\.k1\.[\w-]+\.[\w-]+$/);
    }),
  );
});

test("a sealed value copied to another row does not open", () => {
  expect(() => vault.open(vault.seal("900101-1234567", "person/idNumber/1"), "person/idNumber/2")).toThrow(SealBroken);
});

test("no changed character opens", () => {
  const sealed = vault.seal("110-234-567890", "a");
  for (let at = 0; at < sealed.length; at++) {
    for (const other of ["A", "b", "-", "."]) {
      if (sealed[at] === other) continue;
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      expect(() => vault.open(changed, "a"), changed).toThrow(SealBroken);
    }
  }
});

test.each(["", "v1", "v1.k1..", "v2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA", "plain text"])(
  "%j is no sealed text",
  (text) => {
    expect(() => vault.open(text, "")).toThrow(SealBroken);
  },
);

test("after rotation the new key seals, the old one still opens until it is dropped", async () => {
  const rotated = aesVault([key("k2", 2), key("k1", 1)]);
  const old = vault.seal("x", "a");
  const oldFile = await sealed(vault, Buffer.from("x"));
  expect(rotated.open(old, "a")).toBe("x");
  expect((await opened(rotated, oldFile)).toString()).toBe("x");
  expect(rotated.seal("x", "a")).toMatch(/^v1\.k2\./);

  const dropped = aesVault([key("k2", 2)]);
  expect(() => dropped.open(old, "a")).toThrow("k1 is not listed");
  await expect(opened(dropped, oldFile)).rejects.toThrow("k1 is not listed");
});

test("a key under the same id with other bytes opens nothing", async () => {
  const other = aesVault([key("k1", 9)]);
  expect(() => other.open(vault.seal("x", "a"), "a")).toThrow(SealBroken);
  await expect(opened(other, await sealed(vault, Buffer.from("x")))).rejects.toThrow(SealBroken);
});

const CHUNK = 64 * 1024;
const HEADER = 4 + 1 + 2 + 32;

const sealed = (by: typeof vault, plain: Buffer, about = "f") =>
  buffer(Readable.from([plain]).pipe(by.cipherStream(about)));

/** Hands the bytes over in pieces of `step`, as a network might. */
function opened(by: typeof vault, file: Buffer, about = "f", step = 10_000): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < file.length; at += step) pieces.push(file.subarray(at, at + step));
  return buffer(Readable.from(pieces).compose(by.decipherStream(about)) as unknown as Readable);
}

test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 5])(
  "a file of %i bytes comes back whole",
  async (size) => {
    const plain = Buffer.alloc(size, "gangway");
    const file = await sealed(vault, plain);
    expect((await opened(vault, file)).equals(plain)).toBe(true);
    expect((await opened(vault, file, "f", CHUNK * 8)).equals(plain)).toBe(true);
    expect(file.includes("gangwaygangway")).toBe(false);
  },
);

test("a file arrives one byte at a time", async () => {
  expect((await opened(vault, await sealed(vault, Buffer.from("slowly")), "f", 1)).toString()).toBe("slowly");
});

test("the same file twice has nothing in common at rest", async () => {
  const [one, two] = [await sealed(vault, Buffer.alloc(100)), await sealed(vault, Buffer.alloc(100))];
  expect(one.subarray(HEADER).equals(two.subarray(HEADER))).toBe(false);
});

test("a file cut anywhere does not open", async () => {
  const file = await sealed(vault, Buffer.alloc(2 * CHUNK + 100, 1));
  const ends = [
    0,
    1,
    4,
    5,
    HEADER - 1,
    HEADER,
    HEADER + 1,
    HEADER + 16,
    HEADER + CHUNK + 16,
    HEADER + 2 * (CHUNK + 16),
    file.length - 1,
  ];
  for (const end of ends)
    await expect(opened(vault, file.subarray(0, end)), `cut at ${end}`).rejects.toThrow(SealBroken);
});

test("a file with chunks swapped, dropped, doubled or appended does not open", async () => {
  const file = await sealed(vault, Buffer.alloc(3 * CHUNK, 1));
  const header = file.subarray(0, HEADER);
  const [a, b, c] = [0, 1, 2].map((n) => file.subarray(HEADER + n * (CHUNK + 16), HEADER + (n + 1) * (CHUNK + 16))) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  expect(Buffer.concat([header, a, b, c]).equals(file)).toBe(true);
  for (const chunks of [[b, a, c], [a, c], [b, c], [a, a, b, c], [a, b, c, c], [a, b], [c]]) {
    await expect(opened(vault, Buffer.concat([header, ...chunks]))).rejects.toThrow(SealBroken);
  }
});

test("a file with any changed byte does not open", async () => {
  const file = await sealed(vault, Buffer.from("twelve bytes"));
  for (let at = 0; at < file.length; at++) {
    const changed = Buffer.from(file);
    changed[at]! ^= 1;
    await expect(opened(vault, changed), `byte ${at}`).rejects.toThrow(SealBroken);
  }
});

test("a file under another name does not open", async () => {
  await expect(opened(vault, await sealed(vault, Buffer.from("x"), "kyc/a"), "kyc/b")).rejects.toThrow(SealBroken);
});

test("chunks of one file do not fit into another", async () => {
  const [one, two] = [await sealed(vault, Buffer.alloc(10)), await sealed(vault, Buffer.alloc(10))];
  await expect(opened(vault, Buffer.concat([one.subarray(0, HEADER), two.subarray(HEADER)]))).rejects.toThrow(
    SealBroken,
  );
});
