import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { addMember } from "#app/auth/index.server.ts";
import { writeCard } from "#app/cases/index.server.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { startLiveCheck } from "#app/channels/live/check.server.ts";
import { emitWebhook } from "#app/channels/webhooks/emit.server.ts";
import { addEndpoint } from "#app/channels/webhooks/endpoints.server.ts";
import {
  confirmKeys,
  makeKeys,
  makeTestCredentials,
  pairOfChannel,
  secretAgain,
  takeSecret,
} from "#app/credentials/index.server.ts";
import {
  type Actor,
  type ChannelView,
  channelId,
  type Dispatch,
  type Dispatched,
  dispatch,
  openSubject,
  readCase,
  system,
} from "#app/engine/index.server.ts";
import { newRevision } from "#app/kyc/revisions.server.ts";
import type { SavedPeople } from "#app/kyc/saved.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { openPayment, settle } from "#app/platform/gateway/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { itemsOf } from "#workflows/kyc/items.ts";
import { plainProfile } from "#workflows/kyc/profile.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";

export type Parts = Omit<Platform, "db" | "browsers">;

/** What somebody does at one sitting. Pressed again after a death it is the same forms again, with the keys they had. */
export interface Step {
  name: string;
  /** Goes by before it, in milliseconds. */
  passes?: number;
  /** @returns the secret that the page showed, where it showed one */
  act(parts: Parts, world: { httpHost: string }): Promise<string | null>;
}

/** Names are ids: the same in every run, as what stands in a form is the same when it is sent again. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(`crash-test/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const line: ChannelLine = {
  channel: "ZALOPAY",
  country: "VN",
  currency: "VND",
  methods: ["ZALOPAY_WALLET"],
  preScreen: false,
  refund: true,
  sandbox: true,
};
const POLICY = "2026-08";
const HOUR = 3_600_000;
const [caseId, person] = [idOf("case"), idOf("person")];
const channel = channelId(caseId, line);
const profile = plainProfile("krSoleProprietor", { people: [{ id: person, roles: ["representative"] }] });
const items = itemsOf(profile, POLICY);
const proposalId = idOf("proposal");
const contract = { contractId: idOf("contract"), sha256: "ab".repeat(32) };

const staff = (name: string, role: "advisor" | "reviewer" | "approver" | "integration"): Actor => ({
  id: idOf(name),
  roles: [role],
  via: "session",
});
const advisor = staff("advisor", "advisor");
const reviewer = staff("reviewer", "reviewer");
const approver = staff("approver", "approver");
const integration = staff("integration", "integration");
const secondIntegration = staff("integration2", "integration");
const merchant: Actor = { id: idOf("merchant"), roles: ["merchant"], via: "session", caseIds: [caseId] };

type Event = Dispatch["event"];

/** One press of a button: its key is made of what it is, so that pressing again is the same press. */
const press = (
  parts: Parts,
  actor: Actor,
  event: Event,
  { on = caseId, also, nth = "" }: { on?: string; also?: Dispatch["also"]; nth?: string } = {},
): Promise<Dispatched> =>
  dispatch(parts, { subject: on, event, actor, idempotencyKey: `press/${event.type}/${nth}`, also });

/** The people of the house and of the shop, the catalogue: what is there before the attack. */
export async function setTheScene(parts: Parts): Promise<void> {
  await loadCatalogue(parts);
  const people = [
    ["advisor", "staff"],
    ["reviewer", "staff"],
    ["approver", "staff"],
    ["integration", "staff"],
    ["integration2", "staff"],
    ["merchant", "merchant"],
  ] as const;
  for (const [name, kind] of people) {
    const id = idOf(name);
    await parts.pool.query(
      "insert into users (id, name, email, email_verified, kind, lang, created_at, updated_at) values ($1, $2, $3, true, $4, 'en', $5, $5)",
      [id, name, `${name}@crash.example`, kind, parts.now()],
    );
    if (kind === "staff")
      await parts.pool.query(
        "insert into staff_role (id, user_id, role, granted_by, granted_at) values ($1, $2, $3, 'test', $4)",
        [idOf(`role/${name}`), id, name.replace(/\d$/, ""), parts.now()],
      );
  }
}

const nothing = async () => null;

