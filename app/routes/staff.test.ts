import { expect } from "vitest";
import { addStaff, codeOf, stepOf } from "#app/auth/index.server.ts";
import { testAuthenticator } from "#app/auth/testing/authenticator.ts";
import { type Hall, hall, MINUTE } from "#app/auth/testing/hall.ts";
import { visit } from "#app/auth/testing/visit.ts";
import { test } from "#tests/database.ts";
import type { StaffRole } from "#workflows/roles.ts";
import * as account from "./account.tsx";
import * as backupCodes from "./staff.backup-codes.tsx";
import * as enrol from "./staff.enrol.tsx";
import * as passkey from "./staff.passkey.tsx";
import * as people from "./staff.people.tsx";
import * as person from "./staff.people_.$userId.tsx";
import * as secondFactor from "./staff.second-factor.tsx";
import * as signIn from "./staff.sign-in.tsx";
import * as welcome from "./staff.welcome.tsx";

const password = "four blue ferries at noon";

/** Somebody of the house who has signed in for the first time, by pages alone. */
async function arrived(here: Hall, email: string, ...roles: StaffRole[]) {
  const userId = (await addStaff(here.platform, { email, name: "Kim", lang: "ko", roles, password, by: "test" }))!;
  const tab = here.browser();
  const first = await visit(here, tab, signIn, "/staff/sign-in?next=%2Fconsole%2Fcases%2F1", {
    form: { email, password },
  });
  expect(first).toMatchObject({ status: 302, to: "/staff/second-factor?next=%2Fconsole%2Fcases%2F1" });
  const sent = await visit(here, tab, secondFactor, first.to!);
  expect(sent).toMatchObject({ status: 302, to: "/staff/enrol?next=%2Fconsole%2Fcases%2F1" });
  const { secret } = (await visit(here, tab, enrol, sent.to!)).data as { secret: string };
  const appCode = () => codeOf(secret.replaceAll(" ", ""), stepOf(here.platform.now()));
  const done = await visit(here, tab, enrol, sent.to!, { form: { code: appCode() } });
  expect(done.to).toBe("/staff/backup-codes?next=%2Fconsole%2Fcases%2F1");
  here.turn(MINUTE);
  return { tab, appCode, userId };
}

test("the first sign-in of staff: password, square, code, backup codes, and then the page that was wanted", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const { tab } = await arrived(here, "kim@gangway.example", "reviewer");
  const path = "/staff/backup-codes?next=%2Fconsole%2Fcases%2F1";
  expect((await visit(here, tab, backupCodes, path)).data).toEqual({ left: 0, next: "/console/cases/1" });
  const { data } = await visit(here, tab, backupCodes, path, { form: {} });
  expect(data).toMatchObject({ codes: expect.objectContaining({ length: 10 }) });
  expect((await visit(here, tab, backupCodes, path)).data).toMatchObject({ left: 10 });
});

test("later sign-ins ask for the code, and the step-up brings back to the page it came from", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { appCode } = await arrived(here, "kim@gangway.example", "approver");
  const tab = here.browser();
  expect(
    await visit(here, tab, signIn, "/staff/sign-in", { form: { email: "kim@gangway.example", password: "nope" } }),
  ).toMatchObject({
    status: 422,
    data: { values: { email: "kim@gangway.example" }, errors: { password: "auth.password.wrong" } },
  });
  await visit(here, tab, signIn, "/staff/sign-in", { form: { email: "kim@gangway.example", password } });
  expect((await visit(here, tab, secondFactor, "/staff/second-factor")).data).toMatchObject({
    isStepUp: false,
    app: true,
  });
  expect(await visit(here, tab, secondFactor, "/staff/second-factor", { form: { code: appCode() } })).toMatchObject({
    to: "/console",
  });

  const asked = "/staff/second-factor?next=%2Fconsole%2Fcases%2F1";
  expect(await visit(here, tab, secondFactor, asked)).toMatchObject({ to: "/console/cases/1" }); // proven a moment ago
  here.turn(16 * MINUTE);
  expect((await visit(here, tab, secondFactor, asked)).data).toMatchObject({ isStepUp: true });
  expect(await visit(here, tab, secondFactor, asked, { form: { code: appCode() } })).toMatchObject({
    to: "/console/cases/1",
  });
});

test("scripts add a passkey and sign in with it; what is no such answer is refused", async ({ db, pool }) => {
  const here = hall({ db, pool }, { at: new Date() });
  const { tab } = await arrived(here, "kim@gangway.example", "approver");
  const key = testAuthenticator("https://gangway.example");
  const say = (browser: typeof tab, json: unknown) => visit(here, browser, passkey, "/staff/passkey", { json });
  const question = (await say(tab, { ask: "takeThis" })).data as { options: object };
  expect(await say(tab, { ask: "keepThis", answer: key.create(question.options), name: "MacBook" })).toMatchObject({
    status: 200,
    data: { ok: true },
  });
  const other = here.browser();
  const asked = (await say(other, { ask: "whoIsIt" })).data as { options: object };
  expect(asked.options).toMatchObject({ userVerification: "required" });
  expect(await say(other, { ask: "letMeIn", answer: key.get(asked.options), next: "//evil.example" })).toMatchObject({
    data: { ok: true, to: "/console" },
  });
  expect(await other.viewer()).toMatchObject({ email: "kim@gangway.example" });
  expect(await say(here.browser(), { ask: "takeThis" })).toMatchObject({ status: 403 });
  expect(await say(other, { ask: "letMeIn", answer: { id: 1 } })).toMatchObject({ status: 422 });
  here.turn(16 * MINUTE);
  expect(await say(tab, { ask: "takeThis" })).toMatchObject({
    status: 403,
    data: { to: "/staff/second-factor?next=%2Faccount" },
  });
});

