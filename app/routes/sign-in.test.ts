import { expect } from "vitest";
import { addMember, invite, viewerOf } from "#app/auth/index.server.ts";
import { hall, MINUTE } from "#app/auth/testing/hall.ts";
import { visit } from "#app/auth/testing/visit.ts";
import { openSubject } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import * as team from "./cases.$caseId.team.tsx";
import * as signIn from "./sign-in.tsx";
import * as code from "./sign-in_.code.tsx";
import * as invitation from "./sign-in_.invitation.tsx";
import * as signOut from "./sign-out.tsx";

test("two plain forms lead from the address to the page that was wanted", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const tab = here.browser();
  const first = await visit(here, tab, signIn, "/sign-in?next=%2Fcases%3Fopen%3D1", {
    form: { email: " Lee@Shop.example " },
  });
  expect(first).toMatchObject({ status: 302, to: "/sign-in/code?next=%2Fcases%3Fopen%3D1" });
  const page = await visit(here, tab, code, first.to!);
  expect(page.data).toEqual({
    email: "lee@shop.example",
    resendInSeconds: 60,
    first: "/sign-in?next=%2Fcases%3Fopen%3D1",
  });

  const pasted = `${here.code().slice(0, 3)} ${here.code().slice(3)}`;
  const second = await visit(here, tab, code, first.to!, { form: { intent: "verify", code: pasted } });
  expect(second).toMatchObject({ status: 302, to: "/cases?open=1" });
  expect(await tab.viewer()).toMatchObject({ email: "lee@shop.example" });
  expect(await visit(here, tab, signIn, "/sign-in")).toMatchObject({ to: "/cases" });

  expect(await visit(here, tab, signOut, "/sign-out", { form: {} })).toMatchObject({ status: 302, to: "/" });
  expect(await tab.viewer()).toBeNull();
  expect((await pool.query("select from session")).rowCount).toBe(0);
});

test("a mistake is said at its field and keeps what was typed, but never a code", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const tab = here.browser();
  expect(await visit(here, tab, signIn, "/sign-in", { form: { email: "lee@" } })).toMatchObject({
    status: 422,
    data: { values: { email: "lee@" }, errors: { email: "auth.email.wrong" } },
  });
  await visit(here, tab, signIn, "/sign-in", { form: { email: "lee@shop.example" } });
  const wrong = here.code() === "000000" ? "000001" : "000000";
  const answer = await visit(here, tab, code, "/sign-in/code", { form: { code: wrong } });
  expect(answer).toMatchObject({ status: 422, data: { errors: { code: "auth.code.wrong" } } });
  expect(JSON.stringify(answer.data)).not.toContain(wrong);
  expect(await visit(here, tab, code, "/sign-in/code", { form: { code: "12" } })).toMatchObject({
    data: { errors: { code: "auth.code.six" } },
  });
});

test("a new code can be had after a minute, and nobody is asked for a code that was never sent", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const tab = here.browser();
  expect(await visit(here, tab, code, "/sign-in/code")).toMatchObject({ to: "/sign-in" });
  await visit(here, tab, signIn, "/sign-in", { form: { email: "lee@shop.example" } });
  expect(await visit(here, tab, code, "/sign-in/code", { form: { intent: "resend" } })).toMatchObject({
    status: 429,
    data: { errors: { code: "auth.send.slow:60" } },
  });
  here.turn(MINUTE);
  expect(await visit(here, tab, code, "/sign-in/code", { form: { intent: "resend" } })).toMatchObject({
    status: 200,
    data: { resent: true },
  });
  expect(here.mails).toHaveLength(2);
  expect(await visit(here, tab, code, "/sign-in/code", { form: { code: here.code() } })).toMatchObject({
    to: "/cases",
  });
});

test("an invitation leads through one code straight into the case, and only its own address", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const [owner, caseId] = [here.browser(), newId()];
  await owner.ask("lee@shop.example");
  await owner.type("lee@shop.example", here.code());
  const by = (await owner.viewer())!;
  await inTransaction(pool, async (tx) => {
    await openSubject(tx, {
      id: caseId,
      kind: "onboarding",
      caseId,
      actorId: "test",
      actorRole: "system",
      at: here.platform.now(),
    });
    await addMember(tx, { caseId, userId: by.userId, role: "owner" });
  });
  await invite(here.platform, { caseId, email: "kim@shop.example", role: "member", by, lang: "ko" });
  const token = /token=([\w-]+)/.exec(here.mails.at(-1)!.html)![1]!;
  const path = `/sign-in/invitation?token=${token}`;

  const tab = here.browser();
  expect((await visit(here, tab, invitation, path)).data).toMatchObject({
    invitation: { email: "kim@shop.example" },
    account: "none",
  });
  const sent = await visit(here, tab, invitation, path, { form: {} });
  expect(here.mails.at(-1)).toMatchObject({ to: "kim@shop.example" });
  expect(await visit(here, tab, code, sent.to!, { form: { code: here.code() } })).toMatchObject({
    to: `/cases/${caseId}`,
  });
  expect((await viewerOf(here.platform, tab.request()))?.caseIds).toEqual([caseId]);
  expect((await visit(here, tab, invitation, path)).data).toMatchObject({ invitation: null });

  await invite(here.platform, { caseId, email: "park@shop.example", role: "member", by, lang: "ko" });
  const other = `/sign-in/invitation?token=${/token=([\w-]+)/.exec(here.mails.at(-1)!.html)![1]}`;
  expect((await visit(here, tab, invitation, other)).data).toMatchObject({ account: "another" });
  expect(await visit(here, tab, invitation, other, { form: {} })).toMatchObject({ to: other });
});

test("the team page is 404 to everybody but the team", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const [owner, stranger, caseId] = [here.browser(), here.browser(), newId()];
  for (const [browser, email] of [
    [owner, "lee@shop.example"],
    [stranger, "choi@other.example"],
  ] as const) {
    await browser.ask(email);
    await browser.type(email, here.code());
  }
  await inTransaction(pool, async (tx) => {
    await openSubject(tx, {
      id: caseId,
      kind: "onboarding",
      caseId,
      actorId: "test",
      actorRole: "system",
      at: here.platform.now(),
    });
    await addMember(tx, { caseId, userId: (await owner.viewer())!.userId, role: "owner" });
  });
  const [path, params] = [`/cases/${caseId}/team`, { caseId }];
  expect((await visit(here, owner, team, path, { params })).data).toMatchObject({ isOwner: true });
  expect(await visit(here, stranger, team, path, { params })).toMatchObject({ status: 404 });
  expect(
    await visit(here, stranger, team, path, {
      params,
      form: { intent: "invite", email: "x@y.example", role: "owner" },
    }),
  ).toMatchObject({ status: 404 });
  expect(
    await visit(here, owner, team, path, {
      params,
      form: { intent: "invite", email: "lee@shop.example", role: "member" },
    }),
  ).toMatchObject({
    status: 409,
    data: { errors: { email: "auth.team.alreadyIn" } },
  });
  const me = (await owner.viewer())!.userId;
  expect(await visit(here, owner, team, path, { params, form: { intent: "remove", id: me } })).toMatchObject({
    status: 409,
    data: { problem: "auth.team.lastOwner" },
  });
});
