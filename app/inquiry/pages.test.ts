import type { Pool } from "pg";
import { expect } from "vitest";
import { fakeMailer } from "#app/inquiry/testing/mailer.ts";
import type { Platform } from "#app/platform/platform.ts";
import { action as beginFormer, loader as loadWhere } from "#app/routes/inquiry._index.tsx";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { checkAction, loadCheck } from "./check.server.ts";
import { autosave, loadDraft, saveAndGo } from "./section.server.ts";
import { loadSent } from "./sent.server.ts";

const monday = new Date("2026-11-23T01:00:00Z");

/** A browser that keeps its cookies, in front of loaders and actions. */
function browser(pool: Pool, options: { db?: unknown } = {}) {
  const letters = fakeMailer();
  const config = testConfig();
  const platform = {
    pool,
    db: options.db,
    config,
    now: () => monday,
    mailer: letters.mailer,
    log: { info() {}, warn() {}, error() {} },
  } as unknown as Platform;
  const jar = new Map<string, string>();
  const args = (path: string, body?: [string, string][]) => ({
    request: new Request(new URL(path, config.publicUrl), {
      method: body ? "POST" : "GET",
      body: body ? new URLSearchParams(body) : undefined,
      headers: {
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        "Accept-Language": "en",
        Origin: config.publicUrl,
      },
    }),
    params: {},
    context: { platform, nonce: "", requestId: "test", ip: "127.0.0.1" },
  });
  const keep = (answer: unknown) => {
    const headers = new Headers(
      answer instanceof Response ? answer.headers : ((answer as { init?: ResponseInit }).init?.headers ?? {}),
    );
    for (const line of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    platform,
    letters,
    jar,
    args,
    /** The form of a page just loaded: with the version it was made from. */
    save: async (section: Parameters<typeof saveAndGo>[1], body: [string, string][]) => {
      const { draft } = await loadDraft(args(`/inquiry/${section}`));
      const whole: [string, string][] = [...body, ["_version", String(draft?.version ?? 0)]];
      return keep(await saveAndGo(args(`/inquiry/${section}`, whole), section));
    },
    type: async (section: Parameters<typeof saveAndGo>[1], body: [string, string][]) => {
      const given = args("/inquiry/save", body);
      const saved = await autosave(given, section, await given.request.clone().formData());
      if (saved?.cookie) keep(new Response(null, { headers: { "Set-Cookie": saved.cookie } }));
      return saved?.answer ?? null;
    },
    check: async (body: [string, string][]) => keep(await checkAction(args("/inquiry/check", body))),
    draft: async () => (await loadDraft(args("/inquiry"))).draft,
  };
}

const whereTo = (answer: unknown) => (answer as Response).headers.get("Location");
const statusOf = (answer: unknown): number =>
  answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200);
const dataOf = (answer: unknown) => (answer as { data: { errors: Record<string, string> } }).data;
const next: [string, string] = ["_go", "next"];

async function fillIn(visitor: ReturnType<typeof browser>) {
  await visitor.save("where", [["countries", "VN"], ["countries", "ID"], next]);
  await visitor.save("ways", [
    ["wishes.0.country", "VN"],
    ["wishes.0.brands", "zalopay"],
    ["wishes.1.country", "ID"],
    ["wishes.1.brands", "linkaja"],
    ["wishes.1.brands", "dana"],
    next,
  ]);
  await visitor.save("sales", [
    ["band", "100k"],
    ["ticketCurrency", "KRW"],
    ["mode", "oneTime"],
    ["goods", "physical"],
    ["selling", "Tea"],
    ["delivery", "week"],
    ["settlement", "KRW"],
    next,
  ]);
  await visitor.save("business", [
    ["applicantType", "krCorporation"],
    ["home", "KR"],
    ["companyName", "Acme"],
    ["businessNumber", "123-81-67899"],
    ["serviceUrl", "acme.example"],
    ["platform", "own"],
    ["contractor", "self"],
    next,
  ]);
  return visitor.save("contact", [
    ["name", "Lee"],
    ["phone", "02-123-4567"],
    ["email", "lee@acme.example"],
    ["consent", "on"],
    next,
  ]);
}

