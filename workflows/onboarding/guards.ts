import { itemsOf, takenItemsOf } from "../kyc/items.ts";
import type { Stamp } from "../roles.ts";
import { siteRequirements } from "../site/requirements.ts";
import type { OnboardingContext } from "./context.ts";
import type { OnboardingEvent } from "./events.ts";
import { openPreScreens } from "./pre-screen.ts";

type Facts = { context: OnboardingContext; event: OnboardingEvent & Stamp };

/** What the event carries, when it is of that type; guards are asked only for events that name them. */
const as = <T extends OnboardingEvent["type"]>(event: OnboardingEvent & Stamp, ...types: T[]) =>
  types.includes(event.type as T) ? (event as Extract<OnboardingEvent, { type: T }> & Stamp) : null;

interface Items {
  policy: string;
  /** Nothing is handed in without these. */
  required: readonly string[];
  /** These are taken: papers that a PSP wants later, or that are handed in on request, as well. */
  taken: readonly string[];
}
const known = new WeakMap<object, Items>();

/** What the policy has to do with this merchant. Profiles are never changed, only replaced: each is worked out once. */
const itemsFor = ({ profile, policy }: OnboardingContext): Items | null => {
  if (!profile || !policy) return null;
  const before = known.get(profile);
  if (before?.policy === policy) return before;
  const items = { policy, required: itemsOf(profile, policy), taken: takenItemsOf(profile, policy) };
  known.set(profile, items);
  return items;
};
const required = (context: OnboardingContext) => itemsFor(context)?.required ?? null;
const taken = (context: OnboardingContext) => itemsFor(context)?.taken ?? null;

/** The verdict that counts: the reviewer's ruling, else the check's. */
export const standing = ({ site }: OnboardingContext, requirement: (typeof siteRequirements)[number]) =>
  site.rulings[requirement] ?? site.verdicts[requirement] ?? "unsure";

/**
 * The guards of a case. Each is small, total and has a sentence (app/cases/words.ts, `reasons`) that says what is missing
 * when it says no.
 */
export const onboardingGuards = {
  proposalIsCurrent: ({ context, event }: Facts) => {
    const asked = as(event, "ACCEPT_PROPOSAL");
    return asked !== null && context.proposal?.id === asked.proposalId && context.proposal.version === asked.version;
  },
  proposalIsValid: ({ context, event }: Facts) => context.proposal !== null && event.at <= context.proposal.validUntil,
  linesExist: ({ context, event }: Facts) => {
    const asked = as(event, "ACCEPT_PROPOSAL");
    const offered = context.proposal?.lines.length ?? 0;
    const lines = asked?.lines ?? [];
    return lines.length > 0 && lines.every((line) => line < offered) && new Set(lines).size === lines.length;
  },
  /** None of the lines being accepted has a PSP that must look first, or all of those have said yes before. */
  nothingToPreScreen: ({ context, event }: Facts) => {
    const lines = as(event, "ACCEPT_PROPOSAL")?.lines.flatMap((place) => context.proposal?.lines[place] ?? []);
    return lines !== undefined && openPreScreens(context, lines).length === 0;
  },
  preScreenIsOpen: ({ context, event }: Facts) => {
    const asked = as(event, "ANSWER_PRE_SCREEN");
    return asked !== null && openPreScreens(context, context.lines).some(({ channel }) => channel === asked.channel);
  },
  pspSaysYes: ({ event }: Facts) => as(event, "ANSWER_PRE_SCREEN")?.passed === true,
  /** One PSP is left that has not answered. */
  isLastPreScreen: ({ context }: Facts) =>
    new Set(openPreScreens(context, context.lines).map(({ channel }) => channel)).size === 1,
  itemIsAsked: ({ context, event }: Facts) => {
    const asked = as(event, "PROVIDE_ITEM", "TAKE_BACK_ITEM");
    return asked !== null && (taken(context)?.includes(asked.item) ?? false);
  },
  itemIsGiven: ({ context, event }: Facts) => {
    const asked = as(event, "ACCEPT_ITEM", "REFUSE_ITEM");
    const item = asked && context.items[asked.item];
    return Boolean(item) && item!.ref === asked!.ref && item!.state !== "accepted";
  },
  itemIsNotAccepted: ({ context, event }: Facts) => {
    const asked = as(event, "PROVIDE_ITEM", "TAKE_BACK_ITEM");
    return asked !== null && context.items[asked.item]?.state !== "accepted";
  },
  isBusinessData: ({ event }: Facts) => as(event, "PROVIDE_ITEM")?.item === "data:business",
  profileIsKnown: ({ context }: Facts) => context.profile !== null,
  nothingMissing: ({ context }: Facts) => {
    const ids = required(context);
    return ids?.every((id) => ["given", "accepted"].includes(context.items[id]?.state ?? "")) ?? false;
  },
  // A paper that nobody insists on is mended like any other once it was refused.
  somethingRefused: ({ context }: Facts) =>
    taken(context)?.some((id) => context.items[id]?.state === "refused") ?? false,
  everythingAccepted: ({ context }: Facts) =>
    required(context)?.every((id) => context.items[id]?.state === "accepted") ?? false,
  screeningIsClear: ({ context }: Facts) => context.screening === "clear" || context.screening === "dismissed",
  screeningHit: ({ context }: Facts) => context.screening === "hit",
  isAnotherPerson: ({ context, event }: Facts) =>
    context.recommendation !== null && context.recommendation.by !== event.by,
  approvalRecommended: ({ context }: Facts) => context.recommendation?.to === "approve",
  rejectionRecommended: ({ context }: Facts) => context.recommendation?.to === "reject",
  notAppealedBefore: ({ context }: Facts) => !context.appealed,
  businessDataGiven: ({ context }: Facts) => {
    const item = context.items["data:business"];
    return item !== undefined && item.state !== "refused";
  },
  contractIsThisOne: ({ context, event }: Facts) => {
    const asked = as(event, "SIGN_CONTRACT", "COUNTERSIGN_CONTRACT");
    return asked !== null && context.contract?.id === asked.contractId && context.contract.sha256 === asked.sha256;
  },
  isNotTheSigner: ({ context, event }: Facts) => context.contract !== null && context.contract.signedBy !== event.by,
  checkIsThisOne: ({ context, event }: Facts) => {
    const asked = as(event, "RECORD_SITE_CHECK", "FAIL_SITE_CHECK");
    return asked !== null && context.site.checkId === asked.checkId;
  },
  noSiteGapOrObjection: ({ context, event }: Facts) => {
    const asked = as(event, "SUBMIT_SITE");
    return (
      asked !== null && (Boolean(asked.objection) || siteRequirements.every((r) => standing(context, r) !== "not"))
    );
  },
  everyConditionFulfilled: ({ context }: Facts) => siteRequirements.every((r) => standing(context, r) === "fulfilled"),
  sitePassed: ({ context }: Facts) => context.site.passed,
  isOnHold: ({ context }: Facts) => context.hold !== null,
  isNotOnHold: ({ context }: Facts) => context.hold === null,
  firstChannelLive: ({ event }: Facts) => as(event, "CHANNEL_MOVED")?.to === "live",
};

export type OnboardingGuard = keyof typeof onboardingGuards;
