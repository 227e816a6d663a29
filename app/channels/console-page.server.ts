import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireProof, requireStaff } from "#app/auth/index.server.ts";
import { lineNames, methodNames, namesOf, postedEvent } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import {
  confirmKeys,
  makeKeys,
  makeLiveCredentials,
  shownKeys,
  shownLiveCredentials,
} from "#app/credentials/index.server.ts";
import { type FieldSpec, fieldsSchema } from "#app/credentials/index.ts";
import {
  type Actor,
  type CaseView,
  type ChannelView,
  type Dispatch,
  dispatch,
  offersFor,
  orRefused,
} from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { parseForm } from "#app/ui/form/index.ts";
import {
  CloseChannel,
  ConfirmKeys,
  ConfirmPaymentId,
  ProposePaymentId,
  RecordLivePayment,
  RecordPreScreen,
  RecordPspDecision,
  ResumeChannel,
  ReturnKeys,
  ReturnPaymentId,
  SubmitToPsp,
  SuspendChannel,
} from "#workflows/channel/events.ts";
import { readChannel } from "./channel.server.ts";
import { IdOfAnotherCurrency, keepIdsApart, subMerchantsFor } from "./sub-merchants.server.ts";

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
  RecordLivePayment,
  SuspendChannel,
  ResumeChannel,
  CloseChannel,
]);

/** Decisions and whatever touches a live key are made with the second factor fresh in the hand. */
const grave = new Set([
  "CONFIRM_PAYMENT_ID",
  "PROPOSE_KEYS",
  "CONFIRM_KEYS",
  "RECORD_LIVE_PAYMENT",
  "CLOSE_CHANNEL",
  "SUSPEND_CHANNEL",
]);

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
  const [keys, name, methodName, names, specs, liveCredentials, subMerchants] = await Promise.all([
    shownKeys(platform, channel.id),
    lineNames(platform, lang),
    methodNames(platform, lang),
    namesOf(platform.pool, proposedBy ? [proposedBy] : []),
    specsOf(platform, line.channel),
    shownLiveCredentials(platform, channel.id),
    subMerchantsFor(platform, theCase, channel),
  ]);
  return {
    channelId: channel.id,
    publicId: channel.publicId,
    phase: channel.phase,
    name: name(line),
    methods: line.methods.map(methodName),
    paymentId,
    proposer: proposedBy ? (names.get(proposedBy) ?? proposedBy) : null,
    keysId,
    livePayment,
    tests: plan.map((item) => ({ item, outcome: tests[item]?.outcome ?? null })),
    keys,
    specs,
    liveCredentials: liveCredentials?.fields ?? [],
    subMerchants,
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
  const typed =
    event.type === "PROPOSE_KEYS" ? await credentialsIn(platform, channel.context.line.channel, form) : null;
  if (typed && !typed.ok)
    return data({ values: { ...event, ...typed.values }, errors: typed.errors, refused: null }, 422);
  if (grave.has(event.type)) await requireProof(platform, request, viewer, { form });
  const at = { actor, caseId: theCase.id, channelId: channel.id };
  const asked =
    event.type === "PROPOSE_PAYMENT_ID"
      ? await idApart(platform, event, theCase, channel)
      : withRows(platform, event, typed?.value ?? null, at);
  const answer = await orRefused(
    dispatch(platform, { subject: channel.id, actor, idempotencyKey: key, ...asked }),
  ).catch((error: unknown) => {
    if (error instanceof IdOfAnotherCurrency) return null;
    throw error;
  });
  if (!answer) return data({ refused: null, values: event, errors: { paymentId: "paymentId.ofAnotherCurrency" } }, 422);
  const { refused } = answer;
  if (refused) return data({ refused, values: event, errors: {} }, 409);
  return redirect(`/console/cases/${theCase.id}/channels/${channel.id}`);
}

/** The fields of the PSP's credential form; none for a PSP whose form the catalogue does not know. */
async function specsOf(platform: Platform, psp: string): Promise<FieldSpec[]> {
  const { guide } = await catalogueAt(platform, platform.now());
  const fields = guide.channel(psp)?.credentialFields ?? [];
  return fields.map(({ key, label, isSecret, hint }) => ({ key, label, isSecret, hint }));
}

/** The PSP's own live credentials: all of its fields, or none at all. */
async function credentialsIn(platform: Platform, psp: string, form: FormData) {
  const specs = await specsOf(platform, psp);
  const isEmpty = specs.every(({ key }) => !String(form.get(`fields.${key}`) ?? "").trim());
  if (isEmpty) return { ok: true as const, value: null };
  const forget = specs.filter(({ isSecret }) => isSecret).map(({ key }) => `fields.${key}`);
  const parsed = parseForm(z.object({ fields: fieldsSchema(specs) }), form, { forget });
  return parsed.ok ? { ok: true as const, value: { specs, values: parsed.value.fields } } : parsed;
}

/** A payment ID, kept apart from those of other approval currencies where the PSP gives each its own. */
async function idApart(
  platform: Platform,
  event: z.infer<typeof ProposePaymentId>,
  theCase: CaseView,
  channel: ChannelView,
): Promise<Pick<Dispatch, "event" | "also">> {
  if (!(await subMerchantsFor(platform, theCase, channel))) return { event };
  const { channel: psp, currency } = channel.context.line;
  const line = { psp, currency, paymentId: event.paymentId };
  return { event, also: (tx) => keepIdsApart(tx, { caseId: theCase.id, channelId: channel.id, line }) };
}

/** The event with what changes beside it: keys that are made or confirmed are rows of the same transaction. */
function withRows(
  platform: Platform,
  event: z.infer<typeof Asked>,
  own: Pick<Parameters<typeof makeLiveCredentials>[1], "specs" | "values"> | null,
  { actor, caseId, channelId }: { actor: Actor; caseId: string; channelId: string },
): Pick<Dispatch, "event" | "also"> {
  if (event.type === "PROPOSE_KEYS") {
    const made = makeKeys(platform, { caseId, channelId, by: actor.id });
    const beside = own && makeLiveCredentials(platform, { caseId, channelId, keysId: made.id, by: actor.id, ...own });
    return {
      event: { type: "PROPOSE_KEYS", keysId: made.id },
      also: async (tx, { seq }) => {
        await made.insert(tx, seq);
        await beside?.insert(tx);
      },
    };
  }
  if (event.type === "CONFIRM_KEYS")
    return { event, also: (tx) => confirmKeys(tx, { keysId: event.keysId, by: actor.id, at: platform.now() }) };
  return { event };
}
