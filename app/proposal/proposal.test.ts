import { expect } from "vitest";
import { shippedCatalogue } from "#app/catalogue/book.server.ts";
import { draftEdition, publishDraft } from "#app/catalogue/editions.server.ts";
import { readCase } from "#app/engine/index.server.ts";
import { tellOf } from "#app/mail/facts.server.ts";
import { test } from "#tests/database.ts";
import { deskAction, loadDesk } from "./desk.server.ts";
import { loadProposal, proposalAction } from "./merchant.server.ts";
import { proposalPdf } from "./pdf.server.ts";
import { readVersions } from "./store.server.ts";
import { asked } from "./testing/asked.ts";

type House = Awaited<ReturnType<typeof asked>>;

const desk = ({ args, advisor, caseId }: House, body?: [string, string][]) =>
  args(advisor, `/console/cases/${caseId}/proposal`, body);
const page = ({ args, merchant, caseId }: House, body?: [string, string][], query = "") =>
  args(merchant, `/cases/${caseId}/proposal${query}`, body);

/** The advisor's form as the page fills it in. */
async function filledIn(house: House, changes: Record<string, string> = {}): Promise<[string, string][]> {
  const { desk: loaded, formKey } = await loadDesk(desk(house));
  const fields: Record<string, string> = {
    _key: formKey,
    _version: String(loaded!.version),
    track: loaded!.choices.track,
    message: "Hello",
    validDays: loaded!.choices.validDays,
  };
  loaded!.picks.forEach((pick, place) => {
    fields[`picks.${place}.country`] = pick.country;
    fields[`picks.${place}.brand`] = pick.brand;
    fields[`picks.${place}.method`] = pick.method;
  });
  loaded!.quotes.forEach((quote, place) => {
    fields[`quotes.${place}.key`] = quote.key;
    fields[`quotes.${place}.rate`] = quote.rate;
    fields[`quotes.${place}.note`] = quote.note;
  });
  return Object.entries({ ...fields, ...changes });
}

const statusOf = (answer: unknown): number =>
  answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200);
const dataOf = (answer: unknown) => (answer as { data: Record<string, unknown> }).data;

async function send(house: House, changes: Record<string, string> = {}) {
  return deskAction(desk(house, await filledIn(house, { _intent: "send", ...changes })));
}

test("the suggested answer is ready when the page is opened, and sending it is one press", async ({ pool }) => {
  const house = await asked(pool);
  const { desk: loaded } = await loadDesk(desk(house));
  expect(loaded?.picks.map((pick) => pick.method)).toEqual(["ZALOPAY_WALLET", "XENDIT_LINKAJA", "XENDIT_DANA"]);
  expect(statusOf(await send(house))).toBe(302);
  const view = await readCase(house.platform, house.caseId);
  expect(view?.phase).toBe("deciding");
  expect(view?.context.proposal?.lines).toEqual([
    expect.objectContaining({ channel: "ZALOPAY", country: "VN", currency: "VND", methods: ["ZALOPAY_WALLET"] }),
    expect.objectContaining({
      channel: "XENDIT",
      country: "ID",
      currency: "IDR",
      methods: ["XENDIT_LINKAJA", "XENDIT_DANA"],
    }),
  ]);
  // Fourteen days on, to the end of that day in Seoul.
  expect(view?.context.proposal?.validUntil).toBe("2026-12-07T14:59:59.999Z");
});

test("before any proposal the merchant sees what is likely to be asked; with it, what it asks", async ({ pool }) => {
  const house = await asked(pool);
  const before = await loadProposal(page(house));
  expect(before.shown).toBeNull();
  expect(before.early?.counts.certain).toBeGreaterThan(5);
  await send(house);
  const after = await loadProposal(page(house));
  expect([after.early, after.shown?.forecast.counts]).toEqual([null, before.early?.counts]);
});

test("the merchant takes one channel of two, and only that one is opened", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { shown, formKey } = await loadProposal(page(house));
  expect(shown?.view.lines).toHaveLength(2);
  const accept: [string, string][] = [
    ["type", "ACCEPT_PROPOSAL"],
    ["_key", formKey],
    ["proposalId", shown!.proposalId],
    ["version", "1"],
    ["lines", "1"],
  ];
  expect(statusOf(await proposalAction(page(house, accept)))).toBe(302);
  // Pressed twice it is once.
  expect(statusOf(await proposalAction(page(house, accept)))).toBe(302);
  const view = await readCase(house.platform, house.caseId);
  expect(view?.phase).toBe("application");
  expect(view?.context.lines.map((line) => line.channel)).toEqual(["XENDIT"]);
  expect((await loadProposal(page(house))).shown?.accepted).toEqual([1]);
});

