import { expect } from "vitest";
import { readCase } from "#app/engine/index.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { deskAction, loadDesk } from "./desk.server.ts";
import { loadProposal, proposalAction } from "./merchant.server.ts";
import { asked } from "./testing/asked.ts";

type House = Awaited<ReturnType<typeof asked>>;
type Person = House["advisor"];
const statusOf = (answer: unknown): number =>
  answer instanceof Response ? answer.status : ((answer as { init?: { status?: number } }).init?.status ?? 200);

const desk = ({ args, caseId }: House, who: Person, body?: [string, string][]) =>
  args(who, `/console/cases/${caseId}/proposal`, body);
const page = ({ args, merchant, caseId }: House, body?: [string, string][]) =>
  args(merchant, `/cases/${caseId}/proposal`, body);
const phase = async (house: House) => (await readCase(house.platform, house.caseId))?.phase;

/** Sends a proposal of Japanese cards through a PSP that looks first; the merchant takes it. */
async function accepted(house: House) {
  const { desk: loaded, formKey } = await loadDesk(desk(house, house.advisor));
  const [pick] = loaded!.picks;
  const sent = await deskAction(
    desk(house, house.advisor, [
      ["_key", formKey],
      ["_version", String(loaded!.version)],
      ["_intent", "send"],
      ["track", "crossBorder"],
      ["message", "Hello"],
      ["validDays", "14"],
      ["picks.0.country", pick!.country],
      ["picks.0.brand", pick!.brand],
      ["picks.0.method", "PAYLETTER_CREDIT_CARD"],
    ]),
  );
  expect(statusOf(sent)).toBe(302);
  const { shown, formKey: key } = await loadProposal(page(house));
  const took = await proposalAction(
    page(house, [
      ["type", "ACCEPT_PROPOSAL"],
      ["_key", key],
      ["proposalId", shown!.proposalId],
      ["version", String(shown!.version)],
      ["lines", "0"],
    ]),
  );
  expect(statusOf(took)).toBe(302);
}

async function answer(house: House, who: Person, passed: boolean, channel = "PAYLETTER") {
  const { formKey } = await loadDesk(desk(house, who));
  return deskAction(
    desk(house, who, [
      ["type", "ANSWER_PRE_SCREEN"],
      ["_key", formKey],
      ["channel", channel],
      ...(passed ? [["passed", "on"] satisfies [string, string]] : []),
      ["note", "as the PSP wrote"],
    ]),
  );
}

const staff = (house: House, role: "integration" | "reviewer") =>
  signedIn({ pool: house.platform.pool, now: house.platform.now, config: testConfig() }, { roles: [role], lang: "en" });

test("a PSP that looks first is waited for, with a date, and its yes opens the application", async ({ pool }) => {
  const house = await asked(pool, { JP: ["card"] });
  await accepted(house);
  expect(await phase(house)).toBe("preScreening");
  const { shown, offers } = await loadProposal(page(house));
  // Monday morning, and five business days.
  expect(shown?.preScreen).toEqual({
    psps: [{ channel: "PAYLETTER", name: "Payletter Global", state: "open" }],
    isWaiting: true,
    dueAt: "2026-11-30T01:00:00.000Z",
  });
  expect(offers.filter(({ allowed }) => allowed).map(({ event }) => event)).toEqual(["WANT_CHANGES", "WITHDRAW"]);

  const integration = await staff(house, "integration");
  expect((await loadDesk(desk(house, integration))).preScreen?.isWaiting).toBe(true);
  expect(statusOf(await answer(house, integration, true))).toBe(302);
  expect(await phase(house)).toBe("application");
  expect((await loadDesk(desk(house, integration))).preScreen).toBeNull();
});

test("a no leads back to the desk with what the PSP said of whom, and the same PSP proposed again is asked again", async ({
  pool,
}) => {
  const house = await asked(pool, { JP: ["card"] });
  await accepted(house);
  expect(statusOf(await answer(house, house.advisor, false))).toBe(302);
  expect(await phase(house)).toBe("advising");
  const refused = {
    psps: [{ channel: "PAYLETTER", name: "Payletter Global", state: "refused" }],
    isWaiting: false,
    dueAt: null,
  };
  expect((await loadDesk(desk(house, house.advisor))).preScreen).toEqual(refused);
  const { shown } = await loadProposal(page(house));
  expect(shown?.preScreen).toEqual(refused);
  expect(shown?.accepted).toBeNull();
  await accepted(house);
  expect(await phase(house)).toBe("preScreening");
  expect((await loadProposal(page(house))).shown?.preScreen?.psps[0]?.state).toBe("open");
});

test("an answer of a PSP that nobody asked is refused, and whoever does not talk to PSPs records none", async ({
  pool,
}) => {
  const house = await asked(pool, { JP: ["card"] });
  await accepted(house);
  expect(await answer(house, house.advisor, true, "INICIS_JP")).toMatchObject({
    init: { status: 409 },
    data: { refused: ["preScreenIsOpen"] },
  });
  const reviewer = await staff(house, "reviewer");
  const thrown = await answer(house, reviewer, true).catch((response: unknown) => response);
  expect(statusOf(thrown)).toBe(403);
  expect(await phase(house)).toBe("preScreening");
});

test("integration records what PSPs answer and composes no proposal", async ({ pool }) => {
  const house = await asked(pool, { JP: ["card"] });
  const integration = await staff(house, "integration");
  const composed = await deskAction(desk(house, integration, [["_intent", "save"]])).catch((error: unknown) => error);
  expect(statusOf(composed)).toBe(403);
});
