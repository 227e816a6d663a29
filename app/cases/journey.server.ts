import { type Actor, type CaseView, type ChannelView, offersFor } from "#app/engine/index.server.ts";
import type { JourneyStep, StatusClass, StepName } from "#workflows/project.ts";
import type { CaseCard } from "./card.server.ts";
import { channelPath } from "./channel-path.ts";
import { closings, promiseIn } from "./clocks.server.ts";
import { leafOf } from "./leaves.server.ts";
import type { NameLine } from "./line-name.server.ts";
import { type Act, actsFor } from "./next-act.ts";
import { type ActPage, merchantPath } from "./paths.ts";
import { statusOf } from "./status.ts";

/** One thing the merchant can do now. `about`: the channel it concerns, when it is one's. */
export interface Todo {
  say: string;
  page: ActPage;
  to: string;
  event: string | null;
  about: string | null;
}

/** What is waited for: the state that says so, and until when it is promised. */
export interface Waiting {
  kind: "onboarding" | "channel";
  state: string;
  about: string | null;
  dueAt: string | null;
}

export interface ChannelLineView {
  id: string;
  publicId: string;
  name: string;
  methods: string[];
  phase: string;
  status: StatusClass;
  path: ReturnType<typeof channelPath>;
  todo: Todo | null;
  waiting: Waiting;
  /** Live identifier at the PSP, from the moment it has been confirmed. */
  paymentId: string | null;
  reason: string | null;
  to: string;
}

/** A case as its merchant sees it: nothing in it that the merchant may not know. */
export interface Journey {
  caseId: string;
  publicId: string;
  name: string | null;
  phase: string;
  status: StatusClass;
  hold: { reason: string; at: string } | null;
  /** Why it ended or was stopped, in the words of who did it. */
  reason: string | null;
  next: Todo | null;
  others: Todo[];
  waiting: Waiting[];
  /** What others are at work on while there is something for the merchant to do. */
  meanwhile: Waiting[];
  steps: (JourneyStep & { to: string | null })[];
  channels: ChannelLineView[];
  dates: { openedAt: string; changedAt: string; closings: { delay: string; dueAt: string }[] };
}

const finished = (state: string) => /\.(signed|approved|passed)$/.test(state);
/** Phases in which the words that ended or stopped a case are addressed to the merchant. */
const tellsWhy = new Set(["declined", "refused", "suspended", "closed", "withdrawn"]);
/** States in which the payment ID has been confirmed by a second person. */
const idIsOut = new Set(["idIssued", "keysProposed", "keysIssued", "liveVerification", "live", "suspended"]);

/** @param actor the member who looks: what is open to them decides what is next */
export function journeyFor(
  view: CaseView,
  card: CaseCard | null,
  actor: Actor,
  lineName: NameLine,
  now: Date,
): Journey {
  const todo = (act: Act, channel?: ChannelView): Todo => ({
    say: act.say,
    page: act.page,
    to: merchantPath(view.id, act.page, channel?.id),
    event: act.event ?? null,
    about: channel ? lineName(channel.context.line) : null,
  });
  const own = actsFor("merchant", view, offersFor(view, view, actor, now)).map((act) => todo(act));
  const channels = view.channels.map((channel) => channelLine(channel, view, actor, lineName, now, todo));
  const open = [...own, ...channels.flatMap((channel) => channel.todo ?? [])];
  const todos = view.context.hold ? [] : open;
  const { shown, atWork } = waitingOf(view, channels);
  const rejected = view.states.includes("application.kyc.rejected");
  return {
    caseId: view.id,
    publicId: view.publicId,
    name: card?.merchantName ?? null,
    phase: view.phase,
    status: statusOf(view, todos.length > 0),
    hold: view.context.hold && { reason: view.context.hold.reason, at: view.context.hold.at },
    reason: tellsWhy.has(view.phase) || rejected ? view.context.reason : null,
    next: todos[0] ?? null,
    others: todos.slice(1),
    waiting: shown,
    meanwhile: todos.length > 0 ? atWork : [],
    steps: view.journey.map((step) => ({ ...step, to: stepPath(view, step) })),
    channels,
    dates: {
      openedAt: view.openedAt.toISOString(),
      changedAt: view.changedAt.toISOString(),
      closings: closings(view.timers),
    },
  };
}

function channelLine(
  channel: ChannelView,
  view: CaseView,
  actor: Actor,
  lineName: NameLine,
  now: Date,
  todo: (act: Act, channel: ChannelView) => Todo,
): ChannelLineView {
  const [act] = actsFor("merchant", channel, offersFor(channel, view, actor, now));
  const { line, paymentId, reason } = channel.context;
  const state = channel.states[0]!;
  return {
    id: channel.id,
    publicId: channel.publicId,
    name: lineName(line),
    methods: line.methods,
    phase: channel.phase,
    status: statusOf(channel, act !== undefined),
    path: channelPath(channel.phase),
    todo: act ? todo(act, channel) : null,
    waiting: {
      kind: "channel",
      state,
      about: lineName(line),
      dueAt: promiseIn(channel.timers, leafOf("channel", channel.machineVersion, state).nodeId),
    },
    paymentId: idIsOut.has(channel.phase) ? paymentId : null,
    reason: channel.phase === "suspended" || channel.phase === "closed" ? reason : null,
    to: merchantPath(view.id, "channel", channel.id),
  };
}

/** `atWork`: what others are doing. `shown`: the same, and when nobody is, where the case stands by itself. */
function waitingOf(view: CaseView, channels: ChannelLineView[]): { shown: Waiting[]; atWork: Waiting[] } {
  const own = view.states.map((state): Waiting & { isOthers: boolean } => {
    const leaf = leafOf("onboarding", view.machineVersion, state);
    return {
      kind: "onboarding",
      state,
      about: null,
      dueAt: promiseIn(view.timers, leaf.nodeId),
      isOthers: leaf.turn !== null && leaf.turn !== "merchant",
    };
  });
  const plain = ({ kind, state, about, dueAt }: Waiting): Waiting => ({ kind, state, about, dueAt });
  const others = own.filter(({ isOthers }) => isOthers).map(plain);
  const inChannels = channels.filter(
    ({ phase, todo, status }) => !todo && status === "wait" && phase !== "proposed" && phase !== "tested",
  );
  const atWork = [...others, ...inChannels.map(({ waiting }) => waiting)];
  return { atWork, shown: atWork.length > 0 ? atWork : own.filter(({ state }) => !finished(state)).map(plain) };
}

const pageOf: Record<StepName, ActPage | null> = {
  inquiry: null,
  proposal: "proposal",
  contractAndKyc: "documents",
  test: "channel",
  live: "channel",
  open: "channel",
};

function stepPath(view: CaseView, { step, state }: JourneyStep): string | null {
  const page = pageOf[step];
  if (!page || state === "later" || state === "locked") return null;
  // The proposal's page has something to show from the moment it was sent.
  if (page === "proposal" && !view.context.proposal) return null;
  if (page !== "channel") return merchantPath(view.id, page);
  const [only, ...more] = view.channels;
  return only && more.length === 0
    ? merchantPath(view.id, "channel", only.id)
    : view.channels.length > 0
      ? "#channels"
      : null;
}
