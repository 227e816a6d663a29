import { expect } from "vitest";
import { test } from "#tests/database.ts";
import {
  addPasskey,
  answerPasskey,
  askNewPasskey,
  askPasskey,
  passkeysOf,
  removeApp,
  removePasskey,
} from "./passkeys.server.ts";
import { presetApp } from "./second-factor.server.ts";
import { addStaff } from "./staff.server.ts";
import { testAuthenticator } from "./testing/authenticator.ts";
import { type Hall, hall, MINUTE } from "./testing/hall.ts";

const password = "four blue ferries left at noon";
// The real time: better-auth judges the age of sessions and questions by its own clock.
const ip = "203.0.113.7";
type Browser = ReturnType<Hall["browser"]>;
type Key = ReturnType<typeof testAuthenticator>;

async function register({ platform }: Hall, browser: Browser, key: Key) {
  const asked = await askNewPasskey(platform, { request: browser.request(), ip });
  if (!asked) return null;
  browser.keep({ ok: true, headers: asked.headers });
  const request = browser.request();
  return browser.keep(await addPasskey(platform, { request, ip, response: key.create(asked.options), name: "Laptop" }));
}

async function answer({ platform }: Hall, browser: Browser, key: Key) {
  const asked = await askPasskey(platform, { request: browser.request(), ip });
  browser.keep({ ok: true, headers: asked.headers });
  return browser.keep(
    await answerPasskey(platform, { request: browser.request(), ip, response: key.get(asked.options) }),
  );
}

const half = async (here: Hall, email: string) => {
  await addStaff(here.platform, { email, name: "Kim", lang: "ko", roles: ["approver"], password, by: "test" });
  const browser = here.browser();
  await browser.password(email, password);
  return browser;
};

test("a passkey signs staff in by itself, for twelve hours, on a browser that knows nothing", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const key = testAuthenticator("https://gangway.example");
  const first = await half(here, "kim@gangway.example");
  expect(await register(here, first, key)).toMatchObject({ ok: true });
  expect(await first.viewer()).toMatchObject({ email: "kim@gangway.example" }); // the first factor of somebody new lets them in
  const other = here.browser();
  expect(await answer(here, other, key)).toMatchObject({ ok: true });
  expect(await other.viewer()).toMatchObject({
    email: "kim@gangway.example",
    roles: ["approver"],
    authenticatedAt: here.platform.now(),
  });
  const { rows } = await pool.query("select expires_at from session order by created_at desc, id desc limit 1");
  expect(rows[0].expires_at.getTime() - here.platform.now().getTime()).toBe(12 * 60 * MINUTE);
});

test("a passkey completes half a sign-in, and a step-up, but only for its own owner", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const [kims, lees] = [testAuthenticator("https://gangway.example"), testAuthenticator("https://gangway.example")];
  const kim = await half(here, "kim@gangway.example");
  const lee = await half(here, "lee@gangway.example");
  await register(here, kim, kims);
  await register(here, lee, lees);
  await kim.password("kim@gangway.example", password);
  expect(await answer(here, kim, lees)).toEqual({ ok: false, problem: "auth.passkey.failed" });
  expect(await kim.viewer()).toBeNull();
  expect(await answer(here, kim, kims)).toMatchObject({ ok: true });
  here.turn(20 * MINUTE);
  expect(await answer(here, kim, kims)).toMatchObject({ ok: true });
  expect((await kim.viewer())?.authenticatedAt).toEqual(here.platform.now());
  expect(
    (await pool.query("select from session s join users u on u.id = s.user_id where u.email like 'kim%'")).rowCount,
  ).toBe(1);
});

test("a key that was merely touched lets nobody in", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const key = testAuthenticator("https://gangway.example", { verifies: false });
  const browser = await half(here, "kim@gangway.example");
  expect(await register(here, browser, key)).toEqual({ ok: false, problem: "auth.passkey.failed" });
  expect(await passkeysOf(here.platform, { userId: (await pool.query("select id from users")).rows[0].id })).toEqual(
    [],
  );
});

test("an answer given to another site, to an old question, or twice is none", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const key = testAuthenticator("https://gangway.example");
  const browser = await half(here, "kim@gangway.example");
  await register(here, browser, key);

  const asked = await askPasskey(here.platform, { request: browser.request(), ip });
  const tab = here.browser();
  tab.keep({ ok: true, headers: asked.headers });
  const response = key.get(asked.options);
  const cookie = tab.jar.get("__Host-gangway-passkey")!;
  expect(await answerPasskey(here.platform, { request: tab.request(), ip, response })).toMatchObject({ ok: true });
  tab.jar.set("__Host-gangway-passkey", cookie);
  expect(await answerPasskey(here.platform, { request: tab.request(), ip, response })).toMatchObject({ ok: false });
  const phishing = testAuthenticator("https://gangway.example.evil.example");
  expect(await answer(here, here.browser(), phishing)).toMatchObject({ ok: false });
});

test("a passkey taken off, or of somebody shut out, opens nothing", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const key = testAuthenticator("https://gangway.example");
  const browser = await half(here, "kim@gangway.example");
  await register(here, browser, key);
  await pool.query("update users set disabled_at = now()");
  expect(await answer(here, here.browser(), key)).toMatchObject({ ok: false });
  await pool.query("update users set disabled_at = null");
  expect(await answer(here, here.browser(), key)).toMatchObject({ ok: true });
  const userId = (await pool.query<{ id: string }>("select id from users")).rows[0]!.id;
  const [line] = await passkeysOf(here.platform, { userId });
  expect(line).toMatchObject({ name: "Laptop" });
  expect(await removePasskey(here.platform, { userId }, line!.id)).toBe(false); // it is all they have
  await presetApp(here.platform, { userId, secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" });
  expect(await removePasskey(here.platform, { userId }, line!.id)).toBe(true);
  expect(await removeApp(here.platform, { userId })).toBe(false);
  expect(await answer(here, here.browser(), key)).toMatchObject({ ok: false });
});

test("a password alone adds no passkey to an account that has a second factor, nor does an old proof", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool }, { at: new Date() });
  const [first, second] = [testAuthenticator("https://gangway.example"), testAuthenticator("https://gangway.example")];
  const owner = await half(here, "kim@gangway.example");
  await register(here, owner, first);
  const thief = here.browser();
  await thief.password("kim@gangway.example", password);
  expect(await register(here, thief, second)).toBeNull();
  expect(await register(here, owner, second)).toMatchObject({ ok: true });
  here.turn(16 * MINUTE);
  expect(await register(here, owner, testAuthenticator("https://gangway.example"))).toBeNull();
});