test("step after step without a script, each answer kept, until everything can be read once more", async ({ pool }) => {
  const visitor = browser(pool);
  expect(whereTo(await visitor.save("where", [["countries", "VN"], next]))).toBe("/inquiry/ways");
  expect(whereTo(await fillIn(visitor))).toBe("/inquiry/check");
  const page = await loadCheck(visitor.args("/inquiry/check"));
  expect(page.problems).toEqual([]);
  expect(page.groups[0]?.rows).toEqual([
    { label: "Vietnam", value: "ZaloPay" },
    { label: "Indonesia", value: "LinkAja, DANA" },
  ]);
  expect(page.forecast?.counts.certain).toBeGreaterThan(10);
});

test("a wrong answer is said at its field and still kept; going back asks nothing", async ({ pool }) => {
  const visitor = browser(pool);
  const wrong = await visitor.save("business", [["companyName", "Acme"], ["home", "KR"], next]);
  expect(statusOf(wrong)).toBe(422);
  expect(dataOf(wrong).errors).toMatchObject({ applicantType: expect.any(String), serviceUrl: "serviceUrl.missing" });
  expect((await visitor.draft())?.answers.business).toMatchObject({ companyName: "Acme" });
  expect(
    whereTo(
      await visitor.save("business", [
        ["companyName", ""],
        ["_go", "back"],
      ]),
    ),
  ).toBe("/inquiry/sales");
  expect((await visitor.draft())?.answers.business).toMatchObject({ companyName: "" });
});

test("what is typed is kept and answered with what it amounts to", async ({ pool }) => {
  const visitor = browser(pool);
  await visitor.type("where", [
    ["_touched", "countries"],
    ["countries", "VN"],
    ["_version", "0"],
  ]);
  const answer = await visitor.type("ways", [
    ["_touched", "wishes.0"],
    ["wishes.0.country", "VN"],
    ["wishes.0.brands", "zalopay"],
    ["_version", "1"],
  ]);
  expect(answer?.brief).toMatchObject({ covered: 1, wanted: 1, psps: [{ name: "ZaloPay" }] });
  const selling = await visitor.type("sales", [
    ["_touched", "selling"],
    ["selling", "Korean cosmetics and wine"],
    ["_version", "2"],
  ]);
  expect(selling?.trades.map((trade) => trade.id)).toEqual(["alcohol", "cosmetics"]);
});

test("the whole form of a page that showed another's change does not undo it", async ({ pool }) => {
  const visitor = browser(pool);
  await fillIn(visitor);
  const version = String((await visitor.draft())!.version);
  const typing = (field: string, value: string): [string, string][] => [
    ["_touched", field],
    [field, value],
    ["_version", version],
  ];
  await visitor.type("business", typing("companyName", "Acme Korea"));
  const heard = await visitor.type("business", typing("platform", "shopify"));
  expect(heard?.others).toEqual([{ field: "companyName", theirs: "Acme Korea" }]);
  const whole: [string, string][] = [
    ["applicantType", "krCorporation"],
    ["home", "KR"],
    ["companyName", "Acme"],
    ["businessNumber", "123-81-67899"],
    ["serviceUrl", "acme.example"],
    ["platform", "shopify"],
    ["contractor", "self"],
    ...(heard?.others ?? []).map(({ field }): [string, string] => ["_theirs", field]),
    next,
  ];
  expect(statusOf(await visitor.save("business", whole))).toBe(302);
  expect((await visitor.draft())?.answers.business).toMatchObject({ companyName: "Acme Korea", platform: "shopify" });
});

