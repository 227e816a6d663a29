import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { renewBackupCodes } from "./backup-codes.server.ts";
import { proposeApp, seatForNewFactor, staffSeat } from "./second-factor.server.ts";
import { addStaff, revokeRole } from "./staff.server.ts";
import { type Hall, hall, MINUTE } from "./testing/hall.ts";
import { codeOf, stepOf } from "./totp.server.ts";

const email = "kim@gangway.example";
const password = "four blue ferries left at noon";

const hire = ({ platform }: Hall) =>
  addStaff(platform, { email, name: "Kim", lang: "en", roles: ["reviewer", "approver"], password, by: "test" });

/** Signs in for the first time and sets up an authenticator app. */
async function enrolled(here: Hall) {
  await hire(here);
  const browser = here.browser();
  await browser.password(email, password);
  const seat = await staffSeat(here.platform, browser.request());
  const { secret } = await proposeApp(here.platform, seat!.viewer);
  const appCode = (off = 0) => codeOf(secret, stepOf(here.platform.now()) + off);
  await browser.confirm(appCode());
  here.turn(MINUTE);
  return { browser, appCode, userId: seat!.viewer.userId };
}

test("a password alone opens nothing; with the first code of an authenticator app somebody is of the house", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  await hire(here);
  const browser = here.browser();
  expect(await browser.password(email, password)).toMatchObject({ ok: true });
  expect(await browser.viewer()).toBeNull();
  const half = browser.jar.get("__Host-gangway-session");

  const seat = await staffSeat(here.platform, browser.request());
  const { secret, uri } = await proposeApp(here.platform, seat!.viewer);
  expect(uri).toBe(
    `otpauth://totp/Gangway%3Akim%40gangway.example?secret=${secret}&issuer=Gangway&algorithm=SHA1&digits=6&period=30`,
  );
  expect((await proposeApp(here.platform, seat!.viewer)).secret).toBe(secret); // a reload shows the same square
  expect(await browser.confirm("000000")).toEqual({ ok: false, problem: "auth.factor.wrong" });
  const confirmed = await browser.confirm(codeOf(secret, stepOf(here.platform.now())));
  expect(confirmed).toMatchObject({ ok: true });
  expect(await browser.viewer()).toMatchObject({ kind: "staff", roles: ["approver", "reviewer"], caseIds: [] });
  expect(browser.jar.get("__Host-gangway-session")).not.toBe(half);
  const { rows } = await pool.query(
    "select (select count(*) from session)::int as sessions, secret from second_factor",
  );
  expect(rows).toEqual([{ sessions: 1, secret: expect.not.stringContaining(secret) }]);
});

test("half a session is over after ten minutes", async ({ db, pool }) => {
  const here = hall({ db, pool });
  await hire(here);
  const browser = here.browser();
  await browser.password(email, password);
  here.turn(11 * MINUTE);
  expect(await browser.second("000000")).toEqual({ ok: false, problem: "auth.factor.over" });
});

test("a code of the app works once, also side by side, and none older than the newest", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { appCode } = await enrolled(here);
  const browsers = Array.from({ length: 4 }, () => here.browser());
  for (const browser of browsers) await browser.password(email, password);
  const answers = await Promise.all(browsers.map((browser) => browser.second(appCode())));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

  const late = here.browser();
  await late.password(email, password);
  expect(await late.second(appCode(-1))).toMatchObject({ ok: false });
  expect(await late.second(appCode(1))).toMatchObject({ ok: true });
});

test("each backup code works once, however it is typed; those of somebody else never do", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { userId } = await enrolled(here);
  await renewBackupCodes(here.platform, userId);
  const backupCodes = await renewBackupCodes(here.platform, userId); // the newer ones count
  expect(backupCodes).toHaveLength(10);
  expect(backupCodes.join()).toMatch(/^([A-Z2-7]{4}[-,]?){40}$/);
  const [first, second] = backupCodes as [string, string];
  const browser = here.browser();
  await browser.password(email, password);
  expect(await browser.second(first.toLowerCase().replaceAll("-", " "))).toMatchObject({ ok: true });
  expect((await browser.viewer())?.userId).toBe(userId);
  const again = here.browser();
  await again.password(email, password);
  expect(await again.second(first)).toEqual({ ok: false, problem: "auth.factor.wrong" });
  await addStaff(here.platform, {
    email: "lee@gangway.example",
    name: "Lee",
    lang: "en",
    roles: [],
    password,
    by: "test",
  });
  const lee = here.browser();
  await lee.password("lee@gangway.example", password);
  expect(await lee.second(second)).toEqual({ ok: false, problem: "auth.factor.wrong" });
});

