import { and, assign, setup } from "xstate";
import type { Letter } from "../letters.ts";
import type { Desk } from "../roles.ts";
import { type ChannelContext, type ChannelInput, newChannel } from "./context.ts";
import { type ChannelSent, channelGuards } from "./guards.ts";

export const CHANNEL_VERSION = 1;

const DAY = 86_400_000;

/**
 * One payment channel of one merchant: a PSP × country × currency, which is tested, reviewed by its PSP, given its payment ID and
 * keys, and opened on its own day. Testing may run before KYC is done; nothing live may.
 */
export const channel = setup({
  types: {} as {
    context: ChannelContext;
    events: ChannelSent;
    input: ChannelInput;
    tags: "merchantsTurn" | "ourTurn" | "pspsTurn" | "casesTurn" | "paused" | `desk:${Desk}`;
  },
  actions: {
    sendMail: (_, _letter: Letter) => {},
    /** Tells the case how this channel stands. */
    tellCase: (_, _news: { to: "underWay" | "live" | "suspended" | "ended" }) => {},
    /** The keys stop working everywhere. */
    revokeKeys: () => {},
    stopClocks: () => {},
    resumeClocks: () => {},
    rememberReason: assign(({ event }) => ("reason" in event ? { reason: event.reason } : {})),
    rememberProposer: assign({ proposedBy: ({ event }) => event.by }),
    forgetProposer: assign({ proposedBy: null }),
    noteTest: assign(({ context, event }) =>
      event.type === "RECORD_TEST"
        ? { tests: { ...context.tests, [event.item]: { outcome: event.outcome, ref: event.ref } } }
        : {},
    ),
    noteTestCredentials: assign(({ event }) =>
      event.type === "SET_TEST_CREDENTIALS" ? { testCredentialsId: event.credentialsId } : {},
    ),
  },
  guards: channelGuards,
  delays: {
    testReminder: 5 * DAY,
    pspFollowUp: 3 * DAY,
    confirmDue: DAY,
    openReminder: 5 * DAY,
  },
}).createMachine({
  id: "channel",
  version: "1",
  context: ({ input }) => newChannel(input),
  initial: "proposed",
  on: {
    CLOSE_CHANNEL: { target: ".closed", actions: "rememberReason" },
    CASE_ENDED: { target: ".closed" },
    CASE_MOVED: [{ guard: "caseIsHalted", actions: { type: "stopClocks" } }, { actions: { type: "resumeClocks" } }],
  },
  states: {
    proposed: {
      tags: "casesTurn",
      on: {
        ACTIVATE: [
          {
            guard: "needsPreScreen",
            target: "preScreen",
            actions: [
              { type: "tellCase", params: { to: "underWay" } },
              { type: "sendMail", params: { letter: "pspPreScreenStarted", to: "integration" } },
            ],
          },
          {
            target: "testSetup",
            actions: [
              { type: "tellCase", params: { to: "underWay" } },
              { type: "sendMail", params: { letter: "testSetUp", to: "merchant" } },
            ],
          },
        ],
      },
    },
    preScreen: {
      tags: ["pspsTurn", "desk:integration"],
      after: {
        pspFollowUp: { actions: { type: "sendMail", params: { letter: "pspPreScreenStarted", to: "integration" } } },
      },
      on: {
        RECORD_PRE_SCREEN: [
          {
            guard: "preScreenPassed",
            target: "testSetup",
            actions: { type: "sendMail", params: { letter: "testSetUp", to: "merchant" } },
          },
          {
            target: "pspRefused",
            actions: {
              type: "sendMail",
              params: ({ event }) => ({ letter: "pspRefused", to: "merchant", note: event.note }),
            },
          },
        ],
      },
    },
    testSetup: {
      tags: "merchantsTurn",
      after: { testReminder: { actions: { type: "sendMail", params: { letter: "testSetUp", to: "merchant" } } } },
      on: { SET_TEST_CREDENTIALS: { target: "testing", actions: "noteTestCredentials" } },
    },
    testing: {
      tags: "merchantsTurn",
      after: { testReminder: { actions: { type: "sendMail", params: { letter: "testSetUp", to: "merchant" } } } },
      on: {
        SET_TEST_CREDENTIALS: { actions: "noteTestCredentials" },
        RECORD_TEST: { guard: "testIsInPlan", actions: "noteTest" },
        COMPLETE_TESTS: {
          guard: "everyTestPassed",
          target: "tested",
          actions: { type: "sendMail", params: { letter: "testsPassed", to: "integration" } },
        },
      },
    },
    tested: {
      tags: "casesTurn",
      // The case may have been approved long before the tests were done: then nothing is waited for.
      always: {
        guard: and(["kycIsApproved", "contractIsSigned", "siteHasPassed"]),
        target: "pspReview",
      },
      on: {
        CASE_APPROVED: { guard: and(["kycIsApproved", "contractIsSigned", "siteHasPassed"]), target: "pspReview" },
        SUBMIT_TO_PSP: { guard: and(["kycIsApproved", "contractIsSigned", "siteHasPassed"]), target: "pspReview" },
      },
    },
    pspReview: {
      tags: ["pspsTurn", "desk:integration"],
      entry: { type: "sendMail", params: { letter: "pspReviewStarted", to: "merchant" } },
      after: {
        pspFollowUp: { actions: { type: "sendMail", params: { letter: "pspReviewStarted", to: "integration" } } },
      },
      on: {
        RECORD_PSP_DECISION: [
          { guard: "pspApproved", target: "awaitingId" },
          {
            target: "pspRefused",
            actions: {
              type: "sendMail",
              params: ({ event }) => ({ letter: "pspRefused", to: "merchant", note: event.note }),
            },
          },
        ],
      },
    },
    pspRefused: {
      tags: ["ourTurn", "desk:integration"],
      on: {
        // Another try after what the PSP found wanting was mended; a refused pre-screen starts at the beginning.
        SUBMIT_TO_PSP: {
          guard: and(["everyTestPassed", "kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "pspReview",
        },
        RECORD_PRE_SCREEN: {
          guard: and(["needsPreScreen", "preScreenPassed"]),
          target: "testSetup",
          actions: { type: "sendMail", params: { letter: "testSetUp", to: "merchant" } },
        },
      },
    },
    awaitingId: {
      tags: ["ourTurn", "desk:integration"],
      on: {
        PROPOSE_PAYMENT_ID: {
          guard: and(["kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "idProposed",
          actions: [
            assign({ paymentId: ({ event }) => event.paymentId }),
            "rememberProposer",
            { type: "sendMail", params: { letter: "paymentIdToConfirm", to: "approvers" } },
          ],
        },
      },
    },
    idProposed: {
      tags: ["ourTurn", "desk:approver"],
      after: {
        confirmDue: { actions: { type: "sendMail", params: { letter: "paymentIdToConfirm", to: "approvers" } } },
      },
      on: {
        CONFIRM_PAYMENT_ID: {
          guard: and(["isAnotherPerson", "kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "idIssued",
          actions: ["forgetProposer", { type: "sendMail", params: { letter: "paymentIdIssued", to: "merchant" } }],
        },
        RETURN_PAYMENT_ID: { target: "awaitingId", actions: [assign({ paymentId: null }), "forgetProposer"] },
      },
    },
    idIssued: {
      tags: ["ourTurn", "desk:integration"],
      on: {
        PROPOSE_KEYS: {
          guard: and(["kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "keysProposed",
          actions: [
            assign({ keysId: ({ event }) => event.keysId, secretFetched: false }),
            "rememberProposer",
            { type: "sendMail", params: { letter: "keysToConfirm", to: "approvers" } },
          ],
        },
      },
    },
    keysProposed: {
      tags: ["ourTurn", "desk:approver"],
      after: { confirmDue: { actions: { type: "sendMail", params: { letter: "keysToConfirm", to: "approvers" } } } },
      on: {
        CONFIRM_KEYS: {
          guard: and(["isAnotherPerson", "keysAreTheseOnes", "kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "keysIssued",
          actions: ["forgetProposer", { type: "sendMail", params: { letter: "keysIssued", to: "merchant" } }],
        },
        RETURN_KEYS: {
          target: "idIssued",
          actions: [{ type: "revokeKeys" }, assign({ keysId: null }), "forgetProposer"],
        },
      },
    },
    keysIssued: {
      tags: "merchantsTurn",
      after: { openReminder: { actions: { type: "sendMail", params: { letter: "keysIssued", to: "merchant" } } } },
      on: {
        FETCH_SECRET: {
          guard: and(["keysAreTheseOnes", "secretNotFetched"]),
          actions: assign({ secretFetched: true }),
        },
        START_LIVE_VERIFICATION: { guard: "secretIsFetched", target: "liveVerification" },
      },
    },
    liveVerification: {
      tags: "merchantsTurn",
      after: { openReminder: { actions: { type: "sendMail", params: { letter: "keysIssued", to: "merchant" } } } },
      on: {
        RECORD_LIVE_PAYMENT: { actions: assign({ livePayment: ({ event }) => event.outcome }) },
        OPEN_CHANNEL: {
          guard: and(["livePaymentPassed", "kycIsApproved", "contractIsSigned", "siteHasPassed"]),
          target: "live",
          actions: [
            { type: "tellCase", params: { to: "live" } },
            { type: "sendMail", params: { letter: "channelLive", to: "merchant" } },
          ],
        },
      },
    },
    live: {
      on: {
        SUSPEND_CHANNEL: {
          target: "suspended",
          actions: [
            "rememberReason",
            { type: "tellCase", params: { to: "suspended" } },
            {
              type: "sendMail",
              params: ({ event }) => ({ letter: "channelSuspended", to: "merchant", note: event.reason }),
            },
          ],
        },
      },
    },
    suspended: {
      tags: "paused",
      on: {
        RESUME_CHANNEL: {
          target: "live",
          actions: [
            { type: "tellCase", params: { to: "live" } },
            { type: "sendMail", params: { letter: "channelLive", to: "merchant" } },
          ],
        },
      },
    },
    closed: {
      type: "final",
      entry: [
        { type: "revokeKeys" },
        { type: "tellCase", params: { to: "ended" } },
        { type: "sendMail", params: { letter: "channelClosed", to: "merchant" } },
      ],
    },
  },
});
