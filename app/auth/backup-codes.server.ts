import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import type { Doorkeeper } from "./parts.ts";
import { toBase32 } from "./totp.server.ts";

const HOW_MANY = 10;

const digest = (userId: string, code: string) => createHash("sha256").update(`${userId} ${code}`).digest("base64url");

/** As it was printed, however it was typed: 16 letters and digits, or null when it is no backup code at all. */
export function backupCodeIn(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-Z2-7]{16}$/.test(code) ? code : null;
}

/** Ten new codes in place of the old ones, of 80 random bits each. @returns the codes, in groups of four; this once */
export async function renewBackupCodes({ pool }: Pick<Doorkeeper, "pool">, userId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => toBase32(randomBytes(10)));
  await inTransaction(pool, async (tx) => {
    await tx.query("delete from backup_code where user_id = $1", [userId]);
    await tx.query("insert into backup_code (user_id, code_hash) select $1, unnest($2::text[])", [
      userId,
      codes.map((code) => digest(userId, code)),
    ]);
  });
  return codes.map((code) => code.match(/.{4}/g)!.join("-"));
}

/** Spends a code. @returns whether it was one, and not used before */
export async function spendBackupCode(tx: Tx, userId: string, code: string, at: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    "update backup_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null",
    [userId, digest(userId, code), at],
  );
  return rowCount === 1;
}
