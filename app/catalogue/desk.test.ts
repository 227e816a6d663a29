import { expect } from "vitest";
import { deskAction, loadDesk } from "#app/proposal/desk.server.ts";
import { asked } from "#app/proposal/testing/asked.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { differences } from "#workflows/catalogue/diff.ts";
import { shippedAdviceBook } from "./advice-book.server.ts";
import { affectedCases, concernsOf } from "./affected.server.ts";
import { shippedCatalogue } from "./book.server.ts";
import { draftAction, exportEdition, importEdition, loadDraft, loadEditions } from "./desk.server.ts";
import { loadEdit, saveEdit } from "./edit.server.ts";
import { catalogueAt } from "./editions.server.ts";
import { readEdition } from "./read-edition.server.ts";

type House = Awaited<ReturnType<typeof asked>>;
type Person = { request(path: string, init?: RequestInit): Request };

const get = (house: House, who: Person, path: string, params = {}) => ({ ...house.args(who, path), params });
const post = (house: House, who: Person, fields: Record<string, string | File>, params = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return {
    ...house.args(who, "/console/catalogue"),
    request: who.request("/console/catalogue", { method: "POST", body, headers: { "Accept-Language": "en" } }),
    params,
  };
};
const json = (data: unknown) => new File([JSON.stringify(data)], "catalogue.json");
const statusOf = (answer: unknown): number =>
  answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200);
const dataOf = (answer: unknown) => (answer as { data: { errors: Record<string, string>; problems: unknown[] } }).data;

function withoutSandbox() {
  const next = shippedCatalogue();
  next.channels
    .find((channel) => channel.key === "ZALOPAY")!
    .methods.find((one) => one.key === "ZALOPAY_WALLET")!.hasSandbox = false;
  return next;
}

test("an edition goes out as a file, comes back changed, shows whom it concerns, and is published by somebody else", async ({
  pool,
}) => {
  const house = await asked(pool);
  const { desk, formKey } = await loadDesk(house.args(house.advisor, "/console"));
  const fields: [string, string][] = [
    ["_intent", "send"],
    ["_key", formKey],
    ["_version", "0"],
    ["track", "crossBorder"],
    ["message", ""],
    ["validDays", "14"],
    ...desk!.picks.flatMap((pick, place): [string, string][] => [
      [`picks.${place}.country`, pick.country],
      [`picks.${place}.brand`, pick.brand],
      [`picks.${place}.method`, pick.method],
    ]),
  ];
  await deskAction(house.args(house.advisor, "/console", fields));

  const file = await exportEdition(get(house, house.advisor, "/console/catalogue/export?kind=catalogue"));
  expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="catalogue-1.json"');
  expect(await file.json()).toEqual(JSON.parse(JSON.stringify(shippedCatalogue())));

  const brought = await importEdition(
    post(house, house.advisor, { kind: "catalogue", note: "The sandbox is closed", file: json(withoutSandbox()) }),
  );
  const draftId = (brought as Response).headers.get("Location")!.split("/").at(-1)!;
  const draft = await loadDraft(get(house, house.advisor, "/", { draftId }));
  expect(draft.changes).toEqual([
    { path: "channels/ZALOPAY/methods/ZALOPAY_WALLET/hasSandbox", change: "changed", before: "true", after: "false" },
  ]);
  expect(draft.affected.map(({ caseId, name }) => [caseId, name])).toEqual([[house.caseId, "Acme"]]);
  expect(draft.isOwn).toBe(true);

  const approver = await signedIn(house.platform, { roles: ["approver"] });
  await expect(draftAction(post(house, house.advisor, { _intent: "publish" }, { draftId }))).rejects.toMatchObject({
    status: 403,
  });
  expect(
    statusOf(await draftAction(post(house, approver, { _intent: "publish", _seen: draft.draftedAt }, { draftId }))),
  ).toBe(302);
  const { guide, editions } = await catalogueAt(house.platform, house.platform.now());
  expect([editions.catalogue, guide.method("ZALOPAY_WALLET")?.method.hasSandbox]).toEqual([2, false]);
  const listed = await loadEditions(get(house, approver, "/console/catalogue"));
  expect(listed.editions.map(({ number, state }) => [number, state])).toEqual([
    [2, "current"],
    [1, "past"],
  ]);
});

