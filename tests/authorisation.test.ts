import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { expect } from "vitest";
import { addMember, removeMember } from "#app/auth/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { openPlatform } from "#app/platform/open.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { addressOf, type RouteModule } from "#tests/support/routes.ts";
import { type SignedIn, signedIn } from "#tests/viewer.ts";
import { walk } from "#tests/walk.ts";
import { currentLaw } from "#workflows/law.ts";
import { type StaffRole, staffRoles } from "#workflows/roles.ts";

// Every route against everybody. What a route of a new name is for follows from its address; a new kind of address has to be put here.

const modules = import.meta.glob<RouteModule>("../app/routes/*.{ts,tsx}");
const files = Object.keys(modules)
  .map((path) => path.split("/").at(-1)!)
  .filter((file) => !file.includes(".test."));

type Kind = "case" | "merchant" | "signedIn" | "staff" | "admin" | "seat" | "key" | "open";
const kinds: [RegExp, Kind][] = [
  [/^\/cases\/x/, "case"],
  [/^\/cases$/, "merchant"],
  [/^\/account$/, "signedIn"],
  [/^\/staff\/people|^\/console\/partners/, "admin"],
  // Programs with a partner's key: being signed in opens nothing there (app/api/api.test.ts holds keys against each other's things).
  [/^\/api\/v1\/(?!openapi\.json$)/, "key"],
  [/^\/staff\/(backup-codes|carry-on)$/, "staff"],
  [/^\/console/, "staff"],
  // Pages for somebody who is on the way in: they judge the half session by themselves (app/routes/staff.test.ts).
  [/^\/staff\/(second-factor|enrol)$/, "seat"],
  [
    /^\/$|^\/x$|^\/(lang|theme|verify|\.well-known|sign-in|sign-out|inquiry|guide|dev|psp|join|p|partners|api)(\/|$)|^\/staff\/(sign-in|passkey|welcome)$/,
    "open",
  ],
];
const kindOf = (file: string): Kind | undefined => kinds.find(([pattern]) => pattern.test(addressOf(file, {})))?.[1];

const [signIn, staffSignIn, mayEnter, notHere, notYours, noKey, noMethod, tooOften] = [
  "to /sign-in",
  "to /staff/sign-in",
  "in",
  "404",
  "403",
  "401",
  "405",
  "429",
];
type Outcome = string;

/** Pages of the console that only some roles may see; every other page shows itself to all of the house. */
const readers: { [file: string]: readonly StaffRole[] } = {
  // Papers of people: whoever judges them, and whoever has to answer for that.
  "console.cases.$caseId.files.$fileId.tsx": ["advisor", "reviewer", "approver", "auditor"],
  // Whoever may draft an edition of the catalogue.
  "console.catalogue.edit.tsx": ["admin", "advisor", "integration"],
  // A whole case leaves the house in one file.
  "console.cases.$caseId_.case-file[.]json.ts": ["auditor", "admin"],
};

test("somebody has said of every page who may see it", () => {
  expect(files.filter((file) => kindOf(file) === undefined)).toEqual([]);
  expect(files.length).toBeGreaterThan(40);
});

interface Actor {
  who: string;
  browser: SignedIn | null;
}

