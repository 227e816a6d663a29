import type { Pool } from "pg";
import { expect } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { type SignedIn, signedIn } from "#tests/viewer.ts";
import { actOnPartner, addPartner, loadPartner, loadPartners, type PartnerAnswer } from "./console.server.ts";
import { openLink, verifyPartnerKey } from "./index.server.ts";
import { facts, partnerHall } from "./testing/hall.ts";

type Args = Parameters<typeof actOnPartner>[0];

async function desk(pool: Pool) {
  const hall = await partnerHall(pool);
  const admin = await signedIn(hall.platform, { roles: ["admin"] });
  const args = (who: SignedIn, path: string, params: Record<string, string>, body?: [string, string][]) =>
    ({
      request: who.request(path, body ? { method: "POST", body: new URLSearchParams(body) } : {}),
      params,
      context: { platform: hall.platform, ip: "203.0.113.7", nonce: "", requestId: "r" },
    }) as unknown as Args;
  const act = async (body: [string, string][], who = admin) => {
    const path = `/console/partners/${hall.partnerId}`;
    const said = await actOnPartner(args(who, path, { partnerId: hall.partnerId }, body));
    return said instanceof Response ? said : (said as { data: PartnerAnswer }).data;
  };
  const page = () => loadPartner(args(admin, "/console/partners", { partnerId: hall.partnerId }));
  return { ...hall, admin, args, act, page };
}

const { slug: _slug, ...plain } = facts;
const given = (changes: Partial<Record<keyof typeof facts, string>> = {}): [string, string][] =>
  Object.entries({ ...plain, ...changes });

test("an administrator adds a partner; an address that is taken, and a colour nobody can read on, are refused", async ({
  pool,
}) => {
  const { args, admin, platform } = await desk(pool);
  const add = (changes: Parameters<typeof given>[0]) =>
    addPartner(args(admin, "/console/partners", {}, given({ slug: "second", ...changes })));
  const errorsOf = (said: unknown) => (said as { data: { errors: object } }).data.errors;
  expect(errorsOf(await add({ slug: "mallhub" }))).toEqual({ slug: "partner.slug.taken" });
  expect(errorsOf(await add({ accent: "#ffee00", slug: "No!" }))).toEqual({
    accent: "partner.accent.tooLight",
    slug: "partner.slug.wrong",
  });
  expect(((await add({})) as Response).headers.get("Location")).toMatch(/^\/console\/partners\/[0-9a-f-]{36}$/);
  const { partners } = await loadPartners(args(admin, "/console/partners", {}));
  expect(partners.map(({ slug }) => slug).sort()).toEqual(["mallhub", "second"]);
  expect(platform).toBeDefined();
});

test("facts change, the address does not", async ({ pool }) => {
  const { act, page } = await desk(pool);
  const answer = await act([["intent", "change"], ["slug", "stolen"], ...given({ nameEn: "MallHub Ltd" })]);
  expect(answer).toEqual({ saved: true });
  expect((await page()).partner).toMatchObject({ nameEn: "MallHub Ltd", slug: "mallhub" });
  expect(await act([["intent", "change"], ...given({ contactMail: "x" })])).toMatchObject({
    form: "facts",
    errors: { contactMail: "form.notEmail" },
  });
});

test("a key made on the page works, is shown this once, and is nowhere on the page afterwards", async ({ pool }) => {
  const { act, page, parts } = await desk(pool);
  const make: [string, string][] = [
    ["intent", "makeKey"],
    ["_key", newId()],
    ["name", "shop"],
    ["scopes", "funnel.read"],
    ["life", "90"],
  ];
  const { key } = (await act(make)) as PartnerAnswer;
  expect(await verifyPartnerKey(parts, key!.text)).toMatchObject({ scopes: ["funnel.read"] });
  expect(await act(make)).toEqual({ problem: "partner.key.done" });
  const seen = await page();
  expect(JSON.stringify(seen)).not.toContain(key!.text.slice(-40));
  const { id } = seen.keys.find(({ name }) => name === "shop")!;
  const rotate: [string, string][] = [
    ["intent", "rotateKey"],
    ["_key", newId()],
    ["id", id],
    ["overlapHours", "24"],
  ];
  expect(((await act(rotate)) as PartnerAnswer).key?.name).toBe("shop");
  await act([
    ["intent", "revokeKey"],
    ["id", id],
  ]);
  expect((await page()).keys.map(({ name, state }) => `${name} ${state}`)).toEqual([
    "shop active",
    "shop revoked",
    "server active",
  ]);
  const noScope = make.filter(([name]) => name !== "scopes");
  expect(await act(noScope)).toMatchObject({ form: "key", errors: { scopes: "partner.scopes.missing" } });
});

test("keys and pausing ask for the second factor anew; looking and links do not", async ({ pool }) => {
  const { act, admin, page, pass } = await desk(pool);
  await pool.query("update session set expires_at = expires_at + interval '1 day'");
  pass(20 / 1440);
  await pool.query("update session set seen_at = $1 where id = $2", [
    new Date("2026-11-23T01:20:00.000Z"),
    admin.viewer.sessionId,
  ]);
  expect((await page()).keys).toHaveLength(1);
  for (const body of [
    [["intent", "pause"]],
    [
      ["intent", "revokeKey"],
      ["id", newId()],
    ],
  ] as [string, string][][]) {
    const thrown = await act(body).catch((error: unknown) => error);
    expect((thrown as Response).headers.get("Location")).toMatch(/^\/staff\/second-factor/);
  }
  expect((await page()).partner.pausedAt).toBeNull();
});

test("staff make a link with the little they know, and end it", async ({ pool }) => {
  const { act, page, parts, tokenOf } = await desk(pool);
  const { link } = (await act([
    ["intent", "makeLink"],
    ["days", "7"],
    ["company_name", "Acme"],
    ["contact_email", ""],
    ["service_url", ""],
    ["contact_name", ""],
    ["reference", ""],
  ])) as PartnerAnswer;
  expect(await openLink(parts, tokenOf(link!))).toMatchObject({ state: "open", prefill: { company_name: "Acme" } });
  expect(
    await act([
      ["intent", "makeLink"],
      ["days", "91"],
      ["company_name", ""],
    ]),
  ).toMatchObject({ form: "link", errors: { days: "form.tooBig:90" } });
  const [referral] = (await page()).referrals;
  await act([
    ["intent", "revokeLink"],
    ["id", referral!.id],
  ]);
  expect((await page()).referrals[0]).toMatchObject({ stage: "revoked" });
  await act([["intent", "pause"]]);
  expect(
    await act([
      ["intent", "makeLink"],
      ["days", "7"],
    ]),
  ).toEqual({ problem: "partner.paused" });
});

test("only administrators, and only partners that are there", async ({ pool }) => {
  const { args, admin, platform, partnerId, act } = await desk(pool);
  const advisor = await signedIn(platform, { roles: ["advisor"] });
  const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;
  expect(await thrown(act([["intent", "pause"]], advisor))).toBe(403);
  expect(await thrown(loadPartner(args(advisor, "/", { partnerId })))).toBe(403);
  for (const id of [newId(), "1"]) expect(await thrown(loadPartner(args(admin, "/", { partnerId: id })))).toBe(404);
  expect(await thrown(act([["intent", "nothing"]]))).toBe(404);
});