test("no line chosen, or one that does not exist, is said and changes nothing", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { shown, formKey } = await loadProposal(page(house));
  const base: [string, string][] = [
    ["type", "ACCEPT_PROPOSAL"],
    ["_key", formKey],
    ["proposalId", shown!.proposalId],
    ["version", "1"],
  ];
  expect(statusOf(await proposalAction(page(house, base)))).toBe(422);
  const refused = await proposalAction(page(house, [...base, ["lines", "7"]]));
  expect([statusOf(refused), dataOf(refused).refused]).toEqual([409, ["linesExist"]]);
  expect((await readCase(house.platform, house.caseId))?.phase).toBe("deciding");
});

test("a wish comes back as a changed proposal that says what is different", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { formKey } = await loadProposal(page(house));
  await proposalAction(
    page(house, [
      ["type", "WANT_CHANGES"],
      ["_key", formKey],
      ["wish", "One PSP for Indonesia and QRIS?"],
    ]),
  );
  const { notes } = await loadDesk(desk(house));
  expect(notes).toMatchObject([{ kind: "wish", text: "One PSP for Indonesia and QRIS?" }]);
  await send(house, { "picks.1.method": "ESPAY_LINKAJA", "picks.2.method": "ESPAY_DANA" });
  const { shown } = await loadProposal(page(house));
  expect(shown?.version).toBe(2);
  expect(shown?.changes.map(({ what, line }) => [what, line])).toEqual([
    ["added", "Espay · Indonesia · IDR"],
    ["dropped", "Xendit · Indonesia · IDR"],
  ]);
  const former = await loadProposal(page(house, undefined, "?version=1"));
  expect(former.shown).toMatchObject({ version: 1, isNewest: false });
});

/** An edition in which ZaloPay's wallet is not live any more. */
async function pauseZalo({ platform }: House) {
  const catalogue = shippedCatalogue();
  const zalo = catalogue.channels.find((channel) => channel.key === "ZALOPAY")!;
  zalo.methods.find((method) => method.key === "ZALOPAY_WALLET")!.isLive = false;
  const draftId = await draftEdition(platform, {
    kind: "catalogue",
    data: catalogue,
    note: "ZaloPay paused",
    by: "kim",
  });
  await publishDraft(platform, { draftId, by: "lee", validFrom: platform.now() });
}

test("what left the catalogue after the proposal was sent is not opened; the rest still can be", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  await pauseZalo(house);

  const { shown, formKey } = await loadProposal(page(house));
  const accept = (lines: string[]): [string, string][] => [
    ["type", "ACCEPT_PROPOSAL"],
    ["_key", formKey],
    ["proposalId", shown!.proposalId],
    ["version", "1"],
    ...lines.map((line): [string, string] => ["lines", line]),
  ];
  expect(shown?.gone).toEqual([{ place: 0, name: "ZaloPay · VN" }]);
  const refused = await proposalAction(page(house, accept(["0", "1"])));
  expect([statusOf(refused), dataOf(refused).withdrawn]).toEqual([409, "ZaloPay"]);
  expect(statusOf(await proposalAction(page(house, accept(["1"]))))).toBe(302);
});

test("a channel that is withdrawn after it was accepted is said; nothing that was handed in is lost", async ({
  pool,
}) => {
  const house = await asked(pool);
  await send(house);
  const { shown, formKey } = await loadProposal(page(house));
  const accept: [string, string][] = [
    ["type", "ACCEPT_PROPOSAL"],
    ["_key", formKey],
    ["proposalId", shown!.proposalId],
    ["version", "1"],
    ["lines", "0"],
    ["lines", "1"],
  ];
  expect(statusOf(await proposalAction(page(house, accept)))).toBe(302);
  expect((await loadProposal(page(house))).shown?.gone).toEqual([]);
  await pauseZalo(house);
  const after = await loadProposal(page(house));
  expect(after.shown?.gone).toEqual([{ place: 0, name: "ZaloPay · VN" }]);
  expect(after.shown?.accepted).toEqual([0, 1]);
  // What is yet to come is foretold after the acceptance too.
  expect(after.shown?.forecast.counts.certain).toBeGreaterThan(5);
});