async function stage(platform: Platform) {
  const { pool } = platform;
  const [own, foreign] = [await walk(platform), await walk(platform)];
  for (const walked of [own, foreign]) await (await (await walked.inquired()).proposed()).accepted();
  const merchant = async (caseId: string, email: string) => signedIn(platform, { caseIds: [caseId], email });
  const owner = await merchant(own.caseId, "owner@shop.example");
  const member = await signedIn(platform, { email: "member@shop.example" });
  await addMember(pool, { caseId: own.caseId, userId: member.viewer.userId, role: "member" });
  const stranger = await merchant(foreign.caseId, "stranger@other.example");
  const removed = await signedIn(platform, { email: "removed@shop.example" });
  await addMember(pool, { caseId: own.caseId, userId: removed.viewer.userId, role: "member" });
  await removeMember(platform, { caseId: own.caseId, userId: removed.viewer.userId, by: owner.viewer });
  const half = await signedIn(platform, { roles: ["admin"], email: "half@gangway.example" });
  await pool.query("update session set second_factor_at = null where id = $1", [half.viewer.sessionId]);
  const dismissed = await signedIn(platform, { roles: ["reviewer"], email: "dismissed@gangway.example" });
  await pool.query("update users set disabled_at = now() where id = $1", [dismissed.viewer.userId]);
  const staff = await Promise.all(
    staffRoles.map(
      async (role): Promise<Actor> => ({ who: role, browser: await signedIn(platform, { roles: [role] }) }),
    ),
  );
  const actors: Actor[] = [
    { who: "visitor", browser: null },
    { who: "half", browser: half },
    { who: "dismissed", browser: dismissed },
    { who: "owner", browser: owner },
    { who: "member", browser: member },
    { who: "stranger", browser: stranger },
    { who: "removed", browser: removed },
    ...staff,
  ];
  return { own, foreign, actors, owner };
}

const objects = async (pool: Pool, caseId: string) => {
  const { rows } = await pool.query<{ id: string }>(
    "select id from subject where case_id = $1 and kind = 'channel' limit 1",
    [caseId],
  );
  const fileId = newId();
  await pool.query(
    `insert into kyc_file (id, case_id, item, name, type, bytes, sha256, pages, object_name, upload_key, uploaded_by, uploaded_at)
     values ($1, $2, 'doc:bankbook', 'a.pdf', 'application/pdf', 1, 'x', 1, $3, $3, 'test', now())`,
    [fileId, caseId, `${caseId}/${fileId}`],
  );
  return { caseId, channelId: rows[0]!.id, fileId };
};

type Params = Record<string, string>;

/** What somebody gets who opens a page, or sends a form that no page of ours has. */
async function outcome(
  platform: Platform,
  file: string,
  { browser }: Actor,
  params: Params,
  how: "open" | "send",
): Promise<Outcome | null> {
  const route = await modules[`../app/routes/${file}`]!();
  const run = how === "open" ? route.loader : route.action;
  if (!run) return null;
  const path = addressOf(file, params);
  const init =
    how === "open"
      ? {}
      : { method: "POST", body: new URLSearchParams({ type: "NOTHING", intent: "nothing", _key: newId() }) };
  const request = browser ? browser.request(path, init) : new Request(new URL(path, platform.config.publicUrl), init);
  const context = { platform, ip: "203.0.113.7", nonce: "n", requestId: "r" };
  try {
    const said = await run({ request, params, context });
    return said instanceof Response ? read(said) : mayEnter;
  } catch (thrown) {
    if (thrown instanceof Response) return read(thrown);
    throw thrown;
  }
}

function read(response: Response): Outcome {
  const to = response.headers.get("Location");
  if (to?.startsWith("/sign-in?next=") || to === "/sign-in") return signIn;
  if (to?.startsWith("/staff/sign-in")) return staffSignIn;
  return [401, 403, 404, 405, 429].includes(response.status) ? String(response.status) : mayEnter;
}

const isStaff = (who: string): who is StaffRole => (staffRoles as readonly string[]).includes(who);

/** What must come out. `null`: the page decides, and says so in its own tests. */
function wanted(kind: Kind, who: string): Outcome[] | null {
  const isNobody = ["visitor", "half", "dismissed"].includes(who);
  switch (kind) {
    case "case":
      if (isNobody) return [signIn];
      return who === "owner" || who === "member" ? null : [notHere];
    case "merchant":
      if (isNobody) return [signIn];
      return isStaff(who) ? [mayEnter, notHere] : [mayEnter];
    case "signedIn":
      return isNobody ? [signIn] : [mayEnter, notHere];
    case "staff":
      if (isNobody) return [staffSignIn];
      return isStaff(who) ? null : [notHere];
    case "admin":
      if (isNobody) return [staffSignIn];
      if (who === "admin") return [mayEnter, notHere];
      return [isStaff(who) ? notYours : notHere];
    case "key":
      // A method that the address does not take is refused before anybody is asked who they are; wrong keys soon have to wait.
      return [noKey, noMethod, tooOften];
    default:
      return null;
  }
}