test("an account begins its next inquiry with the answers of the former one, the consent asked anew", async ({
  pool,
  db,
}) => {
  const visitor = browser(pool, { db });
  await fillIn(visitor);
  const member = await signedIn(visitor.platform, {});
  visitor.jar.set(...(member.cookie.split("=") as [string, string]));
  await visitor.check([["_intent", "submit"]]);
  expect(await visitor.draft()).toBeNull();
  expect((await loadWhere(visitor.args("/inquiry"))).formerAt).toBe(monday.toISOString());
  await beginFormer(visitor.args("/inquiry?index&former", []));
  const draft = await visitor.draft();
  expect(draft?.answers.ways).toMatchObject({ ID: { brands: ["linkaja", "dana"] } });
  expect(draft?.answers.contact).toMatchObject({ email: "lee@acme.example" });
  expect(draft?.answers.contact).not.toHaveProperty("consent");
  expect((await loadWhere(visitor.args("/inquiry"))).formerAt).toBeNull();
});

test("nobody who only looks around makes rows", async ({ pool }) => {
  const visitor = browser(pool);
  await visitor.draft();
  // There is nothing to look through yet: the first question comes first.
  const answer = await loadCheck(visitor.args("/inquiry/check")).catch((thrown: unknown) => thrown);
  expect(whereTo(answer)).toBe("/inquiry");
  expect((await pool.query("select from inquiry_draft")).rowCount).toBe(0);
});

test("a code proves the address, sends the inquiry and opens the account, once", async ({ pool, db }) => {
  const visitor = browser(pool, { db });
  await fillIn(visitor);
  expect(whereTo(await visitor.check([["_intent", "send"]]))).toBe("/inquiry/check");
  expect((await loadCheck(visitor.args("/inquiry/check"))).code?.email).toBe("lee@acme.example");
  const wrong = await visitor.check([
    ["_intent", "submit"],
    ["code", "000000"],
  ]);
  expect([statusOf(wrong), dataOf(wrong).errors]).toEqual([422, { code: "auth.code.wrong" }]);
  const sent = await visitor.check([
    ["_intent", "submit"],
    ["code", visitor.letters.code()],
  ]);
  expect(whereTo(sent)).toMatch(/^\/inquiry\/sent\?case=[0-9a-f-]{36}$/);
  const receipt = await loadSent(visitor.args(whereTo(sent)!));
  expect(receipt.cases[0]).toMatchObject({
    publicId: expect.stringMatching(/^GW-/),
    replyBy: "2026-11-24T01:00:00.000Z",
  });
  expect((await pool.query("select phase from subject")).rows).toEqual([{ phase: "advising" }]);
  // The draft is gone for this browser: what is typed now is a new inquiry.
  expect(await visitor.draft()).toBeNull();
});

test("whoever is signed in sends without a code; staff cannot send at all", async ({ pool, db }) => {
  const visitor = browser(pool, { db });
  await fillIn(visitor);
  const member = await signedIn(visitor.platform, {});
  visitor.jar.set(...(member.cookie.split("=") as [string, string]));
  expect((await loadCheck(visitor.args("/inquiry/check"))).sender).toBe(member.viewer.email);
  expect(whereTo(await visitor.check([["_intent", "submit"]]))).toContain("/inquiry/sent");

  const other = browser(pool, { db });
  await fillIn(other);
  const staff = await signedIn(other.platform, { roles: ["advisor"] });
  other.jar.set(...(staff.cookie.split("=") as [string, string]));
  expect(statusOf(await other.check([["_intent", "submit"]]))).toBe(403);
});

test("a mail server that is down loses nothing and is said", async ({ pool }) => {
  const visitor = browser(pool);
  await fillIn(visitor);
  visitor.letters.breakDown();
  const answer = await visitor.check([["_intent", "send"]]);
  expect([statusOf(answer), (answer as { data: unknown }).data]).toEqual([503, { errors: {}, mailFailed: true }]);
  expect((await visitor.draft())?.answers.contact).toMatchObject({ email: "lee@acme.example" });
});
