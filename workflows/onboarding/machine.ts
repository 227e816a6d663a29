import { and, assign, setup } from "xstate";
import { type Letter, letterWithReason } from "../letters.ts";
import type { Desk, Stamp } from "../roles.ts";
import { newCase, type OnboardingContext } from "./context.ts";
import type { ChannelLine, OnboardingEvent } from "./events.ts";
import { onboardingGuards } from "./guards.ts";
import { answered } from "./pre-screen.ts";

const DAY = 86_400_000;

const delays = {
  replyReminder: DAY / 2,
  replyDue: DAY,
  proposalReminder: 3 * DAY,
  proposalExpiry: 14 * DAY,
  documentsReminder: 3 * DAY,
  documentsSecondReminder: 10 * DAY,
  applicationExpiry: 90 * DAY,
  reviewDue: 2 * DAY,
  approvalDue: DAY,
  countersignDue: DAY,
  siteReviewDue: DAY,
  siteCheckTimeout: DAY / 96,
  appealPeriod: 30 * DAY,
  periodicReview: 365 * DAY,
};
const preScreenDelays = { preScreenReminder: 3 * DAY, preScreenDue: 5 * DAY, preScreenExpiry: 20 * DAY };

/**
 * One merchant's case, from the inquiry to the opened service.
 *
 * Version 2 asks the PSPs that look first (gate G2) between the proposal and the application; all else is the same text for every
 * version, so that what is mended is mended for all of them. A published version never changes what it does with an event that is
 * in a log: its cases are folded from their logs.
 *
 * Delays are names: the engine computes their due times from the calendar (workflows/onboarding/deadlines.ts); the numbers
 * here only stand in where a machine is played without one. Holding a case is not a state, so that it can be resumed to
 * exactly where it stood; `advance` lets nothing but {@link passesHold} through meanwhile and the engine stops the clocks.
 */
