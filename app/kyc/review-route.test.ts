import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import type { StaffRole } from "#workflows/roles.ts";
import { action, loader } from "../routes/console.cases.$caseId.documents.tsx";
import { loader as openFile } from "../routes/console.cases.$caseId.files.$fileId.tsx";
import { samplePdf } from "./sample-files.ts";
import { saveAccount } from "./save-account.server.ts";
import { type KycCase, kycCase } from "./testing/kyc-case.ts";
import { takeUpload } from "./uploads.server.ts";

type Answer = { data?: Record<string, unknown>; init?: { status?: number } } & Response;

async function desk(of: KycCase, ...roles: StaffRole[]) {
  const platform = { ...of.parts, config: testConfig() };
  const who = await signedIn(platform, roles.length > 0 ? { roles } : { caseIds: [of.caseId] });
  const path = `/console/cases/${of.caseId}/documents`;
  const args = (request: Request, params: object = {}) =>
    ({ request, params: { caseId: of.caseId, ...params }, context: { platform } }) as never;
  return {
    who,
    look: (query = "", caseId = of.caseId) => loader(args(who.request(path + query), { caseId })),
    post: (fields: Record<string, string>): Promise<Answer> =>
      action(
        args(who.request(path, { method: "POST", body: new URLSearchParams({ _key: newId(), ...fields }) })),
      ) as never,
    file: (fileId: string, query = "") =>
      openFile(
        args(who.request(`/console/cases/${of.caseId}/files/${fileId}${query}`), { fileId }),
      ) as Promise<Response>,
  };
}
const statusOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => (answer as Answer).init?.status ?? (answer as Response).status ?? 200,
    (thrown: Response) => thrown.status,
  );

async function withPaper(of: KycCase) {
  const form = new FormData();
  form.set("item", "doc:bankbookCopy");
  form.set("_key", newId());
  form.set("file", new File([new Uint8Array(samplePdf("bank"))], "bank.pdf"));
  const request = new Request("http://localhost/", { method: "POST", body: form });
  await takeUpload(of.parts, request, { view: await of.view(), actor: of.merchant });
  return (await of.view()).context.items["doc:bankbookCopy"]!.ref;
}

test("a reviewer opens the paper that waits, accepts it, and cannot accept what was replaced meanwhile", async ({
  pool,
}) => {
  await using of = await kycCase(pool);
  const ref = await withPaper(of);
  const reviewer = await desk(of, "reviewer");
  const page = await reviewer.look();
  expect(page.selected).toMatchObject({ id: "doc:bankbookCopy", state: "given", ref });
  expect(page.fileId).toBe(page.selected?.files[0]?.id);
  expect(await statusOf(reviewer.post({ type: "ACCEPT_ITEM", item: "doc:bankbookCopy", ref: newId() }))).toBe(409);
  expect(await statusOf(reviewer.post({ type: "REFUSE_ITEM", item: "doc:bankbookCopy", ref, reason: " " }))).toBe(422);
  expect(await statusOf(reviewer.post({ type: "ACCEPT_ITEM", item: "doc:bankbookCopy", ref }))).toBe(302);
  expect((await of.view()).context.items["doc:bankbookCopy"]?.state).toBe("accepted");
});

test("whoever is no staff sees nothing, and no role may send what is another's", async ({ pool }) => {
  await using of = await kycCase(pool);
  const ref = await withPaper(of);
  expect(await statusOf((await desk(of)).look())).toBe(404);
  for (const role of ["advisor", "approver", "integration", "admin", "auditor"] as const) {
    const answer = await (await desk(of, role)).post({ type: "ACCEPT_ITEM", item: "doc:bankbookCopy", ref });
    expect(answer).toMatchObject({ init: { status: 409 }, data: { refused: ["notYours"] } });
  }
  const reviewer = await desk(of, "reviewer");
  expect(await statusOf(reviewer.look("", newId()))).toBe(404);
  expect(await statusOf(reviewer.look("", "nonsense"))).toBe(404);
  // Not one of this page's few.
  expect(await statusOf(reviewer.post({ type: "HOLD", reason: "x" }))).toBe(422);
});