test("nobody publishes their own draft, whatever roles they hold", async ({ pool }) => {
  const house = await asked(pool);
  const admin = await signedIn(house.platform, { roles: ["admin", "approver"] });
  const brought = await importEdition(
    post(house, admin, { kind: "catalogue", note: "mine", file: json(withoutSandbox()) }),
  );
  const draftId = (brought as Response).headers.get("Location")!.split("/").at(-1)!;
  const refused = await draftAction(post(house, admin, { _intent: "publish" }, { draftId }));
  expect([statusOf(refused), dataOf(refused).errors]).toEqual([409, { "": "ownDraft" }]);
});

test("a file with mistakes names each of them, and nothing is kept", async ({ pool }) => {
  const house = await asked(pool);
  const bring = (fields: Record<string, string | File>) =>
    importEdition(post(house, house.advisor, { kind: "catalogue", note: "x", ...fields }));
  const broken = shippedCatalogue();
  broken.channels[0]!.methods[0]!.brands = ["no-such-way"];
  expect(dataOf(await bring({ file: json(broken) })).problems).toEqual([
    {
      at: `${broken.channels[0]!.key}/${broken.channels[0]!.methods[0]!.key}`,
      sentence: "Unknown way to pay: no-such-way",
    },
  ]);
  expect(dataOf(await bring({ file: new File(["{"], "x.json") })).errors).toEqual({ file: "notJson" });
  expect(dataOf(await bring({ file: new File([new Uint8Array([0xff, 0xfe, 0x00])], "x.json") })).errors).toEqual({
    file: "notUtf8",
  });
  expect(dataOf(await bring({ file: new File([], "x.json") })).errors).toEqual({ file: "file.missing" });
  expect(dataOf(await bring({ note: " ", file: json(broken) })).errors).toEqual({ note: "note.missing" });
  expect(dataOf(await bring({ file: json(shippedCatalogue()) })).errors).toEqual({ file: "sameAsBefore" });
  expect((await pool.query("select from reference_draft")).rowCount).toBe(0);
});

test("rows of a CSV are named by their number in the reader's language", () => {
  const csv = "channel,key\nZALOPAY,X\n";
  const read = readEdition("catalogue", csv, shippedAdviceBook(), "ko");
  expect(read.ok ? [] : read.problems[0]).toEqual({ at: "1번째 줄 · name_ko", sentence: "값이 맞지 않아요: name_ko" });
});

test("merchants do not see the desk, and an auditor looks without a say", async ({ pool }) => {
  const house = await asked(pool);
  await expect(loadEditions(get(house, house.merchant, "/console/catalogue"))).rejects.toMatchObject({ status: 404 });
  const auditor = await signedIn(house.platform, { roles: ["auditor"] });
  expect((await loadEditions(get(house, auditor, "/console/catalogue"))).mayDraft).toBe(false);
  await expect(importEdition(post(house, auditor, { kind: "catalogue" }))).rejects.toMatchObject({ status: 403 });
});

test("every kind is judged to its last reference: unknown codes, missing rates and ranges that run backwards are named", () => {
  const book = shippedAdviceBook();
  const sentences = (kind: Parameters<typeof readEdition>[0], data: unknown) => {
    const read = readEdition(kind, JSON.stringify(data), book, "en");
    return read.ok ? [] : read.problems.map(({ at, sentence }) => `${at}: ${sentence}`);
  };
  const { fees, rates } = book.prices;
  expect(sentences("fees", fees)).toEqual([]);
  const [first, ...rest] = fees.channels;
  const wrong = { ...first!, channel: "NOBODY", rates: [{ ratePpm: 20_000, lowestPpm: 30_000, brands: ["nothing"] }] };
  expect(sentences("fees", { ...fees, channels: [wrong, ...rest] })).toEqual([
    "NOBODY: Unknown channel: NOBODY",
    "NOBODY/rates/1: Unknown way to pay: nothing",
    "NOBODY/rates/1: Begins above its end: NOBODY",
  ]);
  const dear = { ...first!, rates: [{ ratePpm: 310_000 }] };
  expect(sentences("fees", { ...fees, channels: [dear, ...rest] })[0]).toContain("channels/0/rates/0");
  const { VND: _, ...others } = rates.perUsdMicros;
  expect(sentences("rates", { ...rates, perUsdMicros: others })).toEqual([
    "perUsdMicros: No exchange rate for this currency: VND",
  ]);
  expect(sentences("restrictions", book.restrictions)).toEqual([]);
  expect(sentences("opening", book.opening)).toEqual([]);
  const back = { step: "contract" as const, from: 9, to: 2 };
  expect(sentences("opening", { ...book.opening, usual: { isStated: false, days: [back] } })).toEqual([
    "usual: Begins above its end: contract",
  ]);
});