/** From the first question to the opened service: letters, keys, webhooks, a PSP, files and screening on the way. */
export const voyage: readonly Step[] = [
  {
    name: "the inquiry",
    async act(parts) {
      const at = parts.now();
      await inTransaction(parts.pool, async (tx) => {
        const opening = {
          id: caseId,
          kind: "onboarding",
          caseId,
          actorId: merchant.id,
          actorRole: "merchant",
          at,
        } as const;
        if (!(await openSubject(tx, opening))) return;
        await addMember(tx, { caseId, userId: merchant.id, role: "owner" });
        const card = { caseId, merchantName: "Crash Co", contactName: "Kim", contactEmail: "merchant@crash.example" };
        await writeCard(tx, { ...card, lang: "en", countries: ["VN"] }, at);
      });
      await press(parts, merchant, { type: "SUBMIT_INQUIRY", inquiryId: idOf("inquiry") });
      return null;
    },
  },
  { name: "nobody answers in time: the clocks ring", passes: 5 * 24 * HOUR, act: nothing },
  {
    name: "the proposal",
    async act(parts) {
      const validUntil = new Date(parts.now().getTime() + 14 * 24 * HOUR).toISOString();
      const event = { type: "SEND_PROPOSAL", proposalId, version: 1, track: "crossBorder", lines: [line] } as const;
      await press(parts, advisor, { ...event, lines: [line], validUntil });
      return null;
    },
  },
  {
    name: "the merchant accepts, its channel opens",
    async act(parts) {
      await press(parts, merchant, { type: "ACCEPT_PROPOSAL", proposalId, version: 1, lines: [0] });
      return null;
    },
  },
  {
    name: "a webhook endpoint",
    async act(parts, { httpHost }) {
      const added = await addEndpoint(parts, {
        id: idOf("endpoint"),
        caseId,
        by: merchant.id,
        environment: "live",
        name: "Shop",
        url: `http://${httpHost}/hook`,
        types: ["payment_status", "refund_status", "onboarding_status"],
      });
      return added.secret;
    },
  },
  {
    name: "a second endpoint, for tests",
    async act(parts, { httpHost }) {
      const added = await addEndpoint(parts, {
        id: idOf("test endpoint"),
        caseId,
        by: merchant.id,
        environment: "sandbox",
        name: "Test shop",
        url: `http://${httpHost}/hook`,
        types: ["payment_status", "refund_status"],
      });
      return added.secret;
    },
  },
  {
    name: "papers, people, and the wish to be reviewed: somebody is screened",
    async act(parts) {
      await press(parts, merchant, { type: "SET_PROFILE", profile, policy: POLICY });
      for (const item of items) await handIn(parts, item);
      await press(parts, merchant, { type: "SUBMIT_KYC" });
      return null;
    },
  },
  {
    name: "the contract",
    async act(parts) {
      await store(parts, `contract/${contract.contractId}`);
      await press(parts, merchant, { type: "ISSUE_CONTRACT", ...contract });
      await press(parts, merchant, { type: "SIGN_CONTRACT", ...contract });
      await press(parts, approver, { type: "COUNTERSIGN_CONTRACT", ...contract });
      return null;
    },
  },
  {
    name: "the site is visited",
    async act(parts) {
      await press(parts, merchant, { type: "START_SITE_CHECK", checkId: idOf("site check") });
      return null;
    },
  },
  {
    name: "the site is confirmed",
    async act(parts) {
      await press(parts, merchant, { type: "SUBMIT_SITE" });
      await press(parts, reviewer, { type: "CONFIRM_SITE" });
      return null;
    },
  },
  {
    name: "the review",
    async act(parts) {
      const view = (await readCase(parts, caseId))!;
      for (const [item, { ref }] of Object.entries(view.context.items))
        await press(parts, reviewer, { type: "ACCEPT_ITEM", item, ref }, { nth: item });
      await press(parts, reviewer, { type: "RECOMMEND_APPROVAL" });
      return null;
    },
  },
  {
    name: "the approval",
    async act(parts) {
      await press(parts, approver, { type: "APPROVE_KYC" });
      return null;
    },
  },
  {
    name: "test credentials",
    async act(parts) {
      const made = makeTestCredentials(parts, { caseId, channelId: channel, by: merchant.id });
      const event = { type: "SET_TEST_CREDENTIALS", credentialsId: made.id } as const;
      await press(parts, merchant, event, { on: channel, also: (tx) => made.insert(tx) });
      return null;
    },
  },
  {
    name: "a test payment, told by webhook",
    async act(parts) {
      const pair = (await pairOfChannel(parts, channel))!;
      const account = { clientKey: pair.clientKey, mode: "test" } as const;
      const url = "https://shop.example/";
      const { orderRef } = await openPayment(parts, account, {
        orderNo: idOf("order"),
        amountMinor: 50_000,
        currency: "VND",
        country: "VN",
        channel: "ZALOPAY",
        method: "ZALOPAY_WALLET",
        methodName: "ZaloPay",
        shopName: "Crash Co",
        successUrl: url,
        failureUrl: url,
      });
      await settle(parts, orderRef, { to: "Success", instrument: "goesThrough" });
      return null;
    },
  },
  {
    name: "the test plan is passed",
    async act(parts) {
      const { context } = await channelOf(parts);
      for (const item of context.plan)
        await press(
          parts,
          system,
          { type: "RECORD_TEST", item, outcome: "passed", ref: `run/${item}` },
          { on: channel, nth: item },
        );
      await press(parts, merchant, { type: "COMPLETE_TESTS" }, { on: channel });
      return null;
    },
  },
  {
    name: "the PSP says yes, the payment ID is issued",
    async act(parts) {
      await press(parts, integration, { type: "RECORD_PSP_DECISION", approved: true }, { on: channel });
      await press(parts, integration, { type: "PROPOSE_PAYMENT_ID", paymentId: "MID-1" }, { on: channel });
      await press(parts, approver, { type: "CONFIRM_PAYMENT_ID" }, { on: channel });
      return null;
    },
  },
  {
    name: "keys are made by one and confirmed by another",
    async act(parts) {
      const keys = makeKeys(parts, { caseId, channelId: channel, by: integration.id });
      const proposed = { type: "PROPOSE_KEYS", keysId: keys.id } as const;
      await press(parts, integration, proposed, { on: channel, also: (tx, { seq }) => keys.insert(tx, seq) });
      const keysId = (await channelOf(parts)).context.keysId!;
      const confirmed = { type: "CONFIRM_KEYS", keysId } as const;
      const by = secondIntegration.id;
      await press(parts, secondIntegration, confirmed, {
        on: channel,
        also: (tx) => confirmKeys(tx, { keysId, by, at: parts.now() }),
      });
      return null;
    },
  },
  {
    name: "the secret is fetched",
    async act(parts) {
      const keysId = (await channelOf(parts)).context.keysId!;
      let secret: string | null = null;
      const by = merchant.id;
      const { replayed } = await press(
        parts,
        merchant,
        { type: "FETCH_SECRET", keysId },
        {
          on: channel,
          also: async (tx) => {
            secret = await takeSecret(parts, tx, { keysId, by, at: parts.now() });
          },
        },
      );
      return replayed ? secretAgain(parts, { keysId, by }) : secret;
    },
  },
  {
    name: "a small real payment at the PSP",
    async act(parts) {
      await press(parts, merchant, { type: "START_LIVE_VERIFICATION" }, { on: channel });
      await startLiveCheck(parts, { caseId, channelId: channel, line, paymentId: "MID-1", by: merchant.id });
      return null;
    },
  },
  { name: "it is found paid, and given back", passes: 61_000, act: nothing },
  {
    name: "the channel opens, and the shop is told",
    async act(parts) {
      await press(
        parts,
        merchant,
        { type: "OPEN_CHANNEL" },
        {
          on: channel,
          also: async (tx) => {
            await emitWebhook(tx, {
              caseId,
              channelId: channel,
              environment: "live",
              type: "onboarding_status",
              about: "live",
              cause: `channel/${channel}/live`,
              body: { status: "live" },
              at: parts.now(),
            });
          },
        },
      );
      return null;
    },
  },
];