function chartOf(version: 1 | 2) {
  const asksPsps = version >= 2;
  const house = setup({
    types: {} as {
      context: OnboardingContext;
      events: OnboardingEvent & Stamp;
      tags: "merchantsTurn" | "ourTurn" | "pspsTurn" | "systemsTurn" | "paused" | `desk:${Desk}`;
    },
    actions: {
      sendMail: (_, _letter: Letter) => {},
      openChannels: (_, _wanted: { lines: ChannelLine[]; preScreened?: true }) => {},
      tellChannels: (_, _news: { event: "CASE_APPROVED" | "CASE_ENDED" | "CASE_MOVED" }) => {},
      startScreening: () => {},
      startSiteCheck: (_, _check: { checkId: string }) => {},
      stopClocks: () => {},
      resumeClocks: () => {},
      giveItem: assign(({ context, event }) =>
        event.type === "PROVIDE_ITEM"
          ? { items: { ...context.items, [event.item]: { state: "given" as const, ref: event.ref, reason: null } } }
          : {},
      ),
      acceptItem: assign(({ context, event }) =>
        event.type === "ACCEPT_ITEM"
          ? { items: { ...context.items, [event.item]: { state: "accepted" as const, ref: event.ref, reason: null } } }
          : {},
      ),
      refuseItem: assign(({ context, event }) =>
        event.type === "REFUSE_ITEM"
          ? {
              items: {
                ...context.items,
                [event.item]: { state: "refused" as const, ref: event.ref, reason: event.reason },
              },
            }
          : {},
      ),
      // A new check is a new question: what a reviewer ruled about the former one no longer counts.
      newCheck: assign(({ context, event }) =>
        event.type === "START_SITE_CHECK"
          ? {
              site: {
                ...context.site,
                checkId: event.checkId,
                failure: null,
                verdicts: {},
                rulings: {},
                objected: false,
              },
            }
          : {},
      ),
      rememberReason: assign(({ event }) => ("reason" in event ? { reason: event.reason } : {})),
      takeLines: assign(({ context, event }) =>
        event.type === "ACCEPT_PROPOSAL"
          ? { lines: event.lines.flatMap((place) => context.proposal?.lines[place] ?? []) }
          : {},
      ),
      noteAnswer: assign(({ context, event }) =>
        event.type === "ANSWER_PRE_SCREEN" ? { preScreens: answered(context, event) } : {},
      ),
      // What was accepted is open again: another proposal follows.
      forgetLines: assign({ lines: [] }),
    },
    guards: onboardingGuards,
    // The chart of version 1 names none of the pre-screen's clocks; to the compiler both versions are one.
    delays: (asksPsps ? { ...delays, ...preScreenDelays } : delays) as typeof delays & typeof preScreenDelays,
  });

  const mayAccept = and(["proposalIsCurrent", "proposalIsValid", "linesExist"]);
  const tellAdvisor = { type: "sendMail", params: { letter: "proposalAccepted", to: "advisor" } } as const;
  const askForPapers = { type: "sendMail", params: { letter: "documentsNeeded", to: "merchant" } } as const;
  // What a PSP was asked here its channel does not ask again.
  const openChannels = {
    type: "openChannels",
    params: ({ context }: { context: OnboardingContext }) => ({
      lines: context.lines,
      ...(asksPsps ? { preScreened: true as const } : {}),
    }),
  } as const;
  const intoApplication = {
    target: "application",
    actions: ["takeLines", openChannels, tellAdvisor, askForPapers],
  } as const;

  /** PSPs are looking. Nobody is rejected here: a no, and silence too, leads back to a changed proposal. */
  const preScreening = house.createStateConfig({
    tags: ["pspsTurn", "desk:integration"],
    entry: [
      { type: "sendMail", params: { letter: "preScreenStarted", to: "merchant" } },
      { type: "sendMail", params: { letter: "preScreenToRecord", to: "integration" } },
    ],
    after: {
      preScreenReminder: { actions: { type: "sendMail", params: { letter: "preScreenToRecord", to: "integration" } } },
      preScreenDue: { actions: { type: "sendMail", params: { letter: "preScreenOverdue", to: "advisor" } } },
      preScreenExpiry: {
        target: "advising",
        actions: [
          "forgetLines",
          { type: "sendMail", params: { letter: "preScreenUnanswered", to: "merchant" } },
          { type: "sendMail", params: { letter: "proposalToChange", to: "advisor" } },
        ],
      },
    },
    on: {
      ANSWER_PRE_SCREEN: [
        {
          guard: and(["preScreenIsOpen", "pspSaysYes", "isLastPreScreen"]),
          target: "application",
          actions: ["noteAnswer", openChannels, askForPapers],
        },
        { guard: and(["preScreenIsOpen", "pspSaysYes"]), actions: "noteAnswer" },
        {
          guard: "preScreenIsOpen",
          target: "advising",
          actions: [
            "noteAnswer",
            "forgetLines",
            {
              type: "sendMail",
              params: ({ event }) => ({ letter: "preScreenRefused", to: "merchant", note: event.note }),
            },
            {
              type: "sendMail",
              params: ({ event }) => ({ letter: "proposalToChange", to: "advisor", note: event.note }),
            },
          ],
        },
      ],
      WANT_CHANGES: {
        target: "advising",
        actions: [
          "forgetLines",
          {
            type: "sendMail",
            params: ({ event }) => ({ letter: "proposalChangesWanted", to: "advisor", note: event.wish }),
          },
        ],
      },
      WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
    },
  });

  return house.createMachine({
    id: "onboarding",
    version: String(version),
    context: { ...structuredClone(newCase), ...(asksPsps ? { preScreens: {} } : {}) },
    initial: "inquiry",
    on: {
      HAND_OVER: { actions: assign({ advisor: ({ event }) => event.to }) },
      CHANNEL_MOVED: {
        actions: assign({ channels: ({ context, event }) => ({ ...context.channels, [event.channelId]: event.to }) }),
      },
      HOLD: {
        guard: "isNotOnHold",
        actions: [
          assign({ hold: ({ event }) => ({ by: event.by, at: event.at, reason: event.reason }) }),
          { type: "stopClocks" },
          { type: "tellChannels", params: { event: "CASE_MOVED" } },
          letterWithReason("caseHeld", "merchant"),
        ],
      },
      RESUME: {
        guard: "isOnHold",
        actions: [
          assign({ hold: null }),
          { type: "resumeClocks" },
          { type: "tellChannels", params: { event: "CASE_MOVED" } },
          { type: "sendMail", params: { letter: "caseResumed", to: "merchant" } },
        ],
      },
    },
    states: {
      inquiry: {
        tags: "merchantsTurn",
        on: {
          SUBMIT_INQUIRY: {
            target: "advising",
            actions: [
              assign({ inquiryId: ({ event }) => event.inquiryId }),
              { type: "sendMail", params: { letter: "inquiryReceived", to: "merchant" } },
              { type: "sendMail", params: { letter: "inquiryWaiting", to: "advisor" } },
            ],
          },
          WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
        },
      },
      advising: {
        tags: ["ourTurn", "desk:advisor"],
        after: {
          replyReminder: { actions: { type: "sendMail", params: { letter: "replyDueSoon", to: "advisor" } } },
          replyDue: { actions: { type: "sendMail", params: { letter: "replyOverdue", to: "advisor" } } },
        },
        on: {
          TAKE_CASE: { actions: assign({ advisor: ({ event }) => event.by }) },
          SEND_PROPOSAL: {
            target: "deciding",
            actions: [
              assign({
                advisor: ({ context, event }) => context.advisor ?? event.by,
                track: ({ event }) => event.track,
                proposal: ({ event }) => ({
                  id: event.proposalId,
                  version: event.version,
                  lines: event.lines,
                  validUntil: event.validUntil,
                }),
              }),
              { type: "sendMail", params: { letter: "proposalReady", to: "merchant" } },
            ],
          },
          DECLINE_INQUIRY: {
            target: "declined",
            actions: ["rememberReason", letterWithReason("inquiryDeclined", "merchant")],
          },
          WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
        },
      },
      deciding: {
        tags: "merchantsTurn",
        after: {
          proposalReminder: { actions: { type: "sendMail", params: { letter: "proposalReminder", to: "merchant" } } },
          proposalExpiry: {
            target: "expired",
            actions: { type: "sendMail", params: { letter: "proposalExpired", to: "merchant" } },
          },
        },
        on: {
          ACCEPT_PROPOSAL: asksPsps
            ? [
                {
                  guard: and(["proposalIsCurrent", "proposalIsValid", "linesExist", "nothingToPreScreen"]),
                  ...intoApplication,
                },
                { guard: mayAccept, target: "preScreening", actions: ["takeLines", tellAdvisor] },
              ]
            : { guard: mayAccept, ...intoApplication },
          WANT_CHANGES: {
            target: "advising",
            actions: {
              type: "sendMail",
              params: ({ event }) => ({ letter: "proposalChangesWanted", to: "advisor", note: event.wish }),
            },
          },
          DECLINE_PROPOSAL: {
            target: "declined",
            actions: ["rememberReason", letterWithReason("proposalDeclined", "advisor")],
          },
          WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
        },
      },
      ...(asksPsps ? { preScreening } : {}),
      application: {
        type: "parallel",
        after: {
          applicationExpiry: {
            target: "expired",
            actions: { type: "sendMail", params: { letter: "applicationExpired", to: "merchant" } },
          },
        },
        on: {
          WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
        },
        states: {
          contract: {
            initial: "drafting",
            states: {
              drafting: {
                tags: "merchantsTurn",
                on: {
                  ISSUE_CONTRACT: {
                    guard: "businessDataGiven",
                    target: "awaitingMerchant",
                    actions: [
                      assign({
                        contract: ({ event }) => ({ id: event.contractId, sha256: event.sha256, signedBy: null }),
                      }),
                      { type: "sendMail", params: { letter: "contractReady", to: "merchant" } },
                    ],
                  },
                },
              },
              awaitingMerchant: {
                tags: "merchantsTurn",
                on: {
                  SIGN_CONTRACT: {
                    guard: "contractIsThisOne",
                    target: "awaitingCountersign",
                    actions: [
                      assign({
                        contract: ({ context, event }) =>
                          context.contract && { ...context.contract, signedBy: event.by },
                      }),
                      { type: "sendMail", params: { letter: "contractToCountersign", to: "approvers" } },
                    ],
                  },
                  // The company in the text has changed: a contract about the former one must not be signed.
                  PROVIDE_ITEM: { guard: "isBusinessData", target: "drafting", actions: assign({ contract: null }) },
                  VOID_CONTRACT: {
                    target: "drafting",
                    actions: [assign({ contract: null }), letterWithReason("contractVoided", "merchant")],
                  },
                },
              },
              awaitingCountersign: {
                tags: ["ourTurn", "desk:approver"],
                after: {
                  countersignDue: {
                    actions: { type: "sendMail", params: { letter: "contractToCountersign", to: "approvers" } },
                  },
                },
                on: {
                  COUNTERSIGN_CONTRACT: {
                    guard: and(["contractIsThisOne", "isNotTheSigner"]),
                    target: "signed",
                    actions: [
                      assign({ contractSigned: true }),
                      { type: "sendMail", params: { letter: "contractSigned", to: "merchant" } },
                    ],
                  },
                  PROVIDE_ITEM: { guard: "isBusinessData", target: "drafting", actions: assign({ contract: null }) },
                  VOID_CONTRACT: {
                    target: "drafting",
                    actions: [assign({ contract: null }), letterWithReason("contractVoided", "merchant")],
                  },
                },
              },
              signed: { type: "final" },
            },
          },
          kyc: {
            initial: "collecting",
            states: {
              collecting: {
                tags: "merchantsTurn",
                after: {
                  documentsReminder: {
                    actions: { type: "sendMail", params: { letter: "documentsReminder", to: "merchant" } },
                  },
                  documentsSecondReminder: {
                    actions: { type: "sendMail", params: { letter: "documentsReminder", to: "merchant" } },
                  },
                },
                on: {
                  SET_PROFILE: {
                    actions: assign({ profile: ({ event }) => event.profile, policy: ({ event }) => event.policy }),
                  },
                  PROVIDE_ITEM: { guard: and(["itemIsAsked", "itemIsNotAccepted"]), actions: "giveItem" },
                  TAKE_BACK_ITEM: {
                    guard: "itemIsNotAccepted",
                    actions: assign({
                      items: ({ context, event }) =>
                        Object.fromEntries(Object.entries(context.items).filter(([item]) => item !== event.item)),
                    }),
                  },
                  ACCEPT_ITEM: { guard: "itemIsGiven", actions: "acceptItem" },
                  REFUSE_ITEM: { guard: "itemIsGiven", actions: "refuseItem" },
                  SUBMIT_KYC: {
                    guard: "nothingMissing",
                    target: "review",
                    actions: { type: "sendMail", params: { letter: "kycSubmitted", to: "reviewers" } },
                  },
                },
              },
              review: {
                tags: ["ourTurn", "desk:reviewer"],
                entry: [{ type: "startScreening" }, assign({ screening: "running", recommendation: null })],
                after: {
                  reviewDue: { actions: { type: "sendMail", params: { letter: "kycSubmitted", to: "reviewers" } } },
                },
                on: {
                  ACCEPT_ITEM: { guard: "itemIsGiven", actions: "acceptItem" },
                  REFUSE_ITEM: { guard: "itemIsGiven", actions: "refuseItem" },
                  RECORD_SCREENING: { actions: assign({ screening: ({ event }) => event.outcome }) },
                  DISMISS_HIT: { guard: "screeningHit", actions: assign({ screening: "dismissed" }) },
                  REQUEST_MORE: {
                    guard: "somethingRefused",
                    target: "collecting",
                    actions: { type: "sendMail", params: { letter: "moreDocumentsNeeded", to: "merchant" } },
                  },
                  RECOMMEND_APPROVAL: {
                    guard: and(["everythingAccepted", "screeningIsClear"]),
                    target: "approval",
                    actions: [
                      assign({ recommendation: ({ event }) => ({ by: event.by, to: "approve" as const }) }),
                      { type: "sendMail", params: { letter: "kycToApprove", to: "approvers" } },
                    ],
                  },
                  RECOMMEND_REJECTION: {
                    target: "approval",
                    actions: [
                      assign({ recommendation: ({ event }) => ({ by: event.by, to: "reject" as const }) }),
                      letterWithReason("kycToApprove", "approvers"),
                    ],
                  },
                },
              },
              approval: {
                tags: ["ourTurn", "desk:approver"],
                after: {
                  approvalDue: { actions: { type: "sendMail", params: { letter: "kycToApprove", to: "approvers" } } },
                },
                on: {
                  APPROVE_KYC: {
                    guard: and(["isAnotherPerson", "approvalRecommended", "sitePassed"]),
                    target: "approved",
                  },
                  REJECT_KYC: {
                    guard: and(["isAnotherPerson", "rejectionRecommended"]),
                    target: "rejected",
                    actions: ["rememberReason", letterWithReason("kycRejected", "merchant")],
                  },
                  SEND_BACK: { target: "review" },
                },
              },
              rejected: {
                tags: "merchantsTurn",
                after: { appealPeriod: { target: "#onboarding.refused" } },
                on: {
                  APPEAL: {
                    guard: "notAppealedBefore",
                    target: "review",
                    actions: [assign({ appealed: true, reason: null }), letterWithReason("kycAppealed", "approvers")],
                  },
                },
              },
              approved: { type: "final" },
            },
          },
          site: {
            initial: "unchecked",
            states: {
              unchecked: {
                tags: "merchantsTurn",
                on: {
                  START_SITE_CHECK: {
                    target: "checking",
                    actions: [
                      "newCheck",
                      { type: "startSiteCheck", params: ({ event }) => ({ checkId: event.checkId }) },
                    ],
                  },
                },
              },
              checking: {
                tags: "systemsTurn",
                after: {
                  siteCheckTimeout: {
                    target: "unchecked",
                    actions: assign({ site: ({ context }) => ({ ...context.site, failure: "timeout" }) }),
                  },
                },
                on: {
                  RECORD_SITE_CHECK: {
                    guard: "checkIsThisOne",
                    target: "checked",
                    actions: assign({
                      site: ({ context, event }) => ({ ...context.site, verdicts: event.verdicts, failure: null }),
                    }),
                  },
                  // A technical failure is no verdict: the merchant tries again, nothing is held against the shop.
                  FAIL_SITE_CHECK: {
                    guard: "checkIsThisOne",
                    target: "unchecked",
                    actions: assign({ site: ({ context, event }) => ({ ...context.site, failure: event.reason }) }),
                  },
                },
              },
              checked: {
                tags: "merchantsTurn",
                on: {
                  START_SITE_CHECK: {
                    target: "checking",
                    actions: [
                      "newCheck",
                      { type: "startSiteCheck", params: ({ event }) => ({ checkId: event.checkId }) },
                    ],
                  },
                  SUBMIT_SITE: {
                    guard: "noSiteGapOrObjection",
                    target: "review",
                    actions: [
                      assign({
                        site: ({ context, event }) => ({ ...context.site, objected: Boolean(event.objection) }),
                      }),
                      {
                        type: "sendMail",
                        params: ({ event }) => ({ letter: "siteToReview", to: "reviewers", note: event.objection }),
                      },
                    ],
                  },
                },
              },
              review: {
                tags: ["ourTurn", "desk:reviewer"],
                after: {
                  siteReviewDue: { actions: { type: "sendMail", params: { letter: "siteToReview", to: "reviewers" } } },
                },
                on: {
                  RULE_ON_SITE: {
                    actions: assign({
                      site: ({ context, event }) => ({
                        ...context.site,
                        rulings: { ...context.site.rulings, [event.requirement]: event.verdict },
                      }),
                    }),
                  },
                  CONFIRM_SITE: {
                    guard: "everyConditionFulfilled",
                    target: "passed",
                    actions: [
                      assign({ site: ({ context }) => ({ ...context.site, passed: true }) }),
                      { type: "sendMail", params: { letter: "sitePassed", to: "merchant" } },
                    ],
                  },
                  RETURN_SITE: {
                    target: "checked",
                    actions: letterWithReason("siteOnHold", "merchant"),
                  },
                },
              },
              passed: { type: "final" },
            },
          },
        },
        onDone: {
          target: "approved",
          actions: [
            { type: "sendMail", params: { letter: "kycApproved", to: "merchant" } },
            { type: "tellChannels", params: { event: "CASE_APPROVED" } },
          ],
        },
      },
      approved: {
        tags: "ourTurn",
        on: {
          // All other news is remembered above, as everywhere.
          CHANNEL_MOVED: {
            guard: "firstChannelLive",
            target: "live",
            actions: [
              assign({ channels: ({ context, event }) => ({ ...context.channels, [event.channelId]: event.to }) }),
              { type: "sendMail", params: { letter: "serviceOpened", to: "merchant" } },
              { type: "sendMail", params: { letter: "serviceOpened", to: "advisor" } },
            ],
          },
          WITHDRAW: { target: "withdrawn", actions: "rememberReason" },
        },
      },
      live: {
        initial: "operating",
        on: {
          SUSPEND_SERVICE: {
            target: "suspended",
            actions: ["rememberReason", letterWithReason("serviceSuspended", "merchant")],
          },
          CLOSE_SERVICE: { target: "closed", actions: "rememberReason" },
        },
        states: {
          operating: { after: { periodicReview: { target: "reviewDue" } } },
          reviewDue: {
            tags: ["ourTurn", "desk:reviewer"],
            entry: { type: "sendMail", params: { letter: "reviewDue", to: "reviewers" } },
            on: { COMPLETE_REVIEW: "operating" },
          },
        },
      },
      suspended: {
        tags: "paused",
        entry: { type: "tellChannels", params: { event: "CASE_MOVED" } },
        exit: { type: "tellChannels", params: { event: "CASE_MOVED" } },
        on: {
          RESUME_SERVICE: {
            target: "live",
            actions: [
              assign({ reason: null }),
              { type: "sendMail", params: { letter: "serviceResumed", to: "merchant" } },
            ],
          },
          CLOSE_SERVICE: { target: "closed", actions: "rememberReason" },
        },
      },
      declined: { type: "final", entry: { type: "tellChannels", params: { event: "CASE_ENDED" } } },
      expired: { type: "final", entry: { type: "tellChannels", params: { event: "CASE_ENDED" } } },
      refused: { type: "final", entry: { type: "tellChannels", params: { event: "CASE_ENDED" } } },
      withdrawn: {
        type: "final",
        entry: [
          { type: "tellChannels", params: { event: "CASE_ENDED" } },
          { type: "sendMail", params: { letter: "caseWithdrawn", to: "advisor" } },
        ],
      },
      closed: { type: "final", entry: { type: "tellChannels", params: { event: "CASE_ENDED" } } },
    },
  });
}

export const onboardingChartV1 = chartOf(1);
export const onboardingChartV2 = chartOf(2);
