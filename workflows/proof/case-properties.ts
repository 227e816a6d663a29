import type { AnyMachineSnapshot } from "xstate";
import { itemsOf, takenItemsOf } from "../kyc/items.ts";
import type { OnboardingContext } from "../onboarding/context.ts";
import { type Check, type Edge, NOW, type Node } from "./explore.ts";
import type { GraphPromises, Way } from "./graph-properties.ts";

const context = ({ snapshot }: { snapshot: AnyMachineSnapshot }) => snapshot.context as OnboardingContext;
const phase = ({ place }: Node): string => place.phase;
const region = ({ place }: Node, name: "contract" | "kyc" | "site"): string | undefined => place.regions[name];
const said = <T>(edge: Edge) => edge.event as unknown as T;
const entered = (edge: Edge, name: string) => phase(edge.to) === name && phase(edge.from) !== name;
const asked = (edge: Edge, effect: string, params: object = {}) =>
  edge.asks.some(
    (ask) =>
      ask.ask === "effect" &&
      ask.name === effect &&
      Object.entries(params).every(([key, value]) => JSON.stringify(ask.params[key]) === JSON.stringify(value)),
  );
const mailed = (edge: Edge, letter: string) => asked(edge, "sendMail", { letter });
const ended = ["declined", "expired", "refused", "withdrawn", "closed"];
const takenOf = (c: OnboardingContext) => (c.profile && c.policy ? takenItemsOf(c.profile, c.policy) : null);
const papersOf = (c: OnboardingContext) => (c.profile && c.policy ? itemsOf(c.profile, c.policy) : null);
const isClock = (edge: Edge, delay: string) => edge.event.type.startsWith(`xstate.after.${delay}.`);
/** What may happen to a region only by its own events. */
const same = (edge: Edge, ...names: ("contract" | "kyc" | "site")[]) =>
  names.every((name) => region(edge.from, name) === region(edge.to, name));

/**
 * The promises of a case, each a question about one step: what is wrong with it, or false. They rest on what the watcher saw
 * ({@link ./case-world.ts}), not on what the machine says of itself.
 */
