import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { writeCard } from "#app/cases/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { walk } from "#tests/walk.ts";
import { type KycProfile, plainProfile } from "#workflows/kyc/profile.ts";

/** A case that stands before its documents, with a folder for files and a clock of its own. For tests. */
export async function kycCase(pool: Pool, profile: KycProfile = plainProfile("krCorporation")) {
  let at = new Date("2026-11-24T01:00:00Z");
  const now = () => at;
  const folder = await mkdtemp(join(tmpdir(), "gangway-kyc-"));
  const vault = aesVault([{ id: "t1", key: new Uint8Array(32).fill(5) }]);
  const parts = {
    pool,
    now,
    vault,
    storage: folderStorage(folder, vault),
    config: testConfig(),
    log: { info() {}, warn() {}, error() {} } as never,
  };
  const walked = await walk({ pool, now });
  await walked.inquired();
  await walked.proposed();
  await walked.accepted();
  const contact = {
    contactName: "Kim Hana",
    contactEmail: "hana@shop.example",
    lang: "ko",
    countries: ["VN"],
  } as const;
  await writeCard(pool, { caseId: walked.caseId, merchantName: "Hanbit", ...contact, countries: ["VN"] }, now());
  await walked.send(walked.merchant, { type: "SET_PROFILE", profile, policy: "2026-08" });
  return {
    ...walked,
    parts,
    /** What every saving takes: the case as it is now, the merchant, a fresh form key. */
    handing: async (key: string = newId()) => ({ view: await walked.view(), actor: walked.merchant, key }),
    later: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
    files: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

export type KycCase = Awaited<ReturnType<typeof kycCase>>;