test("a file is shown to those who review, as what it is, and to nobody else", async ({ pool }) => {
  await using of = await kycCase(pool);
  await withPaper(of);
  const reviewer = await desk(of, "reviewer");
  const fileId = (await reviewer.look()).fileId!;
  const shown = await reviewer.file(fileId, "?look");
  expect(shown.headers.get("content-disposition")).toMatch(/^inline; filename="bank.pdf"/);
  expect(shown.headers.get("content-security-policy")).toContain("sandbox");
  expect(shown.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect((await reviewer.file(fileId)).headers.get("content-security-policy")).toContain("sandbox");
  expect(await statusOf((await desk(of, "integration")).file(fileId))).toBe(403);
  expect(await statusOf((await desk(of)).file(fileId))).toBe(404);
  expect(await statusOf(reviewer.file(newId()))).toBe(404);
});

test("an account number is masked until somebody says why, and who did is kept for good", async ({ pool }) => {
  await using of = await kycCase(pool);
  const account = { holder: "Hanbit", bank: "Bank", country: "KR", currency: "KRW", number: "110-123-456789" };
  await saveAccount(of.parts, await of.handing(), account);
  const reviewer = await desk(of, "reviewer");
  expect(JSON.stringify(await reviewer.look("?item=data:settlementAccount"))).not.toContain("456789");
  const asked = { _intent: "reveal", item: "data:settlementAccount" };
  expect(await statusOf(reviewer.post({ ...asked, reason: "curious" }))).toBe(400);
  expect(await statusOf((await desk(of, "auditor")).post({ ...asked, reason: "compare" }))).toBe(403);
  const answer = await reviewer.post({ ...asked, reason: "compare" });
  expect(answer.data).toMatchObject({ revealed: { number: "110-123-456789" } });
  const { rows } = await pool.query("select reason, by from kyc_reveal");
  expect(rows).toEqual([{ reason: "compare", by: reviewer.who.viewer.userId }]);
  await expect(pool.query("delete from kyc_reveal")).rejects.toThrow("append-only");
});

test("the original's arrival is noted once", async ({ pool }) => {
  await using of = await kycCase(pool);
  const reviewer = await desk(of, "reviewer");
  const asked = { _intent: "original", item: "doc:registerExtract" };
  for (let times = 0; times < 2; times++) expect(await statusOf(reviewer.post(asked))).toBe(302);
  expect((await reviewer.look("?item=doc:registerExtract")).selected?.originalReceivedOn).toBe("2026-11-24");
  expect(await statusOf((await desk(of, "advisor")).post(asked))).toBe(403);
});

test("who recommended cannot approve, whatever roles they hold", async ({ pool }) => {
  await using of = await kycCase(pool);
  const both = await desk(of, "reviewer", "approver");
  const { context } = await of.view();
  const { itemsOf } = await import("#workflows/kyc/items.ts");
  for (const item of itemsOf(context.profile!, "2026-08"))
    await of.send(of.merchant, { type: "PROVIDE_ITEM", item, ref: item });
  await of.send(of.merchant, { type: "SUBMIT_KYC" });
  for (const item of itemsOf(context.profile!, "2026-08")) await both.post({ type: "ACCEPT_ITEM", item, ref: item });
  await of.send(
    { id: "system", roles: ["system"], via: "system" },
    { type: "RECORD_SCREENING", screeningId: newId(), outcome: "clear" },
  );
  await of.sitePassed();
  expect(await statusOf(both.post({ type: "RECOMMEND_APPROVAL" }))).toBe(302);
  expect(await both.post({ type: "APPROVE_KYC" })).toMatchObject({
    init: { status: 409 },
    data: { refused: ["isAnotherPerson"] },
  });
  expect(await statusOf((await desk(of, "approver")).post({ type: "APPROVE_KYC" }))).toBe(302);
  expect((await of.view()).states).toContain("application.kyc.approved");
});