export const caseChecks: Record<string, Check> = {
  "a proposal comes before everything that binds": (edge) => {
    if (edge.event.type === "ACCEPT_PROPOSAL") {
      const { proposalId, version, lines } = said<{ proposalId: string; version: number; lines: number[] }>(edge);
      const { proposal } = context(edge.from);
      if (!proposal || proposal.id !== proposalId || proposal.version !== version)
        return "another proposal was accepted than the one sent";
      if (proposal.validUntil < NOW) return "a proposal was accepted after its last day";
      if (new Set(lines).size !== lines.length || lines.some((place) => !proposal.lines[place]))
        return "lines were accepted that were not offered";
      if (JSON.stringify(context(edge.to).lines) !== JSON.stringify(lines.map((place) => proposal.lines[place])))
        return "other lines are kept than were accepted";
    }
    if (!entered(edge, "application")) return false;
    const wasAccepted = edge.event.type === "ACCEPT_PROPOSAL" || phase(edge.from) === "preScreening";
    if (!wasAccepted || !edge.from.memory.proposed) return "the application began without an accepted proposal";
    return !asked(edge, "openChannels", { lines: context(edge.to).lines }) && "the accepted channels are not opened";
  },
  "an accepted proposal is told to the advisor": (edge) =>
    edge.event.type === "ACCEPT_PROPOSAL" &&
    !asked(edge, "sendMail", { letter: "proposalAccepted", to: "advisor" }) &&
    "nobody tells the advisor",
  "only what a proposal says is decided on": (edge) =>
    edge.event.type === "SEND_PROPOSAL" &&
    (phase(edge.to) !== "deciding" ||
      context(edge.to).proposal?.id !== said<{ proposalId: string }>(edge).proposalId) &&
    "a sent proposal does not lie before the merchant",
  "papers are complete before they are reviewed": (edge) => {
    if (edge.event.type !== "SUBMIT_KYC") return false;
    const c = context(edge.from);
    const papers = papersOf(c);
    return (
      (!papers || papers.some((id) => !c.items[id] || c.items[id].state === "refused")) &&
      "KYC was submitted with papers missing"
    );
  },
  "nobody is asked for what the policy does not ask": (edge) => {
    if (edge.event.type !== "PROVIDE_ITEM") return false;
    const { item } = said<{ item: string }>(edge);
    if (context(edge.from).items[item] === context(edge.to).items[item]) return false;
    if (!takenOf(context(edge.from))?.includes(item)) return "a paper was taken that the policy does not name";
    return context(edge.from).items[item]?.state === "accepted" && "an accepted paper was replaced";
  },
  "a paper is judged as it lies there": (edge) => {
    if (edge.event.type !== "ACCEPT_ITEM" && edge.event.type !== "REFUSE_ITEM") return false;
    const { item, ref } = said<{ item: string; ref: string }>(edge);
    const now = context(edge.to).items[item];
    if (context(edge.from).items[item]?.ref !== ref) return "another revision was judged than the one handed in";
    if (context(edge.from).items[item]?.state === "accepted") return "an accepted paper was judged again";
    return now?.state !== (edge.event.type === "ACCEPT_ITEM" ? "accepted" : "refused") && "the judgement is not kept";
  },
  "nothing accepted is taken back": (edge) =>
    edge.event.type === "TAKE_BACK_ITEM" &&
    Object.entries(context(edge.from).items).some(
      ([id, item]) => item.state === "accepted" && !context(edge.to).items[id],
    ) &&
    "an accepted paper was taken back",
  "approval is recommended on whole and clean papers": (edge) => {
    if (edge.event.type !== "RECOMMEND_APPROVAL") return false;
    const c = context(edge.from);
    if (!papersOf(c)?.every((id) => c.items[id]?.state === "accepted"))
      return "approval was recommended before every paper was accepted";
    return (
      c.screening !== "clear" &&
      c.screening !== "dismissed" &&
      "approval was recommended before the screening was clear"
    );
  },
  "four eyes decide": (edge) => {
    const { recommender, recommends, siteConfirmed } = edge.from.memory;
    if (edge.event.type === "APPROVE_KYC") {
      if (recommender === null || recommender === edge.event.by) return "one person recommended and approved";
      if (recommends !== "approve") return "what was approved had not been recommended for approval";
      return !siteConfirmed && "KYC was approved before the four conditions of the site were confirmed";
    }
    if (edge.event.type !== "REJECT_KYC") return false;
    if (recommender === null || recommender === edge.event.by) return "one person recommended and rejected";
    return recommends !== "reject" && "what was rejected had not been recommended for rejection";
  },
  "KYC is approved by approval and rejected by rejection alone": (edge) => {
    if (
      region(edge.to, "kyc") === "rejected" &&
      region(edge.from, "kyc") !== "rejected" &&
      edge.event.type !== "REJECT_KYC"
    )
      return "rejected without a decision";
    if (edge.event.type === "REJECT_KYC" && (region(edge.to, "kyc") !== "rejected" || !mailed(edge, "kycRejected")))
      return "a rejection did not reach its state and its reader";
    return (
      region(edge.to, "kyc") === "approved" &&
      region(edge.from, "kyc") !== "approved" &&
      edge.event.type !== "APPROVE_KYC" &&
      "approved without a decision"
    );
  },
  "a contract binds two people who signed the same text": (edge) => {
    if (edge.event.type === "SIGN_CONTRACT" || edge.event.type === "COUNTERSIGN_CONTRACT") {
      const { contractId, sha256 } = said<{ contractId: string; sha256: string }>(edge);
      const { contract } = context(edge.from);
      if (contract?.id !== contractId || contract.sha256 !== sha256)
        return "another text was signed than the one issued";
    }
    if (edge.event.type === "ISSUE_CONTRACT") {
      const business = context(edge.from).items["data:business"];
      if (!business || business.state === "refused") return "a contract was issued without business data";
    }
    if (edge.event.type !== "COUNTERSIGN_CONTRACT") return false;
    const { signer } = edge.from.memory;
    if (signer === null) return "countersigned what the merchant has not signed";
    if (signer === edge.event.by) return "one person signed for both sides";
    return (
      (!context(edge.to).contractSigned || !mailed(edge, "contractSigned")) &&
      "a signed contract is not known as signed"
    );
  },
  "new business data undoes a contract about the old": (edge) =>
    edge.event.type === "PROVIDE_ITEM" &&
    said<{ item: string }>(edge).item === "data:business" &&
    context(edge.from).items["data:business"] !== context(edge.to).items["data:business"] &&
    !context(edge.to).contractSigned &&
    (context(edge.to).contract !== null || region(edge.to, "contract") !== "drafting") &&
    "a contract about former data can still be signed",
  "the site passes by a reviewer who saw all four conditions": (edge) => {
    if (context(edge.to).site.passed && !context(edge.from).site.passed && edge.event.type !== "CONFIRM_SITE")
      return "the site passed by itself";
    if (edge.event.type !== "CONFIRM_SITE") return false;
    if (!edge.to.memory.siteConfirmed) return "a site was confirmed that does not meet all four conditions";
    return (region(edge.to, "site") !== "passed" && phase(edge.to) !== "approved") || !context(edge.to).site.passed
      ? "a confirmed site is not known as passed"
      : false;
  },
  "a gap in the site reaches a reviewer only with an objection": (edge) => {
    if (edge.event.type !== "SUBMIT_SITE") return false;
    const { verdicts, rulings } = context(edge.from).site;
    const gap = Object.entries(verdicts).some(([id, verdict]) => (rulings[id as never] ?? verdict) === "not");
    return gap && !said<{ objection?: string }>(edge).objection && "a site with a gap was submitted without a word";
  },
  "an objection is known to whoever reviews the site": (edge) =>
    edge.event.type === "SUBMIT_SITE" &&
    context(edge.to).site.objected !== Boolean(said<{ objection?: string }>(edge).objection) &&
    "whether there was an objection is not known",
  "a verdict belongs to the check that was asked for": (edge) => {
    if (edge.event.type === "START_SITE_CHECK") {
      const { site } = context(edge.to);
      if (Object.keys(site.verdicts).length + Object.keys(site.rulings).length > 0)
        return "old verdicts stand beside a new check";
      if (site.checkId !== said<{ checkId: string }>(edge).checkId || region(edge.to, "site") !== "checking")
        return "a check was asked for and is not under way";
      return !asked(edge, "startSiteCheck") && "a check was asked for and nobody carries it out";
    }
    if (edge.event.type !== "RECORD_SITE_CHECK" && edge.event.type !== "FAIL_SITE_CHECK") return false;
    if (context(edge.from).site.checkId !== said<{ checkId: string }>(edge).checkId)
      return "the verdict of another check was taken";
    return (
      edge.event.type === "RECORD_SITE_CHECK" &&
      JSON.stringify(context(edge.to).site.verdicts) !== JSON.stringify(said<{ verdicts: object }>(edge).verdicts) &&
      "the verdicts were not kept"
    );
  },
  "only a person decides against a merchant": (edge) => {
    const against = edge.event.by === "system" && !isClock(edge, "appealPeriod");
    if (region(edge.to, "kyc") === "rejected" && region(edge.from, "kyc") !== "rejected" && against)
      return "rejected by nobody";
    if ((entered(edge, "declined") || entered(edge, "refused")) && against) return "turned away by nobody";
    return (
      entered(edge, "refused") && region(edge.from, "kyc") !== "rejected" && "refused without a rejection before it"
    );
  },
  "a technical failure is held against nobody": (edge) => {
    if (edge.event.type !== "FAIL_SITE_CHECK" && !isClock(edge, "siteCheckTimeout")) return false;
    if (!same(edge, "kyc", "contract")) return "a technical failure moved more than the check";
    return region(edge.to, "site") !== "unchecked" || context(edge.to).site.failure === null
      ? "after a failure the check cannot be started again"
      : false;
  },
  "a case is approved when all three are done": (edge) => {
    if (!entered(edge, "approved")) return false;
    const { approved, countersigned, siteConfirmed } = edge.to.memory;
    if (phase(edge.from) !== "application" || !approved || !countersigned || !siteConfirmed)
      return "approved with something undone";
    return (
      (!asked(edge, "tellChannels", { event: "CASE_APPROVED" }) || !mailed(edge, "kycApproved")) &&
      "an approved case does not tell its channels and its merchant"
    );
  },
  "the service opens with its first live channel": (edge) => {
    if (phase(edge.from) === "approved" && entered(edge, "live")) {
      if (edge.event.type !== "CHANNEL_MOVED" || said<{ to: string }>(edge).to !== "live")
        return "opened without a live channel";
      return (
        ["merchant", "advisor"].some((to) => !asked(edge, "sendMail", { letter: "serviceOpened", to })) &&
        "opened without a word to both sides"
      );
    }
    return entered(edge, "live") && phase(edge.from) !== "suspended" && "opened from nowhere";
  },
  "what channels tell is remembered": (edge) => {
    if (edge.event.type !== "CHANNEL_MOVED") return false;
    const { channelId, to } = said<{ channelId: string; to: string }>(edge);
    return context(edge.to).channels[channelId] !== to && "news of a channel was lost";
  },
  "an end is told to the channels": (edge) =>
    ended.includes(phase(edge.to)) &&
    !ended.includes(phase(edge.from)) &&
    !asked(edge, "tellChannels", { event: "CASE_ENDED" }) &&
    "a case ended and its channels live on",
  "a pause stops the clocks and nothing moves meanwhile": (edge) => {
    const before = context(edge.from).hold;
    if (edge.event.type === "HOLD") {
      if (before || !context(edge.to).hold) return "a hold did not hold";
      if (JSON.stringify(edge.from.snapshot.value) !== JSON.stringify(edge.to.snapshot.value))
        return "a hold moved the case";
      return !edge.asks.some(({ ask }) => ask === "stopClocks") ||
        !asked(edge, "tellChannels", { event: "CASE_MOVED" }) ||
        !mailed(edge, "caseHeld")
        ? "a hold stops no clocks or tells nobody"
        : false;
    }
    if (edge.event.type === "RESUME") {
      if (!before || context(edge.to).hold) return "a resume did not resume";
      if (JSON.stringify(edge.from.snapshot.value) !== JSON.stringify(edge.to.snapshot.value))
        return "a resume moved the case";
      return !edge.asks.some(({ ask }) => ask === "resumeClocks") ||
        !asked(edge, "tellChannels", { event: "CASE_MOVED" }) ||
        !mailed(edge, "caseResumed")
        ? "a resume starts no clocks or tells nobody"
        : false;
    }
    if (!before) return false;
    const mayMove = [
      "WITHDRAW",
      "RECORD_SITE_CHECK",
      "FAIL_SITE_CHECK",
      "RECORD_SCREENING",
      "CHANNEL_MOVED",
      "HAND_OVER",
    ];
    return !mayMove.includes(edge.event.type) && "something moved while the case was held";
  },
  "suspending and resuming the service is told to channels": (edge) => {
    const to = phase(edge.to) === "suspended";
    if (to === (phase(edge.from) === "suspended")) return false;
    return !asked(edge, "tellChannels") && "channels do not hear of a suspension or its end";
  },
  "a review starts the screening anew and forgets old advice": (edge) => {
    if (region(edge.to, "kyc") !== "review" || region(edge.from, "kyc") === "review") return false;
    if (!asked(edge, "startScreening") || context(edge.to).screening !== "running")
      return "a review began without a screening";
    return context(edge.to).recommendation !== null && "an old recommendation survived";
  },
  "more is asked for only where something was refused": (edge) => {
    if (edge.event.type !== "REQUEST_MORE") return false;
    const { items } = context(edge.from);
    if (!Object.values(items).some(({ state }) => state === "refused"))
      return "more was asked for with nothing refused";
    return !mailed(edge, "moreDocumentsNeeded") && "more was asked for without a word";
  },
  "a hit is dismissed only where there is one": (edge) =>
    edge.event.type === "DISMISS_HIT" &&
    (context(edge.from).screening !== "hit" || context(edge.to).screening !== "dismissed") &&
    "a hit was dismissed that was none",
  "one appeal, and the review hears of it": (edge) => {
    if (edge.event.type !== "APPEAL") return false;
    if (context(edge.from).appealed) return "a second appeal was taken";
    return region(edge.to, "kyc") !== "review" || !context(edge.to).appealed || !mailed(edge, "kycAppealed")
      ? "an appeal is not reviewed"
      : false;
  },
  "each desk's promise of the inquiry": (edge) => {
    if (edge.event.type === "SUBMIT_INQUIRY")
      return phase(edge.to) !== "advising" ||
        !mailed(edge, "inquiryReceived") ||
        !mailed(edge, "inquiryWaiting") ||
        context(edge.to).inquiryId === null
        ? "an inquiry arrived unnoticed"
        : false;
    if (edge.event.type === "TAKE_CASE")
      return context(edge.to).advisor !== edge.event.by && "a case was taken by nobody";
    if (edge.event.type === "HAND_OVER")
      return context(edge.to).advisor !== said<{ to: string }>(edge).to && "a case was handed to nobody";
    return false;
  },
  "reasons are remembered": (edge) => {
    const kept = ["DECLINE_INQUIRY", "DECLINE_PROPOSAL", "WITHDRAW", "REJECT_KYC", "SUSPEND_SERVICE", "CLOSE_SERVICE"];
    return (
      kept.includes(edge.event.type) &&
      context(edge.to).reason !== said<{ reason: string }>(edge).reason &&
      "the reason was lost"
    );
  },
  "a reason that no longer holds is forgotten": (edge) =>
    (edge.event.type === "APPEAL" || edge.event.type === "RESUME_SERVICE") &&
    context(edge.to).reason !== null &&
    "an old reason still stands",
  "each event has its letter": (edge) => {
    if (phase(edge.to) === "preScreening") return false;
    const letter =
      lettersOf[edge.event.type] ?? Object.entries(clockLetters).find(([delay]) => isClock(edge, delay))?.[1];
    return letter !== undefined && !mailed(edge, letter) && `${edge.event.type} sends no ${letter}`;
  },
  "each event leads where it says": (edge) => {
    if (phase(edge.to) === "preScreening") return false;
    const target =
      targets[edge.event.type] ?? Object.entries(clockTargets).find(([delay]) => isClock(edge, delay))?.[1];
    if (target === undefined) return false;
    return (
      !edge.to.place.leaves.some((leaf) => leaf === target || leaf.startsWith(`${target}.`)) &&
      phase(edge.to) !== "approved" &&
      `${edge.event.type} did not lead to ${target}`
    );
  },
  "a region moves by its own events": (edge) => {
    if (phase(edge.from) !== "application" || phase(edge.to) !== "application") return false;
    const owner =
      owners[edge.event.type] ??
      (edge.event.type.startsWith("xstate.after.")
        ? (["contract", "kyc", "site"] as const).find((name) => edge.event.type.includes(`.application.${name}.`))
        : undefined);
    const others = (["contract", "kyc", "site"] as const).filter(
      (name) =>
        name !== owner &&
        !(
          name === "contract" &&
          edge.event.type === "PROVIDE_ITEM" &&
          said<{ item: string }>(edge).item === "data:business"
        ),
    );
    return !same(edge, ...others) && `${edge.event.type} moved a region that is not its own`;
  },
};

