import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserPool } from "#app/platform/browser/pool.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import type { Storage } from "#app/platform/storage/storage.ts";
import { loadArchive } from "../archive/stored.server.ts";
import { demoShop } from "../demo-shop/index.server.ts";
import { runSiteCheck } from "../run.server.ts";
import { signIn } from "./sign-in.server.ts";

const account = { name: "reviewer@psp.example", password: "open-sesame-7731" };
const SESSION = "member-session-55aa";
const posted: string[] = [];

/** A shop of members only: everything but the form leads to the form. */
const walled = express()
  .use(express.urlencoded({ extended: false }))
  .get("/login", (_, answer) => {
    answer.send(
      '<html lang="ko"><title>로그인</title><h1>회원 로그인</h1><form method="post" action="/login"><input name="search" type="hidden" value="x"><input name="id"><input name="pw" type="password"><button>로그인</button></form></html>',
    );
  })
  .post("/login", (request, answer) => {
    posted.push(JSON.stringify(request.body));
    if (request.body.id !== account.name || request.body.pw !== account.password) return answer.redirect("/login?no=1");
    answer.cookie("sid", SESSION, { httpOnly: true }).redirect("/");
  })
  .get("/elsewhere", (_, answer) => {
    answer.send(
      '<form method="post" action="http://collector.example/take"><input name="id"><input name="pw" type="password"><button>로그인</button></form>',
    );
  })
  .use((request, answer, next) =>
    request.headers.cookie?.includes(`sid=${SESSION}`) || /^\/(?:robots|favicon)/.test(request.path)
      ? next()
      : answer.redirect("/login"),
  )
  .use(demoShop({ variant: "good" }))
  .listen(0, "127.0.0.1");
const base = () => `http://127.0.0.1:${(walled.address() as AddressInfo).port}`;

const files = new Map<string, Buffer>();
const storage: Storage = {
  async put(name, body) {
    const bytes = await buffer(body);
    files.set(name, bytes);
    return { bytes: bytes.length, sha256: "" };
  },
  get: async (name) => (files.has(name) ? Readable.from([files.get(name)!]) : null),
  remove: async (name) => void files.delete(name),
};
let parts: Parameters<typeof runSiteCheck>[0];
beforeAll(() => {
  const allow = [new URL(base()).host];
  parts = {
    fetch: guardedFetch({ allow }),
    browsers: browserPool({ allow }),
    storage,
    now: () => new Date("2026-11-24T01:00:00Z"),
  };
});
afterAll(async () => {
  await parts.browsers.close();
  walled.close();
});

const check = (archiveName: string, given?: typeof account) =>
  runSiteCheck(parts, {
    origin: `${base()}/`,
    goods: "physical",
    archiveName,
    takePictures: false,
    ...(given ? { account: { url: `${base()}/login`, ...given } } : {}),
  });

test("behind a login wall a guest sees nothing and is told what to hand over", async () => {
  const report = await check("walled/guest");
  expect(Object.values(report.requirements).every(({ verdict }) => verdict !== "fulfilled")).toBe(true);
  expect(report.notices.map(({ code }) => code)).not.toContain("signedIn");
});

test("with the account handed over the visit sees what a member sees, and keeps neither password nor session", async () => {
  const report = await check("walled/member", account);
  expect(Object.values(report.requirements).map(({ verdict }) => verdict)).toEqual(Array(4).fill("fulfilled"));
  expect(report.notices.map(({ code }) => code)).toContain("signedIn");
  const kept = JSON.stringify(await loadArchive(storage, report.archiveName!)) + JSON.stringify(report);
  expect(kept).not.toContain(account.password);
  expect(kept).not.toContain(SESSION);
});

test("a wrong password is said, and the visit goes on as a guest", async () => {
  const report = await check("walled/wrong", { ...account, password: "wrong" });
  expect(report.notices.map(({ code }) => code)).toContain("signInFailed");
  expect(report.requirements.products!.verdict).not.toBe("fulfilled");
});

test("a password is typed only where it stays with the shop", async () => {
  const before = posted.length;
  expect(await signIn(parts.browsers, { url: `${base()}/elsewhere`, ...account }, `${base()}/`)).toBeNull();
  expect(await signIn(parts.browsers, { url: `${base()}/login`, ...account }, "https://another.example/")).toBeNull();
  expect(posted).toHaveLength(before);
});