/** Everything that is written anywhere, a sum for each table: what was refused must not change it. */
async function everything(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
     where schemaname = 'public' and relname not in ('throttle', 'session') or relname = '_private_jobs'`,
  );
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${name} t`,
  );
  const { rows } = await pool.query<{ name: string; sum: string }>(sums.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

test("every page, opened or sent to by everybody: what is not theirs answers as it must, and changes nothing", {
  timeout: 240_000,
}, async ({ databaseUrl }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-matrix-"));
  await using platform = openPlatform(
    testConfig({ databaseUrl, dataDir, storage: { kind: "folder", folder: join(dataDir, "files") } }),
  );
  const { own, foreign, actors, owner } = await stage(platform);
  const ids = await objects(platform.pool, own.caseId);
  const theirs = await objects(platform.pool, foreign.caseId);
  const before = await everything(platform.pool);
  const wrong: string[] = [];
  let cells = 0;

  for (const file of files) {
    const kind = kindOf(file)!;
    for (const actor of actors) {
      for (const how of ["open", "send"] as const) {
        const must = wanted(kind, actor.who);
        if (!must) continue;
        const got = await outcome(platform, file, actor, ids, how);
        if (got === null) continue;
        cells++;
        if (!must.includes(got)) wrong.push(`${actor.who} ${how}s ${file}: ${got}, not ${must.join(" or ")}`);
      }
    }
    if (kind !== "case") continue;
    // The own case with somebody else's thing in it, somebody else's case, and what is no id at all.
    const mixed = Object.keys(theirs).filter((name) => file.includes(`$${name}`));
    const attempts: Params[] = [
      theirs,
      { ...ids, caseId: newId() },
      ...["1", "'", "00000000-0000-0000-0000-00000000000g"].map((caseId) => ({ ...ids, caseId })),
    ];
    if (mixed.length > 1) attempts.push({ ...theirs, caseId: ids.caseId });
    for (const params of attempts) {
      for (const how of ["open", "send"] as const) {
        const got = await outcome(platform, file, { who: "owner", browser: owner }, params, how);
        if (got === null) continue;
        cells++;
        if (got !== notHere) wrong.push(`owner ${how}s ${addressOf(file, params)} (${file}): ${got}, not 404`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(500);
  expect(await everything(platform.pool)).toEqual(before);
});

test("whoever may see a page sees it: the team its case, staff the console", { timeout: 240_000 }, async ({
  databaseUrl,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "gangway-matrix-"));
  await using platform = openPlatform(
    testConfig({ databaseUrl, dataDir, storage: { kind: "folder", folder: join(dataDir, "files") } }),
  );
  const { own, actors } = await stage(platform);
  const ids = await objects(platform.pool, own.caseId);
  const wrong: string[] = [];
  for (const file of files) {
    const kind = kindOf(file)!;
    if (kind !== "case" && kind !== "staff") continue;
    for (const actor of actors) {
      if (wanted(kind, actor.who) !== null) continue;
      const got = await outcome(platform, file, actor, ids, "open");
      if (got === null) continue;
      const mayRead = !isStaff(actor.who) || (readers[file]?.includes(actor.who) ?? true);
      // A thing of the page (a proposal, a file) may not be there yet; the page of a case itself is.
      const isRight = mayRead
        ? got === mayEnter || (got === notHere && !file.endsWith("_index.tsx"))
        : got === notYours;
      if (!isRight) wrong.push(`${actor.who} opens ${file}: ${got}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(["onboarding", "channel"] as const)(
  "an auditor sees everything and sends nothing in the %s chart; admins hand cases over, and no more",
  (kind) => {
    const sends = (role: StaffRole) =>
      Object.entries(currentLaw(kind).sentBy).flatMap(([event, roles]) =>
        (roles as readonly string[]).includes(role) ? [event] : [],
      );
    expect(sends("auditor")).toEqual([]);
    expect(sends("admin")).toEqual(kind === "onboarding" ? ["HAND_OVER"] : []);
  },
);
