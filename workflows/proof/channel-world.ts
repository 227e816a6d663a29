import type { AnyMachineSnapshot } from "xstate";
import type { ChannelContext } from "../channel/context.ts";
import type { ChannelEvent, Gates } from "../channel/events.ts";
import { begin, type Law, type Sent } from "../law.ts";
import { type Memory, type Move, NOW, type World } from "./explore.ts";

const ID = "00000000-0000-7000-8000-00000000000";

const gatesOfMask = (mask: number): Gates => ({
  kycApproved: (mask & 1) > 0,
  contractSigned: (mask & 2) > 0,
  sitePassed: (mask & 4) > 0,
  halted: (mask & 8) > 0,
  ended: false,
});
const OPEN = 7;
/** All open, each one shut by itself, all shut, and open but halted: what a guard that forgets one would let through. */
const masks = [OPEN, 6, 5, 3, 0, OPEN + 8];

const say = (name: string, by: string, event: ChannelEvent, asked = masks): Move[] =>
  asked.map((mask) => {
    const sent = [{ ...event, by, at: NOW, gates: gatesOfMask(mask) } as Sent];
    return {
      name: mask === OPEN ? name : `${name} (gates ${mask.toString(2).padStart(4, "0")})`,
      type: event.type,
      events: () => sent,
    };
  });

const reason = "because";
const keys = `${ID}1`;
const otherKeys = `${ID}2`;

// m is the merchant, a and b are two people of the house.
const moves: Move[] = [
  say("ACTIVATE", "system", { type: "ACTIVATE" }, [OPEN, 0]),
  say("RECORD_PRE_SCREEN passed", "a", { type: "RECORD_PRE_SCREEN", passed: true }, [OPEN, 0]),
  say("RECORD_PRE_SCREEN refused", "a", { type: "RECORD_PRE_SCREEN", passed: false }, [OPEN, 0]),
  say("SET_TEST_CREDENTIALS", "m", { type: "SET_TEST_CREDENTIALS", credentialsId: `${ID}3` }, [OPEN, 0]),
  say("RECORD_TEST passed", "system", { type: "RECORD_TEST", item: "paymentFlow", outcome: "passed", ref: "r" }, [
    OPEN,
    0,
  ]),
  say("RECORD_TEST failed", "system", { type: "RECORD_TEST", item: "paymentFlow", outcome: "failed", ref: "r" }, [
    OPEN,
    0,
  ]),
  say("RECORD_TEST second passed", "system", { type: "RECORD_TEST", item: "webhooks", outcome: "passed", ref: "r" }, [
    OPEN,
    0,
  ]),
  say("RECORD_TEST out of plan", "system", { type: "RECORD_TEST", item: "refund", outcome: "passed", ref: "r" }, [
    OPEN,
  ]),
  say("COMPLETE_TESTS", "m", { type: "COMPLETE_TESTS" }),
  say("CASE_APPROVED", "system", { type: "CASE_APPROVED" }),
  say("CASE_MOVED", "system", { type: "CASE_MOVED" }),
  say("CASE_ENDED", "system", { type: "CASE_ENDED" }, [OPEN, 0]),
  say("SUBMIT_TO_PSP", "a", { type: "SUBMIT_TO_PSP" }),
  say("RECORD_PSP_DECISION approved", "a", { type: "RECORD_PSP_DECISION", approved: true }),
  say("RECORD_PSP_DECISION refused", "a", { type: "RECORD_PSP_DECISION", approved: false }, [OPEN]),
  say("PROPOSE_PAYMENT_ID", "a", { type: "PROPOSE_PAYMENT_ID", paymentId: "MID" }),
  say("CONFIRM_PAYMENT_ID by the same", "a", { type: "CONFIRM_PAYMENT_ID" }, [OPEN]),
  say("CONFIRM_PAYMENT_ID", "b", { type: "CONFIRM_PAYMENT_ID" }),
  say("RETURN_PAYMENT_ID", "b", { type: "RETURN_PAYMENT_ID", reason }, [OPEN]),
  say("PROPOSE_KEYS", "a", { type: "PROPOSE_KEYS", keysId: keys }),
  say("CONFIRM_KEYS by the same", "a", { type: "CONFIRM_KEYS", keysId: keys }, [OPEN]),
  say("CONFIRM_KEYS others", "b", { type: "CONFIRM_KEYS", keysId: otherKeys }, [OPEN]),
  say("CONFIRM_KEYS", "b", { type: "CONFIRM_KEYS", keysId: keys }),
  say("RETURN_KEYS", "b", { type: "RETURN_KEYS", reason }, [OPEN]),
  say("FETCH_SECRET", "m", { type: "FETCH_SECRET", keysId: keys }, [OPEN]),
  say("FETCH_SECRET of others", "m", { type: "FETCH_SECRET", keysId: otherKeys }, [OPEN]),
  say("START_LIVE_VERIFICATION", "m", { type: "START_LIVE_VERIFICATION" }),
  say("RECORD_LIVE_PAYMENT passed", "system", { type: "RECORD_LIVE_PAYMENT", outcome: "passed", ref: "r" }, [OPEN]),
  say("RECORD_LIVE_PAYMENT failed", "system", { type: "RECORD_LIVE_PAYMENT", outcome: "failed", ref: "r" }, [OPEN]),
  say("OPEN_CHANNEL", "m", { type: "OPEN_CHANNEL" }),
  say("SUSPEND_CHANNEL", "b", { type: "SUSPEND_CHANNEL", reason }, [OPEN, 0]),
  say("RESUME_CHANNEL", "b", { type: "RESUME_CHANNEL" }, [OPEN, OPEN + 8]),
  say("CLOSE_CHANNEL", "m", { type: "CLOSE_CHANNEL", reason }, [OPEN, 0]),
].flat();

