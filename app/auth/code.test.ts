import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { verifyCode } from "./code.server.ts";
import { hall, MINUTE } from "./testing/hall.ts";

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

test("a mailed code signs somebody in who was unknown before, and they are the same person the next time", async ({
  db,
  pool,
}) => {
  const { browser, code, turn, mails } = hall({ db, pool });
  const laptop = browser();
  await laptop.ask("lee@shop.example");
  expect(mails).toMatchObject([{ to: "lee@shop.example", text: expect.stringContaining(code()) }]);
  const first = await laptop.type("lee@shop.example", code());
  expect(first).toMatchObject({ ok: true, isNew: true });
  expect(await laptop.viewer()).toMatchObject({
    email: "lee@shop.example",
    name: "lee",
    kind: "merchant",
    roles: ["merchant"],
    caseIds: [],
    lang: "ko",
  });

  turn(2 * MINUTE);
  const phone = browser();
  await phone.ask("lee@shop.example");
  expect(await phone.type("lee@shop.example", code())).toMatchObject({ ok: true, isNew: false });
  expect((await phone.viewer())?.userId).toBe((await laptop.viewer())?.userId);
});

test("cookies come with __Host-, Secure, HttpOnly and SameSite over https, and the token is new at every sign-in", async ({
  db,
  pool,
}) => {
  const { browser, code, turn } = hall({ db, pool });
  const tab = browser();
  await tab.ask("lee@shop.example");
  const verified = await tab.type("lee@shop.example", code());
  const cookies = verified.ok ? verified.headers.getSetCookie() : [];
  expect(cookies).toHaveLength(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-gangway-(session|code|device)=/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    for (const part of ["HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(part);
    expect(cookie).not.toContain("Domain");
  }
  const before = tab.jar.get("__Host-gangway-session");
  expect(decodeURIComponent(before ?? "").split(".")[0]).toMatch(/^[A-Za-z0-9]{32}$/); // 190 bits

  turn(2 * MINUTE);
  await tab.ask("lee@shop.example");
  await tab.type("lee@shop.example", code());
  expect(tab.jar.get("__Host-gangway-session")).not.toBe(before);
  const { rows } = await pool.query("select count(*)::int as sessions from session");
  expect(rows[0].sessions).toBe(1); // the old one ended
});

test("a code is worth nothing in another browser, for another address, a second time, or after ten minutes", async ({
  db,
  pool,
}) => {
  const { browser, code, turn } = hall({ db, pool });
  const [mine, theirs] = [browser(), browser()];
  await mine.ask("lee@shop.example");
  const mailed = code();
  expect(await theirs.type("lee@shop.example", mailed)).toEqual({ ok: false, problem: "auth.code.over" });
  expect(await mine.type("kim@shop.example", mailed)).toEqual({ ok: false, problem: "auth.code.over" });
  const cookie = mine.jar.get("__Host-gangway-code");
  expect(await mine.type("lee@shop.example", mailed)).toMatchObject({ ok: true });
  mine.jar.set("__Host-gangway-code", cookie ?? "");
  expect(await mine.type("lee@shop.example", mailed)).toEqual({ ok: false, problem: "auth.code.over" });

  turn(2 * MINUTE);
  await mine.ask("lee@shop.example");
  turn(10 * MINUTE);
  expect(await mine.type("lee@shop.example", code())).toEqual({ ok: false, problem: "auth.code.over" });
});

test("five wrong answers spend a code, also when they are given side by side", async ({ db, pool }) => {
  const { browser, code, platform } = hall({ db, pool });
  const tab = browser();
  await tab.ask("lee@shop.example");
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      verifyCode(platform, {
        email: "lee@shop.example",
        code: wrong(code()),
        request: tab.request(),
        ip: "203.0.113.7",
      }),
    ),
  );
  expect(answers.filter((answer) => !answer.ok && answer.problem === "auth.code.wrong").length).toBeLessThanOrEqual(5);
  const { rows } = await pool.query("select tries from sign_in_code");
  expect(rows[0].tries).toBe(5);
  const right = await tab.type("lee@shop.example", code());
  expect(right.ok).toBe(false);
});