test("what was withdrawn while the advisor composed is not sent: its place is emptied, the rest is kept, and it is said", async ({
  pool,
}) => {
  const house = await asked(pool);
  const form = await filledIn(house, { _intent: "send", "quotes.1.rate": "3.1" });
  await pauseZalo(house);
  const answer = await deskAction(desk(house, form));
  expect([statusOf(answer), dataOf(answer).lost]).toEqual([409, ["ZaloPay (Vietnam) · ZALOPAY_WALLET"]]);
  expect((await readCase(house.platform, house.caseId))?.phase).toBe("advising");
  const { desk: kept } = await loadDesk(desk(house));
  expect(kept?.picks.map((pick) => pick.method)).toEqual(["", "XENDIT_LINKAJA", "XENDIT_DANA"]);
  expect(kept?.quotes[0]?.rate).toBe("3.1");
});

test("the greeting is in the merchant's language, not in the advisor's", async ({ pool }) => {
  const house = await asked(pool);
  const { desk: english } = await loadDesk(desk(house));
  expect(english?.choices.message).toMatch(/^Dear Acme,/);
  await pool.query("update case_card set lang = 'ko' where case_id = $1", [house.caseId]);
  const { desk: korean } = await loadDesk(desk(house));
  expect(korean?.choices.message).toContain("Acme 담당자님, 안녕하세요.");
  expect(korean?.texts.changed).toContain("고쳤습니다");
  // Sent once, the next one begins as a changed proposal rather than with the same words again.
  await send(house);
  expect((await loadDesk(desk(house))).desk?.choices.message).toContain("요청하신 내용을 반영해");
});

test("a counter-offer is kept line by line, and the advisor finds it at the line", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { formKey } = await loadProposal(page(house));
  const counter = (rate: string): [string, string][] => [
    ["type", "WANT_CHANGES"],
    ["_key", formKey],
    ["counter.0.line", "0"],
    ["counter.0.rate", rate],
    ["counter.0.text", ""],
    ["counter.1.line", "1"],
    ["counter.1.rate", ""],
    ["counter.1.text", "paid out weekly"],
    ["wish", ""],
  ];
  const wrong = await proposalAction(page(house, counter("two")));
  expect([statusOf(wrong), dataOf(wrong).errors]).toEqual([422, { "counter.0.rate": "quote.wrong" }]);
  expect(statusOf(await proposalAction(page(house, counter("2,8"))))).toBe(302);
  const { desk: loaded, notes } = await loadDesk(desk(house));
  expect(loaded?.quotes.map(({ wishes }) => wishes)).toEqual([["a rate of 2.8 %"], ["paid out weekly"]]);
  expect(notes.map(({ kind, line }) => [kind, line])).toEqual([
    ["wish", 0],
    ["wish", 1],
  ]);
  await send(house, { "quotes.0.rate": "2.8" });
  expect((await loadProposal(page(house))).shown?.changes[0]).toMatchObject({
    what: "other price",
    line: "ZaloPay · Vietnam · VND",
    detail: "ZaloPay Rate by PSP → 2.8 % (quoted by the PSP)",
  });
});

test("a quoted rate enters the sums, one beyond reason does not get in", async ({ pool }) => {
  const house = await asked(pool, { VN: ["zalopay"] });
  const beyond = await send(house, { "quotes.0.rate": "31" });
  expect([statusOf(beyond), dataOf(beyond).errors]).toEqual([422, { "quotes.0.rate": "quote.outside" }]);
  const letters = await send(house, { "quotes.0.rate": "three" });
  expect([statusOf(letters), dataOf(letters).errors]).toEqual([422, { "quotes.0.rate": "quote.wrong" }]);
  await send(house, { "quotes.0.rate": "3.2" });
  const [version] = await readVersions(pool, house.caseId);
  const stated = version?.content.proposal.costs?.[1];
  expect(stated?.cost).toMatchObject({ unpricedVolumeUsdMinor: 0, knownUsdMinor: 640_000 + 100_000 });
});

