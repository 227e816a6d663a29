import { expect } from "vitest";
import type { Hall } from "./hall.ts";
import type { Screen } from "./screen.ts";

/** Presses a button that is no event of a chart, and waits until the page has answered. */
async function intend(screen: Screen, intent: string, values: Record<string, string> = {}): Promise<void> {
  const { page } = screen;
  const form = screen.form(`[name="_intent"][value="${intent}"]`);
  await form.evaluate((element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
  });
  await screen.fill(form, values);
  const key = await form.locator('input[name="_key"]').inputValue();
  const button = form.locator(`button[name="_intent"][value="${intent}"], button[type=submit]`).first();
  await button.click();
  await page.waitForFunction((old) => !document.querySelector(`input[name="_key"][value="${old}"]`), key);
}

/** Pays (or does not) on the sandbox's page, and comes back to the shop. */
async function decide(screen: Screen, outcome: "success" | "failure"): Promise<void> {
  await screen.page.waitForURL(/\/psp\/pay\//);
  await screen.page.locator(`button[name="outcome"][value="${outcome}"]`).click();
  await screen.page.waitForURL((url) => !/\/psp\/pay\/[^/]+$/.test(url.pathname));
}

export async function channelsOf(merchant: Screen, caseId: string): Promise<string[]> {
  await merchant.go(`/cases/${caseId}`);
  await merchant.look("journey-approved");
  const hrefs = await merchant.page
    .locator('a[href*="/channels/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.flatMap((href) => /\/channels\/([0-9a-f-]{36})/.exec(href)?.[1] ?? []))];
}

/** Test keys, a payment by every method, a declined one, a refund, a status, the tries that a shop must refuse. */
export async function testChannels(merchant: Screen, caseId: string): Promise<string[]> {
  const channels = await channelsOf(merchant, caseId);
  expect(channels).toHaveLength(2);
  for (const [place, channelId] of channels.entries()) {
    const path = `/cases/${caseId}/channels/${channelId}`;
    await merchant.go(path);
    if (place === 0) await merchant.look("channel-setup");
    await intend(merchant, "sandbox");
    if (place === 0) await merchant.look("channel-test-secret");
    await merchant.go(path);
    const methods = await merchant.page
      .locator('select[name="method"] option, input[name="method"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).filter(Boolean));
    for (const [turn, outcome] of [...methods.map(() => "success" as const), "failure" as const].entries()) {
      await merchant.go(path);
      await intend(merchant, "pay", { method: methods[turn] ?? methods[0]! });
      if (place === 0 && turn === 0) await merchant.look("sandbox-pay");
      await decide(merchant, outcome);
      if (place === 0 && turn === 0) await merchant.look("sandbox-return");
    }
    await merchant.go(path);
    await intend(merchant, "askStatus");
    if ((await merchant.page.locator('[name="_intent"][value="refund"]').count()) > 0) await intend(merchant, "refund");
    await intend(merchant, "trials");
    await reloadUntil(merchant, path, "COMPLETE_TESTS");
    if (place === 0) await merchant.look("channel-tested");
    await merchant.press("COMPLETE_TESTS");
  }
  return channels;
}

/** What webhooks and jobs bring about is seen by looking again. */
async function reloadUntil(screen: Screen, path: string, event: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await screen.go(path);
        return screen.page.locator(`input[name="type"][value="${event}"]`).count();
      },
      { timeout: 60_000, interval: 300 },
    )
    .toBeGreaterThan(0);
}

/** PSP, payment ID and keys by three people of the house; secret, small payment and opening by the merchant. */
export async function goLive(
  hall: Hall,
  people: { merchant: Screen; approver: Screen },
  caseId: string,
  channels: readonly string[],
): Promise<void> {
  const { merchant, approver } = people;
  const integration = await hall.staff("integration");
  const second = await hall.staff("integration2", "ko");
  for (const [place, channelId] of channels.entries()) {
    const path = `/console/cases/${caseId}/channels/${channelId}`;
    await integration.go(path);
    await integration.press("RECORD_PSP_DECISION", {}, "");
    await integration.press("PROPOSE_PAYMENT_ID", { paymentId: `MID-${place + 1}` });
    await approver.go(path);
    if (place === 0) await approver.look("channel-id-proposed");
    await approver.press("CONFIRM_PAYMENT_ID");
    await integration.go(path);
    await integration.press("PROPOSE_KEYS");
    await second.go(path);
    if (place === 0) await second.look("channel-keys-proposed");
    await second.press("CONFIRM_KEYS");

    const own = `/cases/${caseId}/channels/${channelId}`;
    await merchant.go(own);
    await merchant.press("FETCH_SECRET");
    if (place === 0) await merchant.look("channel-live-secret");
    await merchant.go(own);
    // Fetched once: nobody sees it again.
    expect(await merchant.page.locator('input[name="type"][value="FETCH_SECRET"]').count()).toBe(0);
    await merchant.press("START_LIVE_VERIFICATION");
    await intend(merchant, "payLive");
    await decide(merchant, "success");
    await reloadUntil(merchant, own, "OPEN_CHANNEL");
    if (place === 0) await merchant.look("channel-verified");
    await merchant.press("OPEN_CHANNEL");
    if (place === 0) await merchant.look("channel-live");
  }
}
