import fc from "fast-check";
import { expect, test } from "vitest";
import { logTo } from "./log.server.ts";
import { redactText } from "./redact.ts";

function listening() {
  const lines: string[] = [];
  return { lines, log: logTo({ write: (line: string) => lines.push(line) }, "trace") };
}

test("a line is JSON with its time in UTC and its level as a word", () => {
  const { lines, log } = listening();
  log.info({ caseId: "0198c0de-0000-7000-8000-000000000001", seq: 3 }, "dispatched");
  const line = JSON.parse(lines[0]!);
  expect(line).toMatchObject({
    level: "info",
    msg: "dispatched",
    caseId: "0198c0de-0000-7000-8000-000000000001",
    seq: 3,
  });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test.each([
  ["mail to kim@example.kr bounced", "mail to [address] bounced"],
  ["postgresql://gangway:hunter2@db:5432/g refused", "postgresql://[gone]@db:5432/g refused"],
  ["GET https://gw.example/in?code=123456&x=1 failed", "GET https://gw.example/in?[gone] failed"],
  ["Authorization: Bearer abc.def-ghi", "Authorization: Bearer [gone]"],
  ["number 900101-1234567 of", "number [number] of"],
  ["account 110 234 567890", "account [number]"],
  ["key gw_live_5Fh2kd", "key [key]"],
])("%j is logged as %j", (text, clean) => {
  expect(redactText(text)).toBe(clean);
});

test.each(["0198c0de-0000-7000-8000-000000000001", "GW-7K3MQ2ZP", "took 1234 ms", "2026-03-02T01:02:03.456Z"])(
  "%s stays readable",
  (text) => {
    expect(redactText(text)).toBe(text);
  },
);

test("an error keeps its kind, its place and its cause, and loses what it quotes", () => {
  const { lines, log } = listening();
  const cause = Object.assign(new Error("no such user kim@example.kr"), {
    code: "P2025",
    meta: { email: "kim@example.kr" },
  });
  log.error({ err: new TypeError("could not write", { cause }) }, "job failed");
  const { err } = JSON.parse(lines[0]!);
  expect(err).toMatchObject({
    type: "TypeError",
    message: "could not write",
    cause: { errorCode: "P2025", message: "no such user [address]" },
  });
  expect(err.stack).toContain("log.test.ts");
  expect(lines[0]).not.toContain("kim@");
});

test("what hangs on an error, a client or a request, is named and not opened", () => {
  const { lines, log } = listening();
  class Client {
    secretConnection = "hunter2";
  }
  log.warn({
    err: Object.assign(new Error("gone"), { client: new Client(), statusCode: 503, detail: { attempt: 2 } }),
  });
  expect(JSON.parse(lines[0]!).err).toMatchObject({ client: "[Client]", statusCode: 503, detail: { attempt: 2 } });
  expect(lines[0]).not.toContain("hunter2");
});

test("an error handed over bare is cleaned too", () => {
  const { lines, log } = listening();
  log.error(new Error("kim@example.kr"));
  expect(lines[0]).not.toContain("kim@");
});

test("a child's own fields are cleaned", () => {
  const { lines, log } = listening();
  log.child({ token: "hunter2", requestId: "r1" }).info("hello");
  expect(JSON.parse(lines[0]!)).toMatchObject({ requestId: "r1", token: "[gone]" });
});

test("10,000 lines of hostile input hold no canary and no second line", () => {
  const { lines, log } = listening();
  const canary = "CANARYq7";
  const personal = "kanarie@canary.example";
  const names = fc.constantFrom(
    "password",
    "newPassword",
    "clientSecret",
    "accessToken",
    "cookie",
    "authorization",
    "code",
    "otp",
    "apiKey",
    "html",
    "email",
    "legalName",
    "birthDate",
    "accountNumber",
    "to",
  );
  const hostile = fc.string({ unit: "binary", maxLength: 60 });
  const hidden: fc.Arbitrary<unknown> = fc.oneof(
    fc.tuple(names, hostile).map(([name, text]) => ({ [name]: `${text}${canary}` })),
    fc.tuple(names, hostile).map(([name, text]) => ({ [name]: { inner: [canary, text] } })),
    hostile.map((text) => ({ note: `${text} ${personal}\n{"level":"info","msg":"forged"}` })),
    hostile.map((text) => new Error(`${text}\n at ${personal}`)),
  );
  const nested = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      hidden,
      fc.array(tie("node"), { maxLength: 3 }),
      fc.dictionary(fc.string({ maxLength: 8 }), tie("node"), { maxKeys: 3 }),
    ),
  })).node;
  fc.assert(
    fc.property(nested, hostile, (entry, message) => {
      log.info({ entry }, `${message} ${personal}\r\n`);
    }),
    { numRuns: 10_000 },
  );
  expect(lines).toHaveLength(10_000);
  const bad = lines.filter(
    (line) => line.includes(canary) || line.includes(personal) || line.indexOf("\n") !== line.length - 1,
  );
  expect(bad).toEqual([]);
  for (const line of lines) JSON.parse(line);
});
