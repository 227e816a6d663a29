import { afterAll, beforeAll, expect, test } from "vitest";
import { shopkeeper } from "#app/demo/merchants.ts";
import { paperFor } from "#app/demo/papers.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { verifyAll } from "#app/engine/index.server.ts";
import { type Hall, openHall } from "./hall.ts";
import { Screen } from "./screen.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
}, 300_000);
afterAll(() => hall?.[Symbol.asyncDispose]());

const item = "doc:businessRegistration";
const why = "등록증의 주소가 잘려 있어요. 네 모서리가 모두 보이게 다시 올려 주세요.";

test("a refused paper is handed in again, and a rejected merchant is heard once more", async () => {
  const email = "again@baramgyeol.example";
  const voyage = new Voyage(hall.server.url, shopkeeper({ email, shopUrl: hall.server.shopUrl }));
  for (const { act } of [...voyage.inquiry(), ...voyage.proposal(), ...voyage.documents()]) await act();
  const { caseId } = voyage;
  const papers = `/console/cases/${caseId}/documents`;

  const reviewer = await hall.staff("reviewer");
  await reviewer.go(`${papers}?${new URLSearchParams({ item })}`);
  await reviewer.press("REFUSE_ITEM", { reason: why }, ` ~ input[name="item"][value="${item}"]`);
  await reviewer.press("REQUEST_MORE");
  await reviewer.look("more-requested");

  const merchant = await hall.known(email, "ko", 1440);
  await merchant.go(`/cases/${caseId}`);
  await merchant.look("journey-more-wanted");
  await merchant.go(`/cases/${caseId}/documents`);
  expect(await merchant.text()).toContain(why);
  await merchant.look("documents-refused");
  const paper = await paperFor(item);
  const file = { name: "again.pdf", mimeType: paper.type, buffer: Buffer.from(await paper.arrayBuffer()) };
  await merchant.page.locator('[id="file-doc-businessRegistration"].opacity-0').setInputFiles(file);
  await merchant.page.getByText("again.pdf").first().waitFor();
  await merchant.press("SUBMIT_KYC");

  await acceptAll(reviewer, papers);
  await reviewer.press("RECOMMEND_REJECTION", { reason: "업종이 확인되지 않았어요." });
  const approver = await hall.staff("approver", "ko");
  await approver.go(papers);
  await approver.look("rejection-recommended");
  await approver.press("REJECT_KYC", { reason: "파는 물건을 확인할 수 없었습니다." });

  await merchant.go(`/cases/${caseId}`);
  expect(await merchant.text()).toContain("파는 물건을 확인할 수 없었습니다.");
  await merchant.look("journey-rejected");
  await merchant.press("APPEAL", { reason: "상품 목록과 거래 내역을 다시 보내 드립니다." });
  await merchant.look("journey-appealed");

  await acceptAll(reviewer, papers);
  await reviewer.press("RECOMMEND_APPROVAL");
  await reviewer.look("approval-recommended");

  const { rows } = await hall.pool.query<{ letter: string; times: number }>(
    "select letter, count(*)::int as times from mail_outbox where case_id = $1 and to_address = $2 group by letter",
    [caseId, email],
  );
  const letters = Object.fromEntries(rows.map(({ letter, times }) => [letter, times]));
  expect(letters).toMatchObject({ moreDocumentsNeeded: 1, kycRejected: 1 });
  for await (const verdict of verifyAll(hall.pool)) expect(verdict).toMatchObject({ mismatch: null, brokenAt: null });
  expect(Screen.faults).toEqual([]);
}, 240_000);

/** Accepts what waits, and waits for the lists to have been asked. */
async function acceptAll(reviewer: Screen, papers: string): Promise<void> {
  await reviewer.go(papers);
  const seen = new Set<string>();
  for (;;) {
    const form = reviewer.form('input[name="type"][value="ACCEPT_ITEM"]');
    if ((await form.count()) === 0) break;
    const which = await form.locator('input[name="item"]').inputValue();
    if (seen.has(which)) break;
    seen.add(which);
    await reviewer.press("ACCEPT_ITEM");
  }
  await expect
    .poll(
      async () => {
        await reviewer.go(papers);
        return reviewer.page.locator('input[name="type"][value="RECOMMEND_APPROVAL"]').count();
      },
      { timeout: 60_000, interval: 300 },
    )
    .toBeGreaterThan(0);
}
