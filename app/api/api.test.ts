import { Writable, type WritableOptions } from "node:stream";
import type { Pool } from "pg";
import { expect } from "vitest";
import { makeKey, openLink, setPaused } from "#app/partners/index.server.ts";
import { partnerHall } from "#app/partners/testing/hall.ts";
import { newId } from "#app/platform/ids.ts";
import { believedForMs, newKey } from "#app/platform/keys/index.server.ts";
import { logTo } from "#app/platform/log/log.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { test } from "#tests/database.ts";
import { answering, type Handlers } from "./answering.server.ts";
import { funnelApi, openApi, referralApi, referralsApi, tasks } from "./index.server.ts";
import { operations } from "./operations.ts";

type Json = Record<string, unknown>;

/** A partner's server. */
async function server(pool: Pool, slug = "mallhub") {
  const hall = await partnerHall(pool, { slug });
  const lines: string[] = [];
  const write: WritableOptions["write"] = (line, _, done) => {
    lines.push(String(line));
    done();
  };
  const log = logTo(new Writable({ write }), "trace");
  const platform = { ...hall.platform, log } as Platform;
  const ask = async (
    method: string,
    path: string,
    {
      body,
      key = hall.key,
      headers = {},
    }: { body?: unknown; key?: string | null; headers?: Record<string, string> } = {},
  ) => {
    const url = new URL(path, "http://localhost:3000");
    const [, , , , id] = url.pathname.split("/");
    const handlers: Handlers = url.pathname.endsWith("/funnel") ? funnelApi : id ? referralApi : referralsApi;
    const request = new Request(url, {
      method,
      headers: { ...(key ? { Authorization: `Bearer ${key}` } : {}), "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const context = { platform, ip: "203.0.113.7", nonce: "", requestId: "request-1" };
    const answer = await answering({ request, params: { referralId: id }, context }, handlers);
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Json };
  };
  return { ...hall, platform, ask, lines };
}

const prefill = { company_name: "Acme Tea", contact_email: "Lee@Acme-Tea.example", buyer_countries: ["VN", "ID"] };

test("a partner makes a link, reads it back without it, lists it, and revokes it", async ({ pool }) => {
  const { ask, parts, tokenOf } = await server(pool);
  const made = await ask("POST", "/api/v1/referrals", { body: { reference: "S-7", expires_in_days: 3, prefill } });
  expect(made).toMatchObject({
    status: 201,
    body: {
      id: expect.stringMatching(/^RF-\w{8}$/),
      reference: "S-7",
      stage: "invited",
      since: "2026-11-23T01:00:00.000Z",
      expires_at: "2026-11-26T01:00:00.000Z",
      channels_open: 0,
    },
  });
  const { link, ...seen } = made.body;
  expect(await openLink(parts, tokenOf(String(link)))).toMatchObject({
    prefill: { company_name: "Acme Tea", contact_email: "lee@acme-tea.example" },
  });
  expect((await ask("GET", `/api/v1/referrals/${seen.id}`)).body).toEqual({ ...seen, stage: "opened" });
  expect((await ask("GET", "/api/v1/referrals")).body).toEqual({ data: [{ ...seen, stage: "opened" }], next: null });
  const revoked = await ask("DELETE", `/api/v1/referrals/${seen.id}`);
  expect(revoked).toMatchObject({ status: 200, body: { stage: "revoked" } });
  expect((await ask("DELETE", `/api/v1/referrals/${seen.id}`)).body).toMatchObject({ stage: "revoked" });
  expect(await openLink(parts, tokenOf(String(link)))).toMatchObject({ state: "over" });
  expect((await ask("GET", "/api/v1/funnel")).body).toMatchObject({
    from: "2026-08-26",
    to: "2026-11-23",
    invited: 1,
    opened: 1,
    inquiry_sent: 0,
    not_shared: 0,
  });
});

test("another partner's referral is as if it were not there", async ({ pool }) => {
  const [one, other] = [await server(pool), await server(pool, "other")];
  const { body } = await one.ask("POST", "/api/v1/referrals", { body: {} });
  const missing = await other.ask("GET", "/api/v1/referrals/RF-22222222");
  for (const method of ["GET", "DELETE"]) {
    const foreign = await other.ask(method, `/api/v1/referrals/${body.id}`);
    expect(foreign).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(foreign.body).toEqual(missing.body);
  }
  expect((await other.ask("GET", "/api/v1/referrals")).body.data).toEqual([]);
  expect((await one.ask("GET", `/api/v1/referrals/${body.id}`)).body.stage).toBe("invited");
  for (const id of ["'", "RF-1", newId(), "RF-22222222'--"])
    expect((await one.ask("GET", `/api/v1/referrals/${encodeURIComponent(id)}`)).status).toBe(404);
});

test("every problem has its status, its code, a sentence in the asker's language and the request's id", async ({
  pool,
}) => {
  const { ask } = await server(pool);
  const none = await ask("GET", "/api/v1/referrals", { key: null, headers: { "Accept-Language": "ko" } });
  expect(none.headers.get("Content-Type")).toBe("application/problem+json; charset=utf-8");
  expect(none.headers.get("WWW-Authenticate")).toBe("Bearer");
  expect(none.body).toMatchObject({
    type: "http://localhost:3000/partners/api#unauthorized",
    title: "Unauthorized",
    status: 401,
    code: "unauthorized",
    request_id: "request-1",
    detail: expect.stringContaining("파트너 키"),
  });
  const wrong: [method: string, path: string, body: unknown, expected: object][] = [
    ["POST", "/api/v1/referrals", "{", { status: 400, code: "not_json" }],
    ["POST", "/api/v1/referrals", `"${"x".repeat(70_000)}"`, { status: 413, code: "too_large" }],
    ["GET", "/api/v1/referrals?after=soon", undefined, { status: 400, code: "cursor_invalid" }],
    ["GET", "/api/v1/referrals?limit=101", undefined, { status: 422, code: "validation" }],
    ["GET", "/api/v1/funnel?from=yesterday", undefined, { status: 422, code: "validation" }],
    ["PUT", "/api/v1/referrals", {}, { status: 405, code: "method_not_allowed" }],
  ];
  for (const [method, path, body, expected] of wrong)
    expect((await ask(method, path, { body })).body, `${method} ${path}`).toMatchObject(expected);
  expect((await ask("PUT", "/api/v1/referrals", { body: {} })).headers.get("Allow")).toBe("GET, POST");
});

test("what is wrong with a body is said field by field, and nothing is made", async ({ pool }) => {
  const { ask } = await server(pool);
  const bad = {
    expires_in_days: 91,
    colour: "red",
    prefill: { contact_email: "lee", service_url: "not a url", buyer_countries: ["Vietnam"], password: "x" },
  };
  const { status, body } = await ask("POST", "/api/v1/referrals", { body: bad });
  expect([status, body.code]).toEqual([422, "validation"]);
  const errors = body.errors as { field: string; code: string; detail: string }[];
  expect(Object.fromEntries(errors.map(({ field, code }) => [field, code]))).toEqual({
    expires_in_days: "form.tooBig:90",
    colour: "unknown_field",
    "prefill.contact_email": "form.notEmail",
    "prefill.service_url": "url.wrong",
    "prefill.buyer_countries.0": "country.unknown",
    "prefill.password": "unknown_field",
  });
  for (const { detail } of errors) expect(detail).toMatch(/^[A-Z].*\.|example/);
  expect((await pool.query("select from referral")).rowCount).toBe(0);
});

test("a key does what its scopes say, and nothing when wrong, of the wrong kind, or of a paused partner", async ({
  pool,
}) => {
  const { ask, parts, partnerId } = await server(pool);
  const reading = { id: newId(), partnerId, name: "r", scopes: ["referrals.read"] as const, days: null, by: "admin" };
  const key = (await makeKey(parts, reading))!;
  expect((await ask("GET", "/api/v1/referrals", { key })).status).toBe(200);
  for (const [method, path] of [
    ["POST", "/api/v1/referrals"],
    ["GET", "/api/v1/funnel"],
    ["DELETE", "/api/v1/referrals/RF-22222222"],
  ] as const)
    expect((await ask(method, path, { key })).body).toMatchObject({ status: 403, code: "scope_missing" });
  for (const other of [newKey("test", "partner").text, newKey("test").text, "x"])
    expect((await ask("GET", "/api/v1/referrals", { key: other })).status).toBe(401);
  await setPaused(parts, { id: partnerId, isPaused: true, by: "admin" });
  await new Promise((done) => setTimeout(done, believedForMs));
  expect((await ask("GET", "/api/v1/referrals", { key })).status).toBe(401);
});

test("the same Idempotency-Key makes one link and gets one answer, also at the same moment; with another body it is refused", async ({
  pool,
}) => {
  const { ask, platform, partnerId, pass } = await server(pool);
  const other = await server(pool, "other");
  const headers = { "Idempotency-Key": "order-7" };
  const send = (body: object) => ask("POST", "/api/v1/referrals", { body, headers });
  const answers = await Promise.all(Array.from({ length: 6 }, () => send({ reference: "A" })));
  expect(new Set(answers.map(({ body }) => body.link)).size).toBe(1);
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(answers.filter(({ headers }) => headers.get("Idempotent-Replayed"))).toHaveLength(5);
  expect((await send({ reference: "B" })).body).toMatchObject({ status: 422, code: "idempotency_key_reused" });
  // A key is each partner's own, and a refused request holds none.
  expect((await other.ask("POST", "/api/v1/referrals", { body: {}, headers })).status).toBe(201);
  const bad = { "Idempotency-Key": "bad" };
  expect((await ask("POST", "/api/v1/referrals", { body: { x: 1 }, headers: bad })).status).toBe(422);
  expect((await ask("POST", "/api/v1/referrals", { body: {}, headers: bad })).status).toBe(201);
  expect((await ask("POST", "/api/v1/referrals", { body: {}, headers: { "Idempotency-Key": "a b" } })).body.code).toBe(
    "idempotency_key_invalid",
  );
  const kept = JSON.stringify((await pool.query("select * from api_answer")).rows);
  expect(kept).not.toContain("/join/");
  pass(1);
  await tasks(platform).forgetApiAnswers!({ partnerId }, {} as never);
  expect((await pool.query("select from api_answer where partner_id = $1", [partnerId])).rowCount).toBe(0);
  expect((await send({ reference: "B" })).status).toBe(201);
});

test("pages follow one another by next, while new ones are made", async ({ pool }) => {
  const { ask, invite } = await server(pool);
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.unshift((await invite({})).referral.publicId);
  const seen: unknown[] = [];
  let path = "/api/v1/referrals?limit=2";
  for (;;) {
    const { body } = await ask("GET", path);
    seen.push(...(body.data as Json[]).map(({ id }) => id));
    await invite({});
    if (!body.next) break;
    path = `/api/v1/referrals?limit=2&after=${body.next}`;
  }
  expect(seen).toEqual(made);
});

test("a partner in a hurry is told how long to wait, and others are not held up", async ({ pool }) => {
  const { ask } = await server(pool);
  const other = await server(pool, "other");
  const answers = await Promise.all(Array.from({ length: 62 }, () => ask("GET", "/api/v1/funnel")));
  const slow = answers.filter(({ status }) => status === 429);
  expect(slow).toHaveLength(2);
  expect(slow[0]).toMatchObject({ body: { code: "rate_limited" } });
  expect(slow[0]!.headers.get("Retry-After")).toBe("1");
  expect((await other.ask("GET", "/api/v1/funnel")).status).toBe(200);
});

test("no key, right or wrong, and nothing handed over reaches the log", async ({ pool }) => {
  const { ask, key, lines, platform } = await server(pool);
  const stranger = newKey("test", "partner").text;
  const made = await ask("POST", "/api/v1/referrals", { body: { prefill } });
  await ask("GET", "/api/v1/referrals", { key: stranger });
  await ask("POST", "/api/v1/referrals", { body: { prefill: { contact_email: "not-an-address-of-lee" } } });
  platform.log.warn({ err: new Error(`key ${key} failed`), header: `Bearer ${key}` }, `with ${stranger}`);
  const text = lines.join("");
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const secret of [key, stranger, key.slice(-49), String(made.body.link), "Acme Tea", "lee@", "not-an-address"])
    expect(text).not.toContain(secret);
});

test("what nobody expected is a problem without a word about why", async ({ pool }) => {
  const { ask, platform, lines } = await server(pool);
  platform.vault.seal = () => {
    throw new Error("the vault is shut");
  };
  const { status, body } = await ask("POST", "/api/v1/referrals", { body: { prefill } });
  expect([status, body.code]).toEqual([500, "internal"]);
  expect(JSON.stringify(body)).not.toContain("vault");
  expect(lines.join("")).toContain("the vault is shut");
  expect((await pool.query("select from referral")).rowCount).toBe(0);
});

test("the document names every address and method there is, and each field in both languages", async ({ pool }) => {
  const { platform } = await server(pool);
  const routes = Object.keys(import.meta.glob("../routes/api.v1.*.ts"))
    .map((file) => `/${file.split("/").at(-1)!.replace(/\.ts$/, "").replaceAll("[.]", "§").replaceAll(".", "/")}`)
    .map((path) => path.replaceAll("§", ".").replaceAll("_/", "/").replace(/\$\w+/, "{id}"))
    .filter((path) => !path.endsWith("openapi.json"));
  for (const lang of ["ko", "en"] as const) {
    const document = openApi(platform, lang);
    expect(Object.keys(document.paths).sort()).toEqual(routes.sort());
    expect(Object.values(document.paths).flatMap(Object.keys)).toHaveLength(operations.length);
    const text = JSON.stringify(document);
    // Every property has a meaning: none was forgotten in words.ts.
    const missing: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { properties } = value as { properties?: Record<string, Json> };
      for (const [name, schema] of Object.entries(properties ?? {})) if (!schema.description) missing.push(name);
      Object.values(value).forEach(look);
    };
    look(document);
    expect(missing).toEqual([]);
    expect(text).toContain("gw_partner_");
  }
  expect(JSON.stringify(openApi(platform, "en"))).not.toMatch(/[가-힣]/);
});
