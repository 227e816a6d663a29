import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect } from "vitest";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { browserPool } from "./browser/pool.server.ts";
import { inTransaction } from "./db/transaction.server.ts";
import { guardedFetch } from "./fetch/guarded.server.ts";
import { httpGateway, type PaymentGateway, sandboxGateway } from "./gateway/index.server.ts";
import { devMailer } from "./mailer/dev-mailer.server.ts";
import { smtpMailer } from "./mailer/smtp-mailer.server.ts";
import { assertNoTransaction, CalledInTransaction } from "./outside.server.ts";
import { httpScreener } from "./screener/http-screener.server.ts";
import { listScreener } from "./screener/list-screener.server.ts";
import { folderStorage } from "./storage/folder-storage.server.ts";
import { s3Storage } from "./storage/s3-storage.server.ts";
import { aesVault } from "./vault/aes-vault.server.ts";

// Nobody listens on the discard port: a call that got through would fail otherwise than it is expected to.
const NOWHERE = "127.0.0.1:9";
const publicUrl = "https://gangway.example";
const letter = { key: "k", to: "a@b.example", subject: "s", html: "", text: "" };
const subject = { kind: "company" as const, names: ["Acme"], country: "KR", bornOn: null };
const now = () => new Date();
const vault = aesVault([{ id: "t1", key: new Uint8Array(32).fill(3) }]);
const body = () => Readable.from([Buffer.from("x")]);
const kept = { contentType: "text/plain", maxBytes: 10 };

const order = {
  orderNo: "1",
  amountMinor: 100,
  currency: "USD",
  country: "US",
  channel: "X",
  method: "",
  methodName: "",
  shopName: "Acme",
  successUrl: publicUrl,
  failureUrl: publicUrl,
};
const asked = (gateway: PaymentGateway) => [
  () => gateway.createPayment(gateway.house, order),
  () => gateway.paymentOf(gateway.house, "r"),
  () => gateway.refund(gateway.house, "r", 100, "k"),
];

type Open = { pool: import("pg").Pool; db: import("./db/db.server.ts").Db };

/** Every way out of the house, by adapter. */
const waysOut: Record<string, (open: Open) => (() => Promise<unknown>)[]> = {
  "letters by SMTP": () => {
    const mailer = smtpMailer({ smtpUrl: `smtp://${NOWHERE}`, mailFrom: "a@b.example", publicUrl });
    return [() => mailer.send(letter)];
  },
  "letters to the development mailbox": ({ db }) => [() => devMailer({ db, now, publicUrl }).send(letter)],
  "requests to addresses that were typed in": () => [() => guardedFetch()("https://shop.example/")],
  "a PSP over HTTP": () => asked(httpGateway({ now }, { url: `http://${NOWHERE}`, clientKey: "c", secretKey: "s" })),
  "the sandbox PSP": ({ pool }) => asked(sandboxGateway({ pool, now, config: testConfig() })),
  "screening by a vendor": () => [() => httpScreener({ url: `http://${NOWHERE}`, apiKey: null }).screen(subject, "k")],
  "screening by a list": () => [() => listScreener({ name: "l", edition: "1", entries: [] }).screen(subject, "k")],
  "files in a folder": () => {
    const storage = folderStorage(join(tmpdir(), `gangway-outside-${process.pid}`), vault);
    return [() => storage.put("a", body(), kept), () => storage.get("a"), () => storage.remove("a")];
  },
  "files in a bucket": () => {
    const storage = s3Storage(
      {
        kind: "s3",
        bucket: "b",
        region: "r",
        endpoint: `http://${NOWHERE}`,
        credentials: { accessKeyId: "a", secretAccessKey: "s" },
        forcePathStyle: true,
      },
      vault,
    );
    return [() => storage.put("a", body(), kept), () => storage.get("a"), () => storage.remove("a")];
  },
  "pages in a browser": () => [() => browserPool().withPage(async () => {})],
};

test.for(Object.keys(waysOut))(
  "while a transaction is open, %s are refused before anything leaves",
  async (name, { pool, db }) => {
    const calls = waysOut[name]!({ pool, db });
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      await expect(inTransaction(pool, async () => void (await call()))).rejects.toBeInstanceOf(CalledInTransaction);
    }
  },
);

test("what a transaction started is outside as soon as it is through, and what stands beside it always was", async ({
  pool,
}) => {
  const seen: string[] = [];
  const look = (when: string) => {
    try {
      assertNoTransaction("x");
      seen.push(`${when}: free`);
    } catch {
      seen.push(`${when}: open`);
    }
  };
  const inside = Promise.withResolvers<void>();
  const looked = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  let later: Promise<void> = Promise.resolve();
  // Waited for beside the transaction, not in it: promises are heard where they are awaited.
  const beside = inside.promise.then(() => {
    look("beside it");
    looked.resolve();
  });
  await inTransaction(pool, async () => {
    look("inside");
    later = over.promise.then(() => look("started inside, after it"));
    inside.resolve();
    await looked.promise;
  });
  await beside;
  look("after it");
  over.resolve();
  await later;
  expect(seen).toEqual(["inside: open", "beside it: free", "after it: free", "started inside, after it: free"]);
});