test("what strangers ask for and guess at neither spoils nor delays the code of somebody who has signed in here before", async ({
  db,
  pool,
}) => {
  const { browser, code, turn } = hall({ db, pool });
  const owner = browser();
  await owner.ask("lee@shop.example");
  await owner.type("lee@shop.example", code());

  turn(2 * MINUTE);
  await owner.ask("lee@shop.example");
  const mailed = code();
  for (let n = 0; n < 12; n++) {
    const stranger = browser();
    await stranger.ask("lee@shop.example", `198.51.100.${n}`);
    await stranger.type("lee@shop.example", wrong(code()), `198.51.100.${n}`);
  }
  const late = browser();
  expect(await late.ask("lee@shop.example")).toMatchObject({ ok: false });
  expect(await owner.type("lee@shop.example", mailed)).toMatchObject({ ok: true });
});

test("another letter to the same browser takes a minute, and one network cannot have letters without end", async ({
  db,
  pool,
}) => {
  const { browser, mails, turn } = hall({ db, pool });
  const tab = browser();
  await tab.ask("lee@shop.example");
  turn(20_000);
  expect(await tab.ask("lee@shop.example")).toEqual({ ok: false, retryInSeconds: 40, problem: "auth.send.slow:40" });
  turn(40_000);
  expect(await tab.ask("lee@shop.example")).toMatchObject({ ok: true });

  const before = mails.length;
  for (let n = 0; n < 70; n++) await browser().ask(`person-${n}@shop.example`, "2001:db8:1:2::9");
  expect(mails.length - before).toBe(60);
  expect(await browser().ask("one-more@shop.example", "2001:db8:1:2:ffff::1")).toMatchObject({ ok: false });
  expect(await browser().ask("one-more@shop.example", "2001:db8:1:3::1")).toMatchObject({ ok: true });
});

test("somebody new is called as they say, unless that would carry a link into letters to others", async ({
  db,
  pool,
}) => {
  const { browser, code, platform } = hall({ db, pool });
  const names: unknown[] = [];
  for (const [email, name] of [
    ["lee@shop.example", " 이가람 "],
    ["kim@shop.example", "Win at www.evil.example"],
    ["choi+vip@shop.example", "\r\nBcc: all@shop.example"],
  ] as const) {
    const tab = browser();
    await tab.ask(email);
    await tab.keep(
      await verifyCode(platform, { email, code: code(), request: tab.request(), ip: "203.0.113.7", name }),
    );
    names.push((await tab.viewer())?.name);
  }
  expect(names).toEqual(["이가람", "kim", "choivip"]);
});

test("staff never get a code, and nobody becomes staff by one", async ({ db, pool }) => {
  const { browser, code, mails, platform } = hall({ db, pool });
  await pool.query(
    `insert into users (id, name, email, kind, lang, created_at, updated_at) values (gen_random_uuid(), 'Kim', 'kim@gangway.example', 'staff', 'ko', $1, $1)`,
    [platform.now()],
  );
  const tab = browser();
  expect(await tab.ask("kim@gangway.example")).toMatchObject({ ok: true });
  expect(code()).toBe("none");
  expect(mails.at(-1)?.text).toContain("https://gangway.example/staff/sign-in");
  expect(mails.at(-1)?.text).not.toMatch(/\d{6}/);
});

test("what is over is swept away by later sign-ins, and nothing that still counts", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const [early, late] = [here.browser(), here.browser()];
  await early.ask("lee@shop.example");
  await early.type("lee@shop.example", here.code());
  await here.browser().ask("never@shop.example");
  here.turn(15 * 24 * 60 * MINUTE);
  await late.ask("kim@shop.example");
  await late.type("kim@shop.example", here.code());
  const count = async (table: string) => (await pool.query(`select from ${table}`)).rowCount;
  expect([await count("session"), await count("sign_in_code")]).toEqual([1, 0]);
  expect(await late.viewer()).not.toBeNull();
  expect(await count("throttle")).toBe(2); // of the sign-in just made: its network and its address
});