const lettersOf: Record<string, string> = {
  SEND_PROPOSAL: "proposalReady",
  DECLINE_INQUIRY: "inquiryDeclined",
  ACCEPT_PROPOSAL: "documentsNeeded",
  WANT_CHANGES: "proposalChangesWanted",
  DECLINE_PROPOSAL: "proposalDeclined",
  SUBMIT_KYC: "kycSubmitted",
  RECOMMEND_APPROVAL: "kycToApprove",
  RECOMMEND_REJECTION: "kycToApprove",
  ISSUE_CONTRACT: "contractReady",
  SIGN_CONTRACT: "contractToCountersign",
  VOID_CONTRACT: "contractVoided",
  SUBMIT_SITE: "siteToReview",
  CONFIRM_SITE: "sitePassed",
  RETURN_SITE: "siteOnHold",
  WITHDRAW: "caseWithdrawn",
  SUSPEND_SERVICE: "serviceSuspended",
  RESUME_SERVICE: "serviceResumed",
};
const clockLetters: Record<string, string> = {
  replyReminder: "replyDueSoon",
  replyDue: "replyOverdue",
  proposalReminder: "proposalReminder",
  proposalExpiry: "proposalExpired",
  applicationExpiry: "applicationExpired",
  documentsReminder: "documentsReminder",
  documentsSecondReminder: "documentsReminder",
  reviewDue: "kycSubmitted",
  approvalDue: "kycToApprove",
  countersignDue: "contractToCountersign",
  siteReviewDue: "siteToReview",
  periodicReview: "reviewDue",
};
const clockTargets: Record<string, string> = {
  replyReminder: "advising",
  replyDue: "advising",
  proposalReminder: "deciding",
  proposalExpiry: "expired",
  applicationExpiry: "expired",
  documentsReminder: "application.kyc.collecting",
  documentsSecondReminder: "application.kyc.collecting",
  reviewDue: "application.kyc.review",
  approvalDue: "application.kyc.approval",
  countersignDue: "application.contract.awaitingCountersign",
  siteReviewDue: "application.site.review",
  siteCheckTimeout: "application.site.unchecked",
  appealPeriod: "refused",
  periodicReview: "live.reviewDue",
};
const targets: Record<string, string> = {
  SUBMIT_INQUIRY: "advising",
  TAKE_CASE: "advising",
  DECLINE_INQUIRY: "declined",
  ACCEPT_PROPOSAL: "application",
  WANT_CHANGES: "advising",
  DECLINE_PROPOSAL: "declined",
  SET_PROFILE: "application.kyc.collecting",
  SUBMIT_KYC: "application.kyc.review",
  RECORD_SCREENING: "application.kyc.review",
  DISMISS_HIT: "application.kyc.review",
  REQUEST_MORE: "application.kyc.collecting",
  RECOMMEND_APPROVAL: "application.kyc.approval",
  RECOMMEND_REJECTION: "application.kyc.approval",
  APPROVE_KYC: "application.kyc.approved",
  REJECT_KYC: "application.kyc.rejected",
  SEND_BACK: "application.kyc.review",
  APPEAL: "application.kyc.review",
  ISSUE_CONTRACT: "application.contract.awaitingMerchant",
  SIGN_CONTRACT: "application.contract.awaitingCountersign",
  COUNTERSIGN_CONTRACT: "application.contract.signed",
  VOID_CONTRACT: "application.contract.drafting",
  START_SITE_CHECK: "application.site.checking",
  RECORD_SITE_CHECK: "application.site.checked",
  FAIL_SITE_CHECK: "application.site.unchecked",
  SUBMIT_SITE: "application.site.review",
  RULE_ON_SITE: "application.site.review",
  CONFIRM_SITE: "application.site.passed",
  RETURN_SITE: "application.site.checked",
  WITHDRAW: "withdrawn",
  SUSPEND_SERVICE: "suspended",
  RESUME_SERVICE: "live.operating",
  CLOSE_SERVICE: "closed",
  COMPLETE_REVIEW: "live.operating",
};
/** From where each of them goes. */
const sources: Record<string, string[]> = {
  SUBMIT_INQUIRY: ["inquiry"],
  TAKE_CASE: ["advising"],
  DECLINE_INQUIRY: ["advising"],
  WANT_CHANGES: ["deciding"],
  DECLINE_PROPOSAL: ["deciding"],
  SET_PROFILE: ["application.kyc.collecting"],
  SUBMIT_KYC: ["application.kyc.collecting"],
  RECORD_SCREENING: ["application.kyc.review"],
  DISMISS_HIT: ["application.kyc.review"],
  REQUEST_MORE: ["application.kyc.review"],
  RECOMMEND_APPROVAL: ["application.kyc.review"],
  RECOMMEND_REJECTION: ["application.kyc.review"],
  APPROVE_KYC: ["application.kyc.approval"],
  REJECT_KYC: ["application.kyc.approval"],
  SEND_BACK: ["application.kyc.approval"],
  APPEAL: ["application.kyc.rejected"],
  ISSUE_CONTRACT: ["application.contract.drafting"],
  SIGN_CONTRACT: ["application.contract.awaitingMerchant"],
  COUNTERSIGN_CONTRACT: ["application.contract.awaitingCountersign"],
  VOID_CONTRACT: ["application.contract.awaitingMerchant", "application.contract.awaitingCountersign"],
  START_SITE_CHECK: ["application.site.unchecked", "application.site.checked"],
  RECORD_SITE_CHECK: ["application.site.checking"],
  FAIL_SITE_CHECK: ["application.site.checking"],
  SUBMIT_SITE: ["application.site.checked"],
  RULE_ON_SITE: ["application.site.review"],
  CONFIRM_SITE: ["application.site.review"],
  RETURN_SITE: ["application.site.review"],
  WITHDRAW: ["inquiry", "advising", "deciding", "application.contract.drafting", "approved"],
  SUSPEND_SERVICE: ["live.operating", "live.reviewDue"],
  RESUME_SERVICE: ["suspended"],
  CLOSE_SERVICE: ["live.operating", "live.reviewDue", "suspended"],
  COMPLETE_REVIEW: ["live.reviewDue"],
};
const owners: Record<string, "contract" | "kyc" | "site"> = Object.fromEntries(
  Object.entries(targets).flatMap(([event, target]) => {
    const owner = target.startsWith("application.") ? target.split(".")[1] : undefined;
    return owner ? [[event, owner as "contract" | "kyc" | "site"]] : [];
  }),
);