/** What the watcher of a channel remembers, from the events alone. */
function remember(memory: Memory, _before: AnyMachineSnapshot, event: Sent, after: AnyMachineSnapshot): Memory {
  const said = event as Sent & { item?: string; outcome?: string; passed?: boolean; approved?: boolean };
  switch (event.type) {
    case "RECORD_PRE_SCREEN":
      return { ...memory, preScreened: said.passed === true };
    case "RECORD_TEST":
      return said.item === "paymentFlow"
        ? { ...memory, flowPassed: said.outcome === "passed" }
        : said.item === "webhooks"
          ? { ...memory, webhooksPassed: said.outcome === "passed" }
          : memory;
    case "RECORD_PSP_DECISION":
      return { ...memory, pspApproved: said.approved === true };
    case "PROPOSE_PAYMENT_ID":
      return { ...memory, idBy: event.by, idConfirmed: false };
    case "CONFIRM_PAYMENT_ID":
      return { ...memory, idConfirmed: memory.idBy !== null && memory.idBy !== event.by };
    case "RETURN_PAYMENT_ID":
      return { ...memory, idBy: null };
    case "PROPOSE_KEYS":
      return { ...memory, keysBy: event.by, keysConfirmed: false, fetched: 0 };
    case "CONFIRM_KEYS":
      return { ...memory, keysConfirmed: memory.keysBy !== null && memory.keysBy !== event.by };
    case "RETURN_KEYS":
      return { ...memory, keysBy: null };
    case "FETCH_SECRET":
      return { ...memory, fetched: Math.min(2, Number(memory.fetched) + 1) };
    case "RECORD_LIVE_PAYMENT":
      return { ...memory, paid: said.outcome === "passed" };
    default:
      return after.status === "done" ? { ...memory } : memory;
  }
}

function keyOf({ value, context, status }: AnyMachineSnapshot, memory: Memory): string {
  const c = context as ChannelContext;
  return JSON.stringify([
    status,
    value,
    c.tests.paymentFlow?.outcome,
    c.tests.webhooks?.outcome,
    c.tests.refund?.outcome,
    c.testCredentialsId,
    c.paymentId,
    c.proposedBy,
    c.keysId,
    c.secretFetched,
    c.livePayment,
    memory,
  ]);
}

/** @param preScreen whether the PSP looks first, and if so whether this channel asks it or its case has done so before */
export const channelWorld = (law: Law, preScreen: "none" | "here" | "atCase"): World => ({
  law,
  begin: () => ({
    snapshot: begin(law, {
      caseId: `${ID}0`,
      line: {
        channel: "PAYLETTER",
        country: "GLOBAL",
        currency: "USD",
        methods: ["M"],
        preScreen: preScreen !== "none",
        refund: false,
        sandbox: true,
      },
      plan: ["paymentFlow", "webhooks"],
      ...(preScreen === "atCase" ? { preScreened: true } : {}),
    }).next,
    memory: {
      gates: "watched",
      preScreened: preScreen !== "here",
      flowPassed: false,
      webhooksPassed: false,
      pspApproved: false,
      idBy: null,
      idConfirmed: false,
      keysBy: null,
      keysConfirmed: false,
      fetched: 0,
      paid: false,
    },
  }),
  moves,
  remember,
  keyOf,
});