test("whoever asked for what changes is affected before any proposal is out; whoever did not is not", async ({
  pool,
}) => {
  const house = await asked(pool);
  const found = async (kind: Parameters<typeof concernsOf>[0], before: unknown, after: unknown) =>
    (await affectedCases({ pool }, concernsOf(kind, differences(before, after), before, after))).map(
      ({ how, name }) => `${name} ${how}`,
    );
  expect(await found("catalogue", shippedCatalogue(), withoutSandbox())).toEqual(["Acme asked"]);
  const japan = shippedCatalogue();
  japan.channels.find(({ key }) => key === "INICIS_JP")!.takesRecurring = true;
  expect(await found("catalogue", shippedCatalogue(), japan)).toEqual([]);
  const { rates } = shippedAdviceBook().prices;
  expect(await found("rates", rates, { ...rates, asOfOn: "2026-12-01" })).toEqual(["Acme asked"]);
  expect(house.caseId).toBeTruthy();
});

test("a fact is changed on the page: checked, drafted, changed further, and published only as it was looked at", async ({
  pool,
}) => {
  const house = await asked(pool);
  const approver = await signedIn(house.platform, { roles: ["approver"] });
  const at = (query: string) => `/console/catalogue/edit?channel=ZALOPAY${query}`;
  const loaded = async (query = "") => (await loadEdit(get(house, house.advisor, at(query)))).channel!;
  const edit = async (changes: Record<string, string>, query = "") => {
    const channel = await loaded(query);
    const fields: [string, string][] = [
      ["note", "as told by the PSP"],
      ["takesRecurring", channel.takesRecurring],
      ["preScreen", channel.preScreen],
      ["koreanBusinessOnly", channel.koreanBusinessOnly],
      ...channel.methods.flatMap((method, place) =>
        Object.entries(method)
          .filter(([name]) => name !== "name")
          .map(([name, value]): [string, string] => [`methods.${place}.${name}`, value]),
      ),
    ];
    const body: [string, string][] = fields.map(([name, value]) => [name, changes[name] ?? value]);
    return saveEdit({ ...house.args(house.advisor, at(query), body), params: {} });
  };
  const place = (await loaded()).methods.findIndex(({ key }) => key === "ZALOPAY_WALLET");

  const unchanged = await edit({});
  expect([statusOf(unchanged), dataOf(unchanged).errors]).toEqual([409, { "": "sameAsBefore" }]);
  const unknown = await edit({ [`methods.${place}.countries`]: "VN XX" });
  expect([statusOf(unknown), dataOf(unknown).problems]).toMatchObject([422, [{ sentence: "Unknown country: XX" }, {}]]);
  const drafted = (await edit({ [`methods.${place}.hasSandbox`]: "no" })) as Response;
  const draftId = drafted.headers.get("Location")!.split("/").at(-1)!;
  const open = (who: Person) => loadDraft(get(house, who, "/console/catalogue", { draftId }));
  const seen = await open(approver);
  expect(seen.changes.map(({ path }) => path)).toEqual(["channels/ZALOPAY/methods/ZALOPAY_WALLET/hasSandbox"]);

  house.wait(0.01);
  expect(statusOf(await edit({ [`methods.${place}.refund`]: "partial" }, `&draft=${draftId}`))).toBe(302);
  const publish = (who: Person, seenAt: string) =>
    draftAction(post(house, who, { _intent: "publish", _seen: seenAt }, { draftId }));
  const stale = await publish(approver, seen.draftedAt);
  expect([statusOf(stale), dataOf(stale).errors]).toEqual([409, { "": "changedSince" }]);
  const now = await open(approver);
  expect(now.changes).toHaveLength(2);
  expect(statusOf(await publish(approver, now.draftedAt))).toBe(302);
  const { guide } = await catalogueAt(house.platform, house.platform.now());
  expect(guide.method("ZALOPAY_WALLET")?.method).toMatchObject({ hasSandbox: false, refund: "partial" });
  await expect(loadEdit(get(house, approver, at("")))).rejects.toMatchObject({ status: 403 });
});
