import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test as plain } from "vitest";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { smtpServer } from "#tests/support/smtp.ts";
import { Refused } from "./fetch/safe-fetch.ts";
import { openPlatform } from "./open.server.ts";

const letter = { key: "k", to: "kim@shop.example", subject: "s", html: "<p>h</p>", text: "t" };

test("a platform without settings keeps files in a folder, letters in the mailbox, and asks nobody on this machine", async ({
  databaseUrl,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-platform-"));
  {
    await using platform = openPlatform(
      testConfig({ databaseUrl, dataDir, storage: { kind: "folder", folder: join(dataDir, "files") } }),
    );
    await platform.storage.put("a", Readable.from([Buffer.from("file")]), {
      contentType: "application/pdf",
      maxBytes: 10,
    });
    expect(await text((await platform.storage.get("a"))!)).toBe("file");
    await platform.mailer.send(letter);
    expect(await platform.db.devMail.count()).toBe(1);
    expect(platform.vault.open(platform.vault.seal("x", "a"), "a")).toBe("x");
    await expect(platform.fetch("http://127.0.0.1/")).rejects.toBeInstanceOf(Refused);
    expect(Math.abs(platform.now().getTime() - Date.now())).toBeLessThan(1000);
    platform.log.error("written");
  }
  expect(readFileSync(join(dataDir, "gangway.log"), "utf8")).toContain('"msg":"written"');
});

test("with a mail server letters leave, and closing lets go of everything", async ({ databaseUrl, pool }) => {
  await using server = await smtpServer();
  const name = new URL(databaseUrl).pathname.slice(1);
  {
    await using platform = openPlatform(testConfig({ databaseUrl, smtpUrl: server.url }));
    await platform.mailer.send(letter);
    await platform.pool.query("select 1");
  }
  expect(server.delivered.map(({ to }) => to)).toEqual([["kim@shop.example"]]);
  const { rows } = await pool.query(
    "select count(*)::int as open from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()",
    [name],
  );
  expect(rows[0].open).toBe(0);
});

test("the PSP is the one that the settings name, else a stand-in; production without a list clears nobody", async ({
  databaseUrl,
}) => {
  const psp = { url: "https://api.psp.example/v1", clientKey: "ourclientkey0000", secretKey: "s" };
  await using real = openPlatform(testConfig({ databaseUrl, mode: "production", psp }));
  expect(real.gateway).toMatchObject({ standsIn: false, house: { clientKey: "ourclientkey0000", mode: "live" } });
  const subject = { kind: "person" as const, names: ["Kim"], country: null, bornOn: null };
  expect(await real.screener.screen(subject, "k")).toEqual({ list: null, found: [] });
  await using demo = openPlatform(testConfig({ databaseUrl }));
  expect(demo.gateway.standsIn).toBe(true);
  expect((await demo.screener.screen(subject, "k")).list).toEqual(expect.any(String));
});

test("a part can be put in another's place", async ({ databaseUrl }) => {
  const now = () => new Date("2026-03-02T00:00:00Z");
  await using platform = openPlatform(testConfig({ databaseUrl }), { now });
  await platform.mailer.send(letter);
  expect((await platform.db.devMail.findFirstOrThrow()).sentAt).toEqual(now());
});

plain("no platform is opened on a database that nobody named", () => {
  expect(() => openPlatform(testConfig({ databaseUrl: null }))).toThrow(/openDatabase/);
});