const inApplication = [
  "contract.drafting",
  "contract.awaitingMerchant",
  "contract.awaitingCountersign",
  "kyc.collecting",
  "kyc.review",
  "kyc.approval",
  "kyc.rejected",
  "site.unchecked",
  "site.checking",
  "site.checked",
  "site.review",
].map((leaf) => `application.${leaf}`);
const waiting = ["advising", "deciding", ...inApplication, "approved", "live.operating", "live.reviewDue", "suspended"];

/** What people of a case are promised that they can do, and from where. */
export const caseWays: Way[] = [
  ...Object.entries(targets).flatMap(([event, to]) => (sources[event] ?? []).map((from) => [from, event, to] as const)),
  ...["inquiry", ...waiting].flatMap((leaf) =>
    ["HOLD", "RESUME", "HAND_OVER"].map((event) => [leaf, event, leaf] as const),
  ),
  ...waiting.filter((leaf) => leaf !== "approved").map((leaf) => [leaf, "CHANNEL_MOVED", leaf] as const),
  ["approved", "CHANNEL_MOVED", "approved"],
  ["approved", "CHANNEL_MOVED", "live.operating"],
  ["advising", "SEND_PROPOSAL", "deciding"],
  ["application.kyc.collecting", "PROVIDE_ITEM", "application.kyc.collecting"],
  ["application.kyc.collecting", "TAKE_BACK_ITEM", "application.kyc.collecting"],
  ["application.kyc.collecting", "ACCEPT_ITEM", "application.kyc.collecting"],
  ["application.kyc.collecting", "REFUSE_ITEM", "application.kyc.collecting"],
  ["application.kyc.review", "ACCEPT_ITEM", "application.kyc.review"],
  ["application.kyc.review", "REFUSE_ITEM", "application.kyc.review"],
  ["application.contract.awaitingMerchant", "PROVIDE_ITEM", "application.contract.drafting"],
  ["application.contract.awaitingCountersign", "PROVIDE_ITEM", "application.contract.drafting"],
];

/** Beside its single steps, what the graph of a case is asked. */
export const caseGraph: GraphPromises = {
  aims: ["approved", "live"],
  ways: caseWays,
  hears: [],
  answers: [
    {
      at: "application.kyc.rejected",
      events: ["APPEAL"],
      by: "merchant",
      isSpent: ({ snapshot }) => (snapshot.context as OnboardingContext).appealed,
    },
  ],
  anew: { event: "SUBMIT_INQUIRY", role: "merchant" },
  pairs: [
    ["RECOMMEND_APPROVAL", "APPROVE_KYC"],
    ["RECOMMEND_REJECTION", "REJECT_KYC"],
    ["SIGN_CONTRACT", "COUNTERSIGN_CONTRACT"],
  ],
  personal: ["SUSPEND_SERVICE", "RESUME_SERVICE", "CLOSE_SERVICE"],
  failure: (context) => {
    const { site } = context as OnboardingContext;
    return { ...context, site: { ...site, failure: site.failure === null ? "timeout" : null } };
  },
};
