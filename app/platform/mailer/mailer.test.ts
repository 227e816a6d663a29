import { describe, expect, test as plain } from "vitest";
import { test as withDatabase } from "#tests/database.ts";
import { smtpServer } from "#tests/support/smtp.ts";
import { UpstreamError } from "../upstream-error.ts";
import { devMailer } from "./dev-mailer.server.ts";
import type { Mailer, Outgoing } from "./mailer.ts";
import { smtpMailer } from "./smtp-mailer.server.ts";

const publicUrl = "https://gangway.example";
const mailFrom = "Gangway <no-reply@gangway.example>";
const mail = (changes: Partial<Outgoing> = {}): Outgoing => ({
  key: "case/3/0",
  to: "kim@shop.example",
  subject: "서류가 더 필요합니다",
  html: "<p>아래 서류를 올려 주세요.</p>",
  text: "아래 서류를 올려 주세요.",
  ...changes,
});

interface Arrived {
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo: string | null;
  messageId: string;
}

interface Post {
  mailer: Mailer;
  arrived: () => Promise<Arrived[]>;
}

const smtp = plain.extend("post", async ({ task: _ }, { onCleanup }): Promise<Post> => {
  const server = await smtpServer();
  const mailer = smtpMailer({ smtpUrl: server.url, mailFrom, publicUrl });
  onCleanup(async () => {
    mailer.close();
    await server[Symbol.asyncDispose]();
  });
  const trimmed = (text = "") => text.trimEnd();
  return {
    mailer,
    arrived: async () =>
      server.delivered.map(({ to, letter }) => ({
        to: to.join(","),
        subject: letter.subject ?? "",
        html: trimmed(letter.html),
        text: trimmed(letter.text),
        replyTo: letter.replyTo?.[0]?.address ?? null,
        messageId: letter.messageId ?? "",
      })),
  };
});

const mailbox = withDatabase.extend(
  "post",
  ({ db }): Post => ({
    mailer: devMailer({ db, now: () => new Date("2026-03-02T01:02:03Z"), publicUrl }),
    arrived: () =>
      db.devMail.findMany({
        select: { to: true, subject: true, html: true, text: true, replyTo: true, messageId: true },
      }),
  }),
);

