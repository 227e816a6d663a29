import { expect } from "vitest";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { walk } from "#tests/walk.ts";
import { makeTestCredentials, pairOfChannel, pairOfKey, shownTestCredentials } from "./index.server.ts";
import { fieldsSchema, takesLines } from "./index.ts";

const vault = aesVault(testConfig().encryptionKeys);
const now = () => new Date("2026-11-23T01:00:00.000Z");
const specs = [
  { key: "partnerCode", label: "partnerCode", isSecret: false },
  { key: "secretKey", label: "secretKey", isSecret: true },
];

test("test credentials are sealed and seen again only as asterisks and three characters", async ({ pool }) => {
  const journey = await (await (await (await walk({ pool, now })).inquired()).proposed()).accepted();
  const channelId = (await journey.view()).channels[0]!.id;
  const values = { partnerCode: "ACME-1", secretKey: "sk-very-secret-abc" };
  const made = makeTestCredentials(
    { vault, now },
    { caseId: journey.caseId, channelId, by: journey.merchant.id, own: { specs, values } },
  );
  expect(made.clientKey).toMatch(/^[A-Za-z]{16}$/);
  expect(made.secret).toMatch(/^[0-9a-f]{64}$/);
  await inTransaction(pool, (tx) => made.insert(tx));

  const shown = await shownTestCredentials({ pool }, channelId);
  expect(shown).toMatchObject({
    id: made.id,
    source: "own",
    clientKey: made.clientKey,
    secret: `********${made.secret.slice(-3)}`,
  });
  expect(shown!.fields.map((field) => field.shown)).toEqual(["ACME-1", "********abc"]);

  const row = JSON.stringify((await pool.query("select * from test_credentials")).rows);
  expect(row).not.toContain("sk-very-secret");
  expect(row).not.toContain(made.secret);
  expect(await pairOfKey({ pool, vault }, made.clientKey)).toMatchObject({ channelId, secret: made.secret });
});

test("new test credentials retire the old ones", async ({ pool }) => {
  const journey = await (await (await (await walk({ pool, now })).inquired()).proposed()).accepted();
  const channelId = (await journey.view()).channels[0]!.id;
  const make = async () => {
    const made = makeTestCredentials({ vault, now }, { caseId: journey.caseId, channelId, by: "m" });
    await inTransaction(pool, (tx) => made.insert(tx));
    return made;
  };
  const [first, second] = [await make(), await make()];
  expect(await pairOfKey({ pool, vault }, first.clientKey)).toMatchObject({ isRetired: true, secret: first.secret });
  expect(await pairOfKey({ pool, vault }, second.clientKey)).toMatchObject({ isRetired: false });
  expect(await pairOfKey({ pool, vault }, "NoSuchClientKeys")).toBeNull();
  expect((await pairOfChannel({ pool, vault }, channelId))?.clientKey).toBe(second.clientKey);
  expect((await shownTestCredentials({ pool }, channelId))?.source).toBe("sandbox");
});

test("every field of the PSP's form is asked for, and the clipboard's spaces are not kept", () => {
  const schema = fieldsSchema(specs);
  expect(schema.parse({ partnerCode: " A \n", secretKey: "s" })).toEqual({ partnerCode: "A", secretKey: "s" });
  const refused = schema.safeParse({ partnerCode: "  " });
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["partnerCode", "credentials.missing"],
    ["secretKey", "credentials.missing"],
  ]);
});

test("a certificate gets room for its lines", () => {
  expect(takesLines({ key: "rsaPrivateKey", label: "Private key", isSecret: true })).toBe(true);
  expect(takesLines({ key: "apiKey", label: "API key", isSecret: true })).toBe(false);
});