test("a step-up proves anew under a new token, without making the session longer", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { browser, appCode } = await enrolled(here);
  here.turn(20 * MINUTE);
  const before = { token: browser.jar.get("__Host-gangway-session"), viewer: await browser.viewer() };
  const { rows: ends } = await pool.query("select expires_at from session");
  expect(await browser.second(appCode())).toMatchObject({ ok: true });
  const after = await browser.viewer();
  expect(after?.sessionId).toBe(before.viewer?.sessionId);
  expect(after?.authenticatedAt).toEqual(here.platform.now());
  expect(browser.jar.get("__Host-gangway-session")).not.toBe(before.token);
  expect((await pool.query("select expires_at from session")).rows).toEqual(ends);
});

test("an authenticator app in use cannot be replaced by somebody who only has the password, nor long after the last proof", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const { browser, appCode } = await enrolled(here);
  const thief = here.browser();
  await thief.password(email, password);
  expect(await seatForNewFactor(here.platform, thief.request())).toBeNull();

  const seat = await seatForNewFactor(here.platform, browser.request());
  const { secret } = await proposeApp(here.platform, seat!.viewer);
  const newCode = () => codeOf(secret, stepOf(here.platform.now()));
  expect(await thief.confirm(newCode())).toEqual({ ok: false, problem: "auth.factor.over" });
  here.turn(20 * MINUTE);
  expect(await browser.confirm(newCode())).toEqual({ ok: false, problem: "auth.factor.over" });
  expect(await browser.second(appCode())).toMatchObject({ ok: true }); // the old app is the app until then
  here.turn(MINUTE);
  expect(await browser.confirm(newCode())).toMatchObject({ ok: true });
  here.turn(MINUTE);
  expect(await browser.second(appCode())).toEqual({ ok: false, problem: "auth.factor.wrong" });
  expect(await browser.second(newCode())).toMatchObject({ ok: true });
});

test("wrong, unknown and without a password are one answer", async ({ db, pool }) => {
  const here = hall({ db, pool });
  await hire(here);
  const merchant = here.browser();
  await merchant.ask("lee@shop.example");
  await merchant.type("lee@shop.example", here.code());
  for (const [who, word] of [
    [email, "four blue ferries left at one"],
    ["nobody@gangway.example", password],
    ["lee@shop.example", password],
    [email, ""],
  ] as const) {
    expect(await here.browser().password(who, word)).toEqual({ ok: false, problem: "auth.password.wrong" });
  }
});

test("guessing at a password gets slower, but not on a browser that its owner has used", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { browser, appCode } = await enrolled(here);
  const answers: string[] = [];
  for (let n = 0; n < 9; n++) {
    const answer = await here.browser().password(email, `guess number ${n} of many`, `198.51.100.${n}`);
    answers.push(answer.ok ? "in" : answer.problem);
  }
  expect(answers.slice(0, 6)).toEqual(Array(6).fill("auth.password.wrong"));
  expect(answers.slice(6)).toEqual(Array(3).fill("auth.password.slow:30"));
  expect(await here.browser().password(email, password)).toMatchObject({ ok: false });
  expect(await browser.password(email, password)).toMatchObject({ ok: true });
  expect(await browser.second(appCode())).toMatchObject({ ok: true });
});

test("a role is held once, and taking it away leaves the trace of who and when", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { userId, browser } = await enrolled(here);
  await revokeRole(pool, { userId, role: "approver", by: "admin-1", at: here.platform.now() });
  expect((await browser.viewer())?.roles).toEqual(["reviewer"]);
  const { rows } = await pool.query("select revoked_by, revoked_at from staff_role where role = 'approver'");
  expect(rows).toEqual([{ revoked_by: "admin-1", revoked_at: here.platform.now() }]);
  await expect(
    pool.query(
      "insert into staff_role (id, user_id, role, granted_by, granted_at) values (gen_random_uuid(), $1, 'reviewer', 'x', now())",
      [userId],
    ),
  ).rejects.toThrow(/staff_role_held_once/);
});