const channelOf = async (parts: Parts): Promise<ChannelView> => (await readCase(parts, caseId))!.channels[0]!;

/** A paper goes to storage first and is spoken of afterwards; people are a form, saved with the event that names it. */
async function handIn(parts: Parts, item: string): Promise<void> {
  if (item !== "data:people") {
    await store(parts, `kyc/${idOf(item)}`);
    await press(parts, merchant, { type: "PROVIDE_ITEM", item, ref: idOf(item) }, { nth: item });
    return;
  }
  const body: SavedPeople = {
    people: [
      {
        id: person,
        name: "김하나",
        nameLatin: "Kim Hana",
        nationality: "KR",
        residence: "KR",
        offices: ["representative"],
        idType: "passport",
        sharesOf: "merchant",
      },
    ],
    companies: [],
    restIsSmall: true,
    actsForAnother: false,
    ownership: { owners: [], principal: null, step: null, exempt: false, findings: [] },
    doubts: [],
  };
  const secret = { bornOn: { [person]: "1984-05-17" } };
  const revision = newRevision(parts, { caseId, item, body, secret, by: merchant.id });
  const also = (tx: Parameters<typeof revision.insert>[0]) => revision.insert(tx);
  await press(parts, merchant, { type: "PROVIDE_ITEM", item, ref: revision.id }, { nth: item, also });
}

const store = (parts: Parts, name: string) =>
  parts.storage.put(name, Readable.from([Buffer.from(name)]), { contentType: "application/pdf", maxBytes: 1_000 });
