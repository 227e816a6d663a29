import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireProof, requireStaff } from "#app/auth/index.server.ts";
import { lineNames, namesOf, postedEvent } from "#app/cases/index.server.ts";
import { confirmKeys, makeKeys, shownKeys } from "#app/credentials/index.server.ts";
import { type Actor, type Dispatch, dispatch, offersFor, orRefused } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import {
  CloseChannel,
  ConfirmKeys,
  ConfirmPaymentId,
  ProposePaymentId,
  RecordPreScreen,
  RecordPspDecision,
  ResumeChannel,
  ReturnKeys,
  ReturnPaymentId,
  SubmitToPsp,
  SuspendChannel,
} from "#workflows/channel/events.ts";
import { readChannel } from "./channel.server.ts";

/** Everything that the console's page of a channel may cause. The id of proposed keys is made here, never sent. */
const Asked = z.discriminatedUnion("type", [
  RecordPreScreen,
  SubmitToPsp,
  RecordPspDecision,
  ProposePaymentId,
  ConfirmPaymentId,
  ReturnPaymentId,
  z.object({ type: z.literal("PROPOSE_KEYS") }),
  ConfirmKeys,
  ReturnKeys,
  SuspendChannel,
  ResumeChannel,
  CloseChannel,
]);

/** Decisions and whatever touches a live key are made with the second factor fresh in the hand. */
const grave = new Set(["CONFIRM_PAYMENT_ID", "PROPOSE_KEYS", "CONFIRM_KEYS", "CLOSE_CHANNEL", "SUSPEND_CHANNEL"]);

async function channelOf({ params, context: { platform } }: Pick<LoaderFunctionArgs, "params" | "context">) {
  if (!isId(params.caseId)) throw new Response(null, { status: 404 });
  const found = await readChannel(platform, params.caseId, params.channelId);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

export async function loadConsoleChannel(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { platform } = context;
  const [{ actor }, { theCase, channel }, lang] = await Promise.all([
    requireStaff(platform, request),
    channelOf(args),
    langOf(request),
  ]);
  const { line, plan, tests, paymentId, proposedBy, keysId, livePayment } = channel.context;
  const [keys, name, names] = await Promise.all([
    shownKeys(platform, channel.id),
    lineNames(platform, lang),
    namesOf(platform.pool, proposedBy ? [proposedBy] : []),
  ]);
  return {
    channelId: channel.id,
    publicId: channel.publicId,
    phase: channel.phase,
    name: name(line),
    methods: line.methods,
    paymentId,
    proposer: proposedBy ? (names.get(proposedBy) ?? proposedBy) : null,
    keysId,
    livePayment,
    tests: plan.map((item) => ({ item, outcome: tests[item]?.outcome ?? null })),
    keys,
    offers: offersFor(channel, theCase, actor, platform.now()),
    formKey: newId(),
  };
}

export async function actOnChannel(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { platform } = context;
  const [{ viewer, actor }, { theCase, channel }] = await Promise.all([
    requireStaff(platform, request),
    channelOf(args),
  ]);
  const { event, key, form, problem } = await postedEvent(request, Asked);
  if (problem) return data({ ...problem, refused: null }, 422);
  if (grave.has(event.type)) await requireProof(platform, request, viewer, { form });
  const asked = withRows(platform, event, { actor, caseId: theCase.id, channelId: channel.id });
  const { refused } = await orRefused(
    dispatch(platform, { subject: channel.id, actor, idempotencyKey: key, ...asked }),
  );
  if (refused) return data({ refused, values: event, errors: {} }, 409);
  return redirect(`/console/cases/${theCase.id}/channels/${channel.id}`);
}

/** The event with what changes beside it: keys that are made or confirmed are rows of the same transaction. */
function withRows(
  platform: Platform,
  event: z.infer<typeof Asked>,
  { actor, caseId, channelId }: { actor: Actor; caseId: string; channelId: string },
): Pick<Dispatch, "event" | "also"> {
  if (event.type === "PROPOSE_KEYS") {
    const made = makeKeys(platform, { caseId, channelId, by: actor.id });
    return { event: { type: "PROPOSE_KEYS", keysId: made.id }, also: (tx, { seq }) => made.insert(tx, seq) };
  }
  if (event.type === "CONFIRM_KEYS")
    return { event, also: (tx) => confirmKeys(tx, { keysId: event.keysId, by: actor.id, at: platform.now() }) };
  return { event };
}
