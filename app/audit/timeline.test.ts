import { expect } from "vitest";
import { caseWithCard, partsOf, standingClock } from "#app/cases/testing/page.ts";
import { readCase } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { people } from "#tests/walk.ts";
import { parseCursor } from "./entries.server.ts";
import { readTimeline } from "./timeline.server.ts";

const at = (query = "") => new URL(`http://localhost/timeline${query}`);

test("the timeline tells a whole voyage, page by page, each entry once and newest first", async ({ pool }) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  for (const step of [
    one.inquired,
    () => one.proposed(),
    one.accepted,
    one.handedIn,
    one.contractSigned,
    one.sitePassed,
    one.reviewed,
    one.approved,
    one.tested,
    one.live,
  ]) {
    await step();
    pass(60_000);
  }
  const view = (await readCase({ pool }, one.caseId))!;
  const { rows } = await pool.query("select count(*)::int as n from log_entry where case_id = $1", [one.caseId]);

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof readTimeline>> = await readTimeline(
      { pool, now },
      view,
      at(after ? `?after=${after}` : ""),
      "staff",
      "en",
    );
    seen.push(...page.lines.map(({ at: when, cursor }) => `${when} ${cursor}`));
    after = page.after;
  } while (after);
  expect(seen).toHaveLength(rows[0].n);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.map((line) => line.split(" ")[0])).toEqual(
    seen
      .map((line) => line.split(" ")[0])
      .sort()
      .reverse(),
  );
});

test("entries name who did what, and a merchant reads nothing that staff keep to themselves", async ({ pool }) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  const kim = await signedIn(partsOf(pool, now), { roles: ["advisor"], name: "김하늘" });
  const advisor = { id: kim.viewer.userId, roles: ["advisor"] as const, via: "session" as const };
  await one.inquired();
  pass(1000);
  await one.send(advisor, { type: "TAKE_CASE" });
  pass(1000);
  await one.send(advisor, { type: "HOLD", reason: "등기를 기다려요" });
  await one.send(advisor, { type: "RESUME" });
  await one.proposed();
  await one.accepted();
  await one.handedIn();
  await one.send(
    { id: "system", roles: ["system"], via: "system" },
    { type: "RECORD_SCREENING", screeningId: newId(), outcome: "hit" },
  );
  await one.send(people.reviewer, { type: "DISMISS_HIT", reason: "another birthday" });

  const view = (await readCase({ pool }, one.caseId))!;
  const staff = await readTimeline({ pool, now }, view, at(), "staff", "ko");
  const held = staff.lines.find(({ what }) => what.includes("보류했어요"))!;
  expect(held).toMatchObject({
    what: "김하늘 님이 신청을 보류했어요",
    detail: "등기를 기다려요",
    tone: "wait",
    kind: "journey",
  });
  expect(held.raw).toBeNull();
  expect(staff.lines.some(({ what }) => what === "명단 조회에서 일치하는 것이 나왔어요")).toBe(true);

  const merchant = await readTimeline({ pool, now }, view, at(), "merchant", "ko");
  expect(merchant.lines.some(({ what }) => what.includes("보류했어요"))).toBe(true);
  expect(JSON.stringify(merchant)).not.toMatch(/명단|birthday|"hash"/);
  expect(merchant.lines.every(({ raw }) => raw === null)).toBe(true);
});

test("a link to an entry opens the page at that entry, and a kind shows only its own", async ({ pool }) => {
  const { now, pass } = standingClock();
  const one = await caseWithCard(pool, now);
  await one.inquired();
  pass(1000);
  await one.proposed();
  pass(1000);
  await one.accepted();
  const view = (await readCase({ pool }, one.caseId))!;
  const { lines } = await readTimeline({ pool, now }, view, at(), "staff", "en");
  const sent = lines.find(({ what }) => what.startsWith("Somebody sent the proposal"))!;
  const from = await readTimeline({ pool, now }, view, at(`?from=${sent.cursor}`), "staff", "en");
  expect(from.lines[0]).toMatchObject({
    ...sent,
    raw: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), role: "advisor" },
  });
  expect(JSON.parse(from.lines[0]!.raw!.event)).toMatchObject({ type: "SEND_PROPOSAL", version: 1 });
  expect(from.lines.slice(1).every(({ raw }) => raw === null)).toBe(true);
  expect(from.isFrom).toBe(true);
  const merchants = await readTimeline({ pool, now }, view, at(`?from=${sent.cursor}`), "merchant", "en");
  expect(merchants.lines.every(({ raw }) => raw === null)).toBe(true);

  const channels = await readTimeline({ pool, now }, view, at("?kind=channels"), "staff", "en");
  expect(channels.lines.length).toBeGreaterThan(0);
  expect(channels.lines.every(({ what }) => /channel|News/i.test(what))).toBe(true);
});

test.each(["", "1_2_3", "x", `1_${newId()}`, `1_${newId()}_1; drop table users`])(
  "%s is no cursor and is passed over",
  (text) => {
    expect(parseCursor(text)).toBeNull();
  },
);