describe.each([
  { kind: "a mail server", test: smtp as typeof mailbox },
  { kind: "the development mailbox", test: mailbox },
])("$kind", ({ test }) => {
  test("gets the letter as it was written, under an id made of its key", async ({ post: { mailer, arrived } }) => {
    const { messageId } = await mailer.send(mail({ replyTo: "lee@gangway.example" }));
    const { subject, html, text } = mail();
    expect(await arrived()).toEqual([
      { to: "kim@shop.example", subject, html, text, replyTo: "lee@gangway.example", messageId },
    ]);
    expect(messageId).toMatch(/^<[0-9a-f]{40}@gangway\.example>$/);
    expect(messageId).not.toContain("case");
  });

  test("the same key is the same Message-ID, another key another", async ({ post: { mailer } }) => {
    const [one, again, other] = [
      await mailer.send(mail()),
      await mailer.send(mail()),
      await mailer.send(mail({ key: "case/4/0" })),
    ];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test.for([
    "kim@shop.example\r\nBcc: spy@evil.example",
    "kim@shop.example\nBcc: spy@evil.example",
    "kim@shop.example, spy@evil.example",
    "kim@shop.example; spy@evil.example",
    "kim@shop.example,spy@evil.example",
    "Kim <kim@shop.example>",
    "<kim@shop.example>",
    '"kim"@shop.example',
    "kim@shop.example\0",
    "kim@shop.example\u2028",
    "kim@shop.example (spy@evil.example)",
    "@relay.example:kim@shop.example",
    "kim@[127.0.0.1]",
    "kim@@shop.example",
    "kim",
    "",
    " kim@shop.example",
    `${"a".repeat(65)}@shop.example`,
    `kim@${"a".repeat(254)}`,
  ])("sends nothing to %j", async (address, { post: { mailer, arrived } }) => {
    for (const change of [{ to: address }, { replyTo: address }]) {
      await expect(mailer.send(mail(change))).rejects.toMatchObject({ name: "UpstreamError", retryable: false });
    }
    expect(await arrived()).toEqual([]);
  });

  test.for([
    ["Hello\r\nBcc: spy@evil.example", "Hello Bcc: spy@evil.example"],
    ["Hello\nX-Header: 1\n\nbody", "Hello X-Header: 1 body"],
    ["Hello\u2028there\u0000\u0007", "Hello there"],
    ["한글\t제목 🚢", "한글 제목 🚢"],
  ])("the subject %j becomes one line", async ([subject, clean], { post: { mailer, arrived } }) => {
    await mailer.send(mail({ subject: subject! }));
    expect((await arrived()).map((letter) => letter.subject)).toEqual([clean]);
    expect((await arrived())[0]?.to).toBe("kim@shop.example");
  });
});

withDatabase("the development mailbox holds one letter a key", async ({ db }) => {
  const mailer = devMailer({ db, now: () => new Date(), publicUrl });
  await Promise.all([mailer.send(mail()), mailer.send(mail()), mailer.send(mail({ key: "other" }))]);
  expect(await db.devMail.count()).toBe(2);
});

smtp("no header smuggled through any field reaches the wire", async () => {
  await using server = await smtpServer();
  const mailer = smtpMailer({ smtpUrl: server.url, mailFrom, publicUrl });
  await mailer.send(
    mail({
      key: "a\r\nBcc: spy@evil.example",
      subject: "x\r\nBcc: spy@evil.example",
      text: "Bcc: spy@evil.example",
      html: "<p>Bcc: spy@evil.example</p>",
    }),
  );
  mailer.close();
  const [head = ""] = server.delivered[0]!.raw.split("\r\n\r\n");
  expect(head).not.toMatch(/^bcc:/im);
  expect(server.delivered[0]?.to).toEqual(["kim@shop.example"]);
});

const refusing = (responseCode: number) => ({
  onRcptTo: (_address: unknown, _session: unknown, callback: (error?: Error | null) => void) =>
    callback(Object.assign(new Error("no"), { responseCode })),
});

plain.each([
  { code: 450, retryable: true },
  { code: 421, retryable: true },
  { code: 550, retryable: false },
  { code: 553, retryable: false },
])("a mail server that answers $code: worth another try is $retryable", async ({ code, retryable }) => {
  await using server = await smtpServer(refusing(code));
  const mailer = smtpMailer({ smtpUrl: server.url, mailFrom, publicUrl });
  const failure = await mailer.send(mail()).catch((error) => error);
  mailer.close();
  expect(failure).toBeInstanceOf(UpstreamError);
  expect(failure).toMatchObject({ upstream: "mail", retryable });
});

plain("a mail server that is not there is worth another try", async () => {
  const mailer = smtpMailer({ smtpUrl: "smtp://127.0.0.1:9", mailFrom, publicUrl });
  await expect(mailer.send(mail())).rejects.toMatchObject({ name: "UpstreamError", retryable: true });
  mailer.close();
});

plain("a refused password keeps the letter for another try: the setting is wrong, not the letter", async () => {
  await using server = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(Object.assign(new Error("no"), { responseCode: 535 })),
  });
  const mailer = smtpMailer({ smtpUrl: `${server.url.replace("//", "//user:wrong@")}?tls=off`, mailFrom, publicUrl });
  await expect(mailer.send(mail())).rejects.toMatchObject({ name: "UpstreamError", retryable: true });
  mailer.close();
});

plain("a password is not told to a server without TLS", async () => {
  const told: unknown[] = [];
  await using server = await smtpServer({
    allowInsecureAuth: true,
    onAuth: (auth, _session, callback) => {
      told.push(auth);
      callback(null, { user: "user" });
    },
  });
  const mailer = smtpMailer({ smtpUrl: server.url.replace("//", "//user:secret@"), mailFrom, publicUrl });
  await expect(mailer.send(mail())).rejects.toBeInstanceOf(UpstreamError);
  mailer.close();
  expect(told).toEqual([]);
});