test("two advisors at once: the second sees what the first saved, nothing is overwritten", async ({ pool }) => {
  const house = await asked(pool);
  const first = await filledIn(house, { _intent: "save", "quotes.0.rate": "3" });
  const second = await filledIn(house, { _intent: "save", "quotes.0.rate": "4" });
  expect(statusOf(await deskAction(desk(house, first)))).toBe(302);
  const other = { ...house, advisor: house.advisor };
  expect([statusOf(await deskAction(desk(other, second)))]).toEqual([409]);
  expect((await loadDesk(desk(house))).desk?.quotes[0]?.rate).toBe("3");
});

test("a question about a line is answered under it; a stranger sees and asks nothing", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { formKey } = await loadProposal(page(house));
  const ask: [string, string][] = [
    ["_intent", "ask"],
    ["_key", formKey],
    ["line", "1"],
    ["text", "Settled in won?"],
  ];
  await proposalAction(page(house, ask));
  await proposalAction(page(house, ask));
  const { notes } = await loadDesk(desk(house));
  expect(notes).toHaveLength(1);
  const letters = async () =>
    (
      await pool.query<{ payload: { params: { letter: string; to: string; note: string } } }>(
        "select payload from graphile_worker._private_jobs where key like 'note/%' order by id",
      )
    ).rows.map(({ payload }) => [payload.params.letter, payload.params.to, payload.params.note]);
  expect(await letters()).toEqual([["proposalAsked", "advisor", "Settled in won?"]]);
  await deskAction(
    desk(house, [
      ["_intent", "answer"],
      ["_key", house.key()],
      ["about", notes[0]!.id],
      ["text", "Yes."],
    ]),
  );
  expect((await letters())[1]).toEqual(["proposalAnswered", "merchant", "Yes."]);
  expect((await loadProposal(page(house))).shown?.notes.map(({ kind, line, text }) => [kind, line, text])).toEqual([
    ["question", 1, "Settled in won?"],
    ["answer", 1, "Yes."],
  ]);
  const stranger = { ...house, merchant: await (await import("#tests/viewer.ts")).signedIn(house.platform, {}) };
  await expect(loadProposal(page(stranger))).rejects.toMatchObject({ status: 404 });
  await expect(proposalAction(page(stranger, ask))).rejects.toMatchObject({ status: 404 });
  // A merchant has no business at the desk, a reviewer no say in it.
  await expect(loadDesk(house.args(house.merchant, "/console"))).rejects.toMatchObject({ status: 404 });
});

test("a proposal whose days are over is refused with a reason", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  const { shown, formKey } = await loadProposal(page(house));
  house.wait(15);
  const merchant = await (await import("#tests/viewer.ts")).signedIn(house.platform, { caseIds: [house.caseId] });
  const late = await proposalAction(
    page({ ...house, merchant }, [
      ["type", "ACCEPT_PROPOSAL"],
      ["_key", formKey],
      ["proposalId", shown!.proposalId],
      ["version", "1"],
      ["lines", "0"],
    ]),
  );
  expect([statusOf(late), dataOf(late).refused]).toEqual([409, ["proposalIsValid"]]);
});

test("the paper is a PDF with our own typeface, in either language", async ({ pool }) => {
  const house = await asked(pool);
  await send(house);
  for (const lang of ["ko", "en"]) {
    const answer = await proposalPdf(page(house, undefined, `?lang=${lang}`), house.caseId);
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="proposal-GW-/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.includes("PretendardJP")).toBe(true);
  }
});

test("the letters of inquiry and proposal say what was asked for and what is offered, in the reader's language", async ({
  pool,
}) => {
  const house = await asked(pool);
  const told = (letter: "inquiryReceived" | "proposalReady", lang: "ko" | "en") =>
    tellOf(house.platform, { caseId: house.caseId, subject: house.caseId, letter, to: "merchant", lang });
  expect((await told("inquiryReceived", "ko"))?.table).toEqual([
    ["베트남", "잘로페이"],
    ["인도네시아", "링크아자, 다나"],
  ]);
  await send(house);
  expect((await told("proposalReady", "en"))?.table?.[0]).toEqual(["ZaloPay · Vietnam · VND", "ZALOPAY_WALLET"]);
});
