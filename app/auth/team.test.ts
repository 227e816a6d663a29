import type { Pool } from "pg";
import { expect } from "vitest";
import { openSubject } from "#app/engine/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { addMember } from "./members.server.ts";
import { acceptInvitation, changeRole, invite, removeMember, teamOf, uninvite } from "./team.server.ts";
import { type Hall, hall, MINUTE } from "./testing/hall.ts";

const openCase = async (pool: Pool) => {
  const id = newId();
  await inTransaction(pool, (tx) =>
    openSubject(tx, {
      id,
      kind: "onboarding",
      caseId: id,
      actorId: "test",
      actorRole: "system",
      at: new Date("2026-11-23T00:00:00Z"),
    }),
  );
  return id;
};

const signIn = async (here: Hall, email: string) => {
  const browser = here.browser();
  await browser.ask(email);
  await browser.type(email, here.code());
  return { browser, viewer: async () => (await browser.viewer())! };
};

async function teamOfTwo(here: Hall, pool: Pool) {
  const caseId = await openCase(pool);
  const [owner, member] = [await signIn(here, "lee@shop.example"), await signIn(here, "kim@shop.example")];
  await addMember(pool, { caseId, userId: (await owner.viewer()).userId, role: "owner" });
  await addMember(pool, { caseId, userId: (await member.viewer()).userId, role: "member" });
  return { caseId, owner: await owner.viewer(), member: await member.viewer() };
}

const tokenIn = (here: Hall) => /token=([\w-]+)/.exec(here.mails.at(-1)?.html ?? "")?.[1] ?? "";

test("a letter offers a seat, and whoever signs in with that address takes it once", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { caseId, owner } = await teamOfTwo(here, pool);
  expect(
    await invite(here.platform, { caseId, email: "new@shop.example", role: "member", by: owner, lang: "ko" }),
  ).toEqual({ ok: true });
  const letter = here.mails.at(-1);
  expect(letter).toMatchObject({
    to: "new@shop.example",
    text: expect.stringContaining("https://gangway.example/sign-in/invitation?token="),
  });
  const token = tokenIn(here);
  expect((await pool.query("select from invitation where token_hash = $1", [token])).rowCount).toBe(0); // only its hash is kept

  const stranger = await signIn(here, "other@shop.example");
  expect(await acceptInvitation(here.platform, token, await stranger.viewer())).toBeNull();
  const invited = await signIn(here, "new@shop.example");
  expect(await acceptInvitation(here.platform, token, await invited.viewer())).toBe(caseId);
  expect((await invited.viewer()).caseIds).toEqual([caseId]);
  expect(await acceptInvitation(here.platform, token, await invited.viewer())).toBeNull();
  expect((await teamOf(here.platform, caseId)).members.map(({ email, role }) => `${email} ${role}`)).toEqual([
    "lee@shop.example owner",
    "kim@shop.example member",
    "new@shop.example member",
  ]);
});

test("an invitation ends by a newer one, by being taken back, and by itself after a week", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { caseId, owner } = await teamOfTwo(here, pool);
  const asking = { caseId, email: "new@shop.example", role: "member", by: owner, lang: "en" } as const;
  await invite(here.platform, asking);
  const older = tokenIn(here);
  await invite(here.platform, asking);
  const newer = tokenIn(here);
  const invited = await signIn(here, "new@shop.example");
  expect(await acceptInvitation(here.platform, older, await invited.viewer())).toBeNull();
  const { invitations } = await teamOf(here.platform, caseId);
  expect(invitations).toHaveLength(1);
  expect(await uninvite(here.platform, { caseId, id: invitations[0]!.id, by: owner })).toEqual({ ok: true });
  expect(await acceptInvitation(here.platform, newer, await invited.viewer())).toBeNull();
  await invite(here.platform, asking);
  const last = tokenIn(here);
  const before = await invited.viewer();
  here.turn(7 * 24 * 60 * MINUTE);
  expect(await acceptInvitation(here.platform, last, before)).toBeNull();
});

test("only owners invite, remove others and give roles; everybody may leave", async ({ db, pool }) => {
  const here = hall({ db, pool });
  const { caseId, owner, member } = await teamOfTwo(here, pool);
  const refused = { ok: false, problem: "auth.team.notOwner" };
  expect(
    await invite(here.platform, { caseId, email: "x@shop.example", role: "owner", by: member, lang: "ko" }),
  ).toEqual(refused);
  expect(await removeMember(here.platform, { caseId, userId: owner.userId, by: member })).toEqual(refused);
  expect(await changeRole(here.platform, { caseId, userId: member.userId, role: "owner", by: member })).toEqual(
    refused,
  );
  expect(await invite(here.platform, { caseId, email: member.email, role: "member", by: owner, lang: "ko" })).toEqual({
    ok: false,
    problem: "auth.team.alreadyIn",
  });
  expect(await removeMember(here.platform, { caseId, userId: member.userId, by: member })).toEqual({ ok: true });
});

test("the last owner can neither be removed nor made a member, not even from two sides at once or past the page", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const { caseId, owner, member } = await teamOfTwo(here, pool);
  const last = { ok: false, problem: "auth.team.lastOwner" };
  expect(await removeMember(here.platform, { caseId, userId: owner.userId, by: owner })).toEqual(last);
  expect(await changeRole(here.platform, { caseId, userId: owner.userId, role: "member", by: owner })).toEqual(last);

  await changeRole(here.platform, { caseId, userId: member.userId, role: "owner", by: owner });
  const both = await Promise.all([
    removeMember(here.platform, { caseId, userId: member.userId, by: owner }),
    removeMember(here.platform, { caseId, userId: owner.userId, by: member }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await teamOf(here.platform, caseId)).members).toHaveLength(1);
  await expect(pool.query("delete from case_member")).rejects.toMatchObject({ code: "GW010" });
  await expect(pool.query("update case_member set role = 'member'")).rejects.toMatchObject({ code: "GW010" });
});
