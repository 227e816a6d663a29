import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { verifyAll } from "#app/engine/index.server.ts";
import { goLive, testChannels } from "./channel-steps.ts";
import { type Hall, openHall } from "./hall.ts";
import { approve, checkSite, confirmSite, countersign, reviewAll, signContract } from "./review-steps.ts";
import { Screen } from "./screen.ts";
import { accept, fillIn, handIn, inquire, propose } from "./steps.ts";

const lettersOfTheVoyage = [
  "inquiryReceived",
  "proposalReady",
  "contractReady",
  "contractSigned",
  "sitePassed",
  "kycApproved",
  "testSetUp",
  "paymentIdIssued",
  "keysIssued",
  "channelLive",
  "serviceOpened",
];

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

test("a merchant walks from the first question to an opened service, and the house walks them there", async () => {
  const email = "voyage@baramgyeol.example";
  const owner = shopkeeper({ email, shopUrl: hall.server.shopUrl });
  const merchant = await hall.merchant("merchant", "ko", 390);
  const caseId = await inquire(merchant, hall.mailbox, owner);

  const advisor = await hall.staff("advisor");
  await propose(advisor, caseId);
  await accept(merchant, caseId);

  await fillIn(merchant, caseId, owner);
  expect(await handIn(merchant, caseId)).toBeGreaterThanOrEqual(7);
  await merchant.press("SUBMIT_KYC");
  await signContract(merchant, caseId, owner);
  await checkSite(merchant, caseId, owner);

  const approver = await hall.staff("approver");
  await countersign(approver, caseId);
  const reviewer = await hall.staff("reviewer", "ko");
  await confirmSite(reviewer, caseId);
  await reviewAll(reviewer, caseId);
  await reviewer.press("RECOMMEND_APPROVAL");
  await approve(approver, caseId);

  const channels = await testChannels(merchant, caseId);
  await goLive(hall, { merchant, approver }, caseId, channels);
  await merchant.go(`/cases/${caseId}`);
  await merchant.look("journey-live");
  await advisor.go(`/console/cases/${caseId}`);
  await advisor.page.locator('[data-phase="live"]').waitFor();
  await advisor.look("case-live");
  await advisor.go(`/console/cases/${caseId}/timeline`);
  await advisor.look("timeline");

  await lettersCameOnce(email, caseId);
  await everyCaseIsItsLog();
  await filesAreSealed(caseId);
  expect(Screen.faults).toEqual([]);
}, 280_000);

/** Every letter of the voyage went out, none twice for one cause, each with a subject. */
async function lettersCameOnce(email: string, caseId: string) {
  const { rows } = await hall.pool.query<{
    letter: string;
    subject: string;
    to_address: string;
    cause: string;
    state: string;
  }>("select letter, subject, to_address, cause, state from mail_outbox where case_id = $1", [caseId]);
  expect(new Set(rows.map(({ cause, to_address }) => `${cause} ${to_address}`)).size).toBe(rows.length);
  for (const { subject, state, letter } of rows)
    expect([letter, state, subject]).toEqual([letter, "sent", expect.stringMatching(/\S/)]);
  const mine = rows.filter((row) => row.to_address === email).map(({ letter }) => letter);
  expect(mine).toEqual(expect.arrayContaining([...lettersOfTheVoyage]));
}

/** Each file of the case lies in storage under a name of no meaning, and what lies there is not what was handed in. */
async function filesAreSealed(caseId: string) {
  const { rows } = await hall.pool.query<{ object_name: string; bytes: number; type: string }>(
    "select object_name, bytes, type from kyc_file where case_id = $1 and removed_at is null",
    [caseId],
  );
  expect(rows.length).toBeGreaterThanOrEqual(7);
  for (const { object_name, bytes, type } of rows) {
    const stored = await readFile(join(hall.server.dataDir, "files", object_name));
    expect(stored.length).toBeGreaterThan(bytes);
    expect(stored.includes(type === "application/pdf" ? "%PDF" : "JFIF")).toBe(false);
    expect(object_name).not.toMatch(/pdf|jpg|png|registration/i);
  }
}

async function everyCaseIsItsLog() {
  let subjects = 0;
  for await (const verdict of verifyAll(hall.pool)) {
    subjects++;
    expect(verdict).toMatchObject({ mismatch: null, brokenAt: null });
  }
  expect(subjects).toBeGreaterThanOrEqual(2);
}
