import { expect } from "vitest";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { heldForm, requireProof } from "./held-form.server.ts";

function desk(pool: import("pg").Pool) {
  let at = new Date("2026-11-23T01:00:00Z");
  const config = testConfig();
  const parts = { pool, config, now: () => at, vault: aesVault(config.encryptionKeys) };
  return { parts, turn: (minutes: number) => (at = new Date(at.getTime() + minutes * 60_000)) };
}

const reason = "주주명부의 지분 합계가 100%가 아닙니다.";
const refusal = () => {
  const form = new FormData();
  form.append("type", "REJECT_KYC");
  form.append("reason", reason);
  form.append("_key", "01a200e0-f36f-747e-b477-d5cf79310f89");
  return form;
};

const sentTo = (thrown: unknown) =>
  new URL((thrown as Response).headers.get("Location") ?? "", "https://gangway.invalid");

test("a reason typed before the step-up is there after it, for its writer alone, and only for a while", async ({
  pool,
}) => {
  const { parts, turn } = desk(pool);
  const kim = await signedIn(parts, { roles: ["approver"] });
  const lee = await signedIn(parts, { roles: ["approver"] });
  const request = kim.request("/console/cases/1/documents", { method: "POST" });
  await requireProof(parts, request, kim.viewer, { form: refusal() }); // proven a moment ago: straight through

  turn(16);
  const thrown = await requireProof(parts, request, kim.viewer, { form: refusal() }).catch(
    (response: unknown) => response,
  );
  expect(sentTo(thrown).pathname).toBe("/staff/second-factor");
  const next = new URL(sentTo(thrown).searchParams.get("next") ?? "", "https://gangway.invalid");
  expect(next.pathname).toBe("/staff/carry-on");
  expect(next.searchParams.get("back")).toBe("/console/cases/1/documents");
  const id = next.searchParams.get("held");
  expect(await heldForm(parts, kim.viewer, id)).toEqual({ path: "/console/cases/1/documents", fields: [...refusal()] });
  expect(await heldForm(parts, lee.viewer, id)).toBeNull();
  expect((await pool.query("select fields from held_form")).rows[0].fields).not.toContain("지분");
  turn(16);
  expect(await heldForm(parts, kim.viewer, id)).toBeNull();
  expect(await heldForm(parts, kim.viewer, "'")).toBeNull();
});

test("a form with a file is not kept: the page is asked for again", async ({ pool }) => {
  const { parts, turn } = desk(pool);
  const { request, viewer } = await signedIn(parts, { roles: ["approver"] });
  turn(16);
  const form = refusal();
  form.append("file", new Blob(["%PDF-1.7"]), "a.pdf");
  const thrown = await requireProof(parts, request("/console/cases/1"), viewer, { form }).catch(
    (response: unknown) => response,
  );
  expect(sentTo(thrown).searchParams.get("next")).toBe("/console/cases/1");
  expect((await pool.query("select from held_form")).rowCount).toBe(0);
});
