import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { requireFresh, requireMember, requireStaff, requireViewer } from "./require.server.ts";
import { viewerOf } from "./viewer.server.ts";

const clock = () => {
  let at = new Date("2026-11-23T01:00:00Z");
  return { now: () => at, turn: (minutes: number) => (at = new Date(at.getTime() + minutes * 60_000)) };
};

/** What a page would answer: the thrown response, or that it went through. */
const answered = async (asking: Promise<unknown> | (() => void)) => {
  try {
    await (typeof asking === "function" ? asking() : asking);
    return "through";
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return thrown.headers.get("Location") ?? thrown.status;
  }
};

const openedCase = async (pool: import("pg").Pool) => {
  const caseId = newId();
  await pool.query(
    `insert into subject (id, kind, case_id, public_id, machine_version, version, value, context, phase, states, turns, status, head, opened_at, changed_at)
     values ($1, 'onboarding', $1, $2, 1, 0, '{}', '{}', '', '{}', '{}', 'active', '', now(), now())`,
    [caseId, caseId],
  );
  return caseId;
};

test("a case that is not mine, not there, or not even an id is the same 404", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const [mine, theirs] = [await openedCase(pool), await openedCase(pool)];
  const { request, viewer } = await signedIn(parts, { caseIds: [mine] });
  expect(await requireMember(parts, request("/"), mine)).toMatchObject({
    caseId: mine,
    actor: { id: viewer.userId, roles: ["merchant"], via: "session", caseIds: [mine] },
  });
  for (const id of [theirs, newId(), "GW-1", "'", "", undefined]) {
    expect(await answered(requireMember(parts, request("/"), id))).toBe(404);
  }
  const staff = await signedIn(parts, { roles: ["reviewer"] });
  expect(await answered(requireMember(parts, staff.request("/"), mine))).toBe(404);
});

test("a visitor is led to the right entrance and back", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const visiting = (path: string) => new Request(`http://localhost:3000${path}`);
  expect(await answered(requireViewer(parts, visiting("/cases?open=1")))).toBe("/sign-in?next=%2Fcases%3Fopen%3D1");
  expect(await answered(requireViewer(parts, visiting("/cases.data?_routes=root")))).toBe("/sign-in?next=%2Fcases");
  expect(await answered(requireStaff(parts, visiting("/console/desk/reviewer"), "reviewer"))).toBe(
    "/staff/sign-in?next=%2Fconsole%2Fdesk%2Freviewer",
  );
});

test("the console is 404 to merchants and 403 to the wrong role", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const merchant = await signedIn(parts);
  const reviewer = await signedIn(parts, { roles: ["reviewer"] });
  expect(await answered(requireStaff(parts, merchant.request("/console")))).toBe(404);
  expect(await answered(requireStaff(parts, reviewer.request("/console"), "approver"))).toBe(403);
  expect(await answered(requireStaff(parts, reviewer.request("/console"), "approver", "reviewer"))).toBe("through");
});

test("a role taken away, a person shut out and a session ended count from the next request on", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const { request, viewer } = await signedIn(parts, { roles: ["reviewer", "approver"] });
  await pool.query("update staff_role set revoked_at = now(), revoked_by = 'test' where role = 'approver'");
  expect((await viewerOf(parts, request("/")))?.roles).toEqual(["reviewer"]);
  expect(await answered(requireStaff(parts, request("/"), "approver"))).toBe(403);
  await pool.query("update users set disabled_at = now()");
  expect(await viewerOf(parts, request("/"))).toBeNull();
  await pool.query("update users set disabled_at = null");
  expect(await viewerOf(parts, request("/"))).not.toBeNull();
  await pool.query("delete from session where id = $1", [viewer.sessionId]);
  expect(await viewerOf(parts, request("/"))).toBeNull();
});

test("staff are signed out after half an hour of nothing and after twelve hours of anything", async ({ pool }) => {
  const { now, turn } = clock();
  const parts = { pool, now, config: testConfig() };
  const idle = await signedIn(parts, { roles: ["advisor"] });
  turn(31);
  expect(await viewerOf(parts, idle.request("/"))).toBeNull();

  const busy = await signedIn(parts, { roles: ["advisor"] });
  for (let asked = 25; asked < 12 * 60; asked += 25) {
    turn(25);
    expect(await viewerOf(parts, busy.request("/"))).not.toBeNull();
  }
  turn(25);
  expect(await viewerOf(parts, busy.request("/"))).toBeNull();
});

test("a decision asks for the second factor again after a quarter of an hour", async ({ pool }) => {
  const { now, turn } = clock();
  const parts = { pool, now, config: testConfig() };
  const { request, viewer } = await signedIn(parts, { roles: ["approver"] });
  turn(15);
  expect(await answered(() => requireFresh(parts, request("/console/cases/1"), viewer))).toBe("through");
  turn(1);
  expect(await answered(() => requireFresh(parts, request("/console/cases/1"), viewer))).toBe(
    "/staff/second-factor?next=%2Fconsole%2Fcases%2F1",
  );
});

test("staff who have not given their second factor are nobody yet", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const { request } = await signedIn(parts, { roles: ["admin"] });
  await pool.query("update session set second_factor_at = null");
  expect(await viewerOf(parts, request("/"))).toBeNull();
});

test("a cookie that we did not sign is nobody's", async ({ pool }) => {
  const parts = { pool, now: clock().now, config: testConfig() };
  const { cookie } = await signedIn(parts);
  const asking = (text: string) =>
    viewerOf(parts, new Request("http://localhost:3000/", { headers: { Cookie: text } }));
  expect(await asking(cookie)).not.toBeNull();
  expect(await asking(cookie.replace(/.$/, (last) => (last === "x" ? "y" : "x")))).toBeNull();
  expect(await asking(cookie.replace(/\..*/, ""))).toBeNull();
  expect(await asking("gangway-session=%E0%A4%A")).toBeNull();
  expect(
    await viewerOf(
      { ...parts, config: testConfig({ sessionSecret: "another secret that is long enough" }) },
      new Request("http://localhost:3000/", { headers: { Cookie: cookie } }),
    ),
  ).toBeNull();
});
