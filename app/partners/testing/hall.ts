import type { Pool } from "pg";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { makeKey, makePartner, refer } from "../index.server.ts";
import { type NewPartner, PartnerScope } from "../partner.schema.ts";
import type { Prefill } from "../prefill.schema.ts";

export const facts: NewPartner = {
  slug: "mallhub",
  nameKo: "몰허브",
  nameEn: "MallHub",
  wordmark: "MallHub",
  accent: "#1f3f8f",
  contactName: "Park",
  contactMail: "park@mallhub.example",
};

export const handed: Prefill = {
  company_name: "Acme Tea",
  service_url: "https://acme-tea.example",
  platform: "cafe24",
  buyer_countries: ["VN"],
  contact_name: "Lee Tea",
  contact_email: "lee@acme-tea.example",
};

/** A partner with a key of every scope, and a clock that can be moved. */
export async function partnerHall(pool: Pool, changes: Partial<NewPartner> = {}) {
  let at = new Date("2026-11-23T01:00:00.000Z");
  const config = testConfig();
  const parts = { pool, now: () => at, config, vault: aesVault(config.encryptionKeys) };
  const platform = { ...parts, log: { info() {}, warn() {}, error() {} } } as unknown as Platform;
  const made = await makePartner(parts, { facts: { ...facts, ...changes }, by: "admin" });
  if (made.id === null) throw new Error(made.problem);
  const partnerId = made.id;
  const keyId = newId();
  const key = (await makeKey(parts, {
    id: keyId,
    partnerId,
    name: "server",
    scopes: PartnerScope.options,
    days: 365,
    by: "admin",
  }))!;
  const invite = (prefill: Prefill = handed, expiresInDays = 14) =>
    inTransaction(pool, (tx) => refer(parts, tx, { partnerId, prefill, expiresInDays, reference: "S-1", by: "admin" }));
  const tokenOf = (link: string) => link.split("/").at(-1)!;
  return {
    parts,
    platform,
    partnerId,
    keyId,
    key,
    invite,
    tokenOf,
    pass: (days: number) => {
      at = new Date(at.getTime() + days * 86_400_000);
    },
    /** A visitor's request, with cookies of answers before it. */
    visit: (...cookies: string[]) =>
      new Request("http://localhost:3000/join", {
        headers: { Cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") },
      }),
  };
}
