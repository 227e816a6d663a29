import type { ActionFunctionArgs } from "@remix-run/node";
import type { Pool } from "pg";
import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";
import { actOnChannel, loadConsoleChannel } from "./console-page.server.ts";
import { channelToSetUp, partsFor } from "./testing/hall.ts";

/** An integration engineer before a channel that has its payment ID. */
async function atTheDesk(pool: Pool) {
  const hall = await channelToSetUp(partsFor(pool));
  const { platform, caseId, channelId, journey } = hall;
  for (const step of ["tested", "handedIn", "contractSigned", "sitePassed", "reviewed", "approved"] as const)
    await journey[step]();
  await journey.send(people.integration, { type: "RECORD_PSP_DECISION", approved: true }, channelId);
  await journey.send(people.integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-77" }, channelId);
  await journey.send(people.approver, { type: "CONFIRM_PAYMENT_ID" }, channelId);
  const engineer = await signedIn(platform, { roles: ["integration"] });
  const path = `/console/cases/${caseId}/channels/${channelId}`;
  const args = (request: Request) =>
    ({
      request,
      params: { caseId, channelId },
      context: { platform, nonce: "", requestId: "t", ip: "127.0.0.1" },
    }) as unknown as ActionFunctionArgs;
  const load = () => loadConsoleChannel(args(engineer.request(path)));
  const post = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ _key: newId(), ...fields });
    const answer: unknown = await actOnChannel(args(engineer.request(path, { method: "POST", body })));
    if (answer instanceof Response) return { status: answer.status, said: null };
    const { data, init } = answer as { data: unknown; init: ResponseInit };
    return { status: init.status, said: data };
  };
  return { ...hall, load, post };
}

test("the PSP's live credentials come whole or not at all, and are never shown again", async ({ pool }) => {
  const { load, post } = await atTheDesk(pool);
  const { specs } = await load();
  const secret = specs.find(({ isSecret }) => isSecret)!;
  const typed = Object.fromEntries(specs.map(({ key }, place) => [`fields.${key}`, `typed-value-${place}`]));
  const secretName = `fields.${secret.key}`;
  const plain = specs.find(({ isSecret }) => !isSecret)!;

  const half = await post({ type: "PROPOSE_KEYS", [secretName]: "half-a-secret" });
  expect(half).toMatchObject({ status: 422, said: { errors: { [`fields.${plain.key}`]: "credentials.missing" } } });
  expect(JSON.stringify(half.said)).not.toContain("half-a-secret");
  expect((await load()).phase).toBe("idIssued");

  expect(await post({ type: "PROPOSE_KEYS", ...typed })).toMatchObject({ status: 302 });
  const page = await load();
  expect(page.phase).toBe("keysProposed");
  const shown = Object.fromEntries(page.liveCredentials.map(({ key, shown }) => [key, shown]));
  expect(shown[plain.key]).toBe(typed[`fields.${plain.key}`]);
  expect(shown[secret.key]).toBe(`********${typed[secretName]!.slice(-3)}`);
  const { rows } = await pool.query("select fields::text || coalesce(sealed, '') as row from live_credentials");
  expect(rows).toHaveLength(1);
  expect(rows[0].row).not.toContain(typed[secretName]);
});

test("without any of the PSP's own values the keys are proposed all the same", async ({ pool }) => {
  const { load, post } = await atTheDesk(pool);
  expect(await post({ type: "PROPOSE_KEYS" })).toMatchObject({ status: 302 });
  expect((await load()).liveCredentials).toEqual([]);
});

test("a live payment that only the PSP's console shows is recorded by its transaction number", async ({ pool }) => {
  const { post, load, journey, channelId } = await atTheDesk(pool);
  const keysId = newId();
  await journey.send(people.integration, { type: "PROPOSE_KEYS", keysId }, channelId);
  await journey.send(people.approver, { type: "CONFIRM_KEYS", keysId }, channelId);
  await journey.send(journey.merchant, { type: "FETCH_SECRET", keysId }, channelId);
  await journey.send(journey.merchant, { type: "START_LIVE_VERIFICATION" }, channelId);
  expect(await post({ type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: " " })).toMatchObject({
    status: 422,
    said: { errors: { ref: "ref.missing" } },
  });
  expect(await post({ type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: "TX-9" })).toMatchObject({ status: 302 });
  expect((await load()).livePayment).toBe("passed");
});
