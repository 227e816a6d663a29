import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

// OWASP's floor for Argon2id: 19 MiB, two passes, one lane; about 50 ms here.
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const derive = promisify(argon2);

/** The same password typed on another keyboard, or on a Mac, is the same password. */
const prepared = (password: string) => Buffer.from(password.normalize("NFKC"));
const unpadded = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** @returns Argon2id in the PHC format, with its cost: raising the cost later leaves old passwords readable */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { message: prepared(password), nonce, tagLength: 32, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** @throws Error when `hash` is not one of ours: a row that was tampered with, not a wrong password */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(hash) ?? [];
  if (!nonce || !tag) throw new Error("A stored password is not in the form that Gangway writes.");
  const right = Buffer.from(tag, "base64");
  const given = await derive("argon2id", {
    message: prepared(password),
    nonce: Buffer.from(nonce, "base64"),
    tagLength: right.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(given, right);
}