test("an account changes its name, language and password, ends its sessions, and keeps a way to prove itself", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool }, { at: new Date() });
  const { tab, appCode } = await arrived(here, "kim@gangway.example", "approver");
  const other = here.browser();
  await visit(here, other, signIn, "/staff/sign-in", { form: { email: "kim@gangway.example", password } });
  await visit(here, other, secondFactor, "/staff/second-factor", { form: { code: appCode() } });
  const post = (form: Record<string, string>) => visit(here, tab, account, "/account", { form });

  expect(await post({ intent: "profile", name: "김하람", lang: "en" })).toMatchObject({ to: "/account?saved=profile" });
  expect(await tab.viewer()).toMatchObject({ name: "김하람", lang: "en" });
  expect(await post({ intent: "profile", name: "Visit www.evil.example", lang: "en" })).toMatchObject({
    status: 422,
    data: { errors: { name: "auth.name.wrong" } },
  });
  expect(await post({ intent: "password", current: "wrong", next: "seven grey gulls at dusk" })).toMatchObject({
    data: { errors: { current: "auth.password.notYours" } },
  });
  expect(await post({ intent: "password", current: password, next: "gangway gangway" })).toMatchObject({
    data: { errors: { next: "auth.password.common" } },
  });
  expect(await other.viewer()).not.toBeNull();
  expect(await post({ intent: "password", current: password, next: "seven grey gulls at dusk" })).toMatchObject({
    data: { done: true },
  });
  expect(await other.viewer()).toBeNull(); // signed out everywhere else
  expect(await post({ intent: "removeApp" })).toMatchObject({
    status: 422,
    data: { errors: { "": "auth.passkey.last" } },
  });
  here.turn(16 * MINUTE);
  expect(await post({ intent: "removeApp" })).toMatchObject({ to: "/staff/second-factor?next=%2Faccount" });
});

test("an administrator invites, gives and takes roles and shuts out, but never changes their own", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const admin = await arrived(here, "kim@gangway.example", "admin");
  const reviewer = await arrived(here, "lee@gangway.example", "reviewer");
  expect(await visit(here, reviewer.tab, people, "/staff/people")).toMatchObject({ status: 403 });
  expect((await visit(here, admin.tab, people, "/staff/people")).data).toMatchObject({ people: { length: 2 } });

  expect(
    await visit(here, admin.tab, people, "/staff/people", { form: { email: "new@gangway.example", roles: "advisor" } }),
  ).toMatchObject({
    to: "/staff/people?sent=1",
  });
  const link = new URL(/href="([^"]*welcome[^"]*)"/.exec(here.mails.at(-1)!.html)![1]!);
  const guest = here.browser();
  const path = link.pathname + link.search;
  expect((await visit(here, guest, welcome, path)).data).toEqual({ invited: { email: "new@gangway.example" } });
  expect(await visit(here, guest, welcome, path, { form: { name: "새봄", password: "short" } })).toMatchObject({
    status: 422,
    data: { values: { name: "새봄" }, errors: { password: "auth.password.short:15" } },
  });
  expect(
    await visit(here, guest, welcome, path, { form: { name: "새봄", password: "nine gulls over the pier" } }),
  ).toMatchObject({
    to: "/staff/enrol",
  });
  expect((await visit(here, here.browser(), welcome, path)).data).toEqual({ invited: null });

  const about = (userId: string, form: Record<string, string>) =>
    visit(here, admin.tab, person, `/staff/people/${userId}`, { params: { userId }, form });
  expect(await about(reviewer.userId, { intent: "roles", roles: "approver" })).toMatchObject({ status: 302 });
  expect((await reviewer.tab.viewer())?.roles).toEqual(["approver"]);
  expect(await about(admin.userId, { intent: "roles", roles: "approver" })).toMatchObject({
    status: 409,
    data: { problem: "auth.people.notYourself" },
  });
  await about(reviewer.userId, { intent: "disable" });
  expect(await reviewer.tab.viewer()).toBeNull();
  expect(
    await visit(here, reviewer.tab, signIn, "/staff/sign-in", { form: { email: "lee@gangway.example", password } }),
  ).toMatchObject({
    status: 302, // the answer to a right password is the same; the half session is nobody's
  });
  expect(await visit(here, reviewer.tab, secondFactor, "/staff/second-factor")).toMatchObject({ to: "/staff/sign-in" });
});
