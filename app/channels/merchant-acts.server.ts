import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { z } from "zod";
import { postedEvent } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { makeTestCredentials, overlap, rotateKeys, secretAgain, takeSecret } from "#app/credentials/index.server.ts";
import { fieldsSchema } from "#app/credentials/index.ts";
import { type Actor, type ChannelView, dispatch, orRefused } from "#app/engine/index.server.ts";
import { findPayment, isOrderRef, PaymentRefused } from "#app/platform/gateway/index.server.ts";
import { isId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { parseForm } from "#app/ui/form/index.ts";
import {
  CloseChannel,
  CompleteTests,
  FetchSecret,
  OpenChannel,
  StartLiveVerification,
} from "#workflows/channel/events.ts";
import { canPayLive, startLiveCheck } from "./live/check.server.ts";
import { tick } from "./live/list.server.ts";
import { memberChannel } from "./merchant-load.server.ts";
import { recordTests } from "./tests/record.server.ts";
import { ShopRefused, shopOf } from "./tests/shop-client.server.ts";
import { startTestPayment } from "./tests/start-payment.server.ts";
import { runTrials, sayReturns } from "./tests/trials.server.ts";
import { emitWebhook } from "./webhooks/emit.server.ts";
import { NewEndpoint } from "./webhooks/endpoint.schema.ts";
import { addEndpoint, ensureStandIn, removeEndpoint, rollSecret } from "./webhooks/endpoints.server.ts";
import { resend } from "./webhooks/log.server.ts";
import { testEndpoint } from "./webhooks/test-endpoint.server.ts";

/** What the action of a channel's page answers; a `secret` stands in no other answer and is seen this once. */
export interface Answer {
  refused: string[] | null;
  /** A message key of what could not be done. */
  problem: string | null;
  values: Record<string, unknown>;
  errors: Record<string, string>;
  secret: { kind: "test" | "webhook" | "live"; clientKey: string | null; text: string } | null;
}

const none: Answer = { refused: null, problem: null, values: {}, errors: {}, secret: null };
const say = (answer: Partial<Answer>, init?: number | ResponseInit) => data<Answer>({ ...none, ...answer }, init);
const problem = (key: string, status = 422) => say({ problem: key }, status);
const refusal = (refused: string[], values: Record<string, unknown> = {}) => say({ refused, values }, 409);
const once = (secret: NonNullable<Answer["secret"]>) => say({ secret }, { headers: { "Cache-Control": "no-store" } });

interface At {
  platform: Platform;
  request: Request;
  form: FormData;
  actor: Actor;
  caseId: string;
  channel: ChannelView;
  /** The page itself. */
  here: string;
  key: string;
}

/** Whatever a merchant does on the page of a channel: events of the chart by their `type`, all else by `_intent`. */
export async function actOnMerchantChannel(args: ActionFunctionArgs) {
  const { actor, caseId, channel } = await memberChannel(args);
  const form = await args.request.formData();
  const formKey = form.get("_key");
  if (typeof formKey !== "string" || !isId(formKey)) throw new Response(null, { status: 400 });
  const here = `/cases/${caseId}/channels/${channel.id}`;
  const at: At = {
    platform: args.context.platform,
    request: args.request,
    form,
    actor,
    caseId,
    channel,
    here,
    key: formKey,
  };
  const intent = form.get("_intent");
  if (typeof intent !== "string") return event(at);
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined;
  if (!act) throw new Response(null, { status: 400 });
  return act(at);
}

const Asked = z.discriminatedUnion("type", [
  CompleteTests,
  StartLiveVerification,
  OpenChannel,
  CloseChannel,
  FetchSecret,
]);

async function event({ platform, request, form, actor, caseId, channel, here }: At) {
  const posted = await postedEvent(request, Asked, form);
  if (posted.problem) return say(posted.problem, 422);
  let secret: string | null = null;
  const { done, refused } = await orRefused(
    dispatch(platform, {
      subject: channel.id,
      event: posted.event,
      actor,
      idempotencyKey: posted.key,
      also: async (tx) => {
        const at = platform.now();
        if (posted.event.type === "FETCH_SECRET") {
          secret = await takeSecret(platform, tx, { keysId: posted.event.keysId, by: actor.id, at });
        }
        if (posted.event.type === "OPEN_CHANNEL") {
          const { channel: psp, country, currency } = channel.context.line;
          await emitWebhook(tx, {
            caseId,
            channelId: channel.id,
            environment: "live",
            type: "onboarding_status",
            about: "live",
            cause: `channel/${channel.id}/live`,
            body: { channel_key: psp, country_code: country, currency, status: "live" },
            at,
          });
        }
      },
    }),
  );
  if (refused) return refusal(refused, posted.event);
  // The press was heard, its answer was not: the page is asked for again, and shows what it would have shown.
  if (posted.event.type === "FETCH_SECRET" && done?.replayed)
    secret = await secretAgain(platform, { keysId: posted.event.keysId, by: actor.id });
  return secret ? once({ kind: "live", clientKey: null, text: secret }) : redirect(here);
}

/** Test credentials: a pair of ours, and the PSP's own where the merchant brought some. */
async function setCredentials(at: At, own?: Parameters<typeof makeTestCredentials>[1]["own"]) {
  const { platform, actor, caseId, channel, key } = at;
  const made = makeTestCredentials(platform, { caseId, channelId: channel.id, by: actor.id, own });
  const { done, refused } = await orRefused(
    dispatch(platform, {
      subject: channel.id,
      event: { type: "SET_TEST_CREDENTIALS", credentialsId: made.id },
      actor,
      idempotencyKey: `${key}/credentials`,
      also: async (tx) => {
        await made.insert(tx);
        await ensureStandIn(platform, tx, { caseId, by: actor.id });
      },
    }),
  );
  if (refused) return refusal(refused);
  return done?.replayed ? redirect(at.here) : once({ kind: "test", clientKey: made.clientKey, text: made.secret });
}

async function ownCredentials(at: At) {
  const { guide } = await catalogueAt(at.platform, at.platform.now());
  const specs = guide.channel(at.channel.context.line.channel)?.credentialFields ?? [];
  const Form = z.object({ fields: fieldsSchema(specs) });
  const secrets = specs.filter(({ isSecret }) => isSecret).map(({ key }) => `fields.${key}`);
  const parsed = parseForm(Form, at.form, { forget: secrets });
  if (!parsed.ok) return say({ values: parsed.values, errors: parsed.errors }, 422);
  return setCredentials(at, { specs, values: parsed.value.fields });
}

async function pay({ platform, form, actor, caseId, channel }: At) {
  const { line } = channel.context;
  const started = await startTestPayment(platform, {
    caseId,
    channelId: channel.id,
    line,
    method: String(form.get("method") ?? ""),
    by: actor.id,
  });
  return started ? redirect(`/psp/pay/${started.orderRef}`) : problem("pay.noMethod");
}

/** The payment the form is about, when it is the channel's. */
async function paymentIn({ platform, form, channel }: At) {
  const orderRef = String(form.get("orderRef") ?? "");
  const shop = await shopOf(platform, channel.id);
  const payment = isOrderRef(orderRef) ? await findPayment(platform, orderRef) : null;
  return shop && payment?.clientKey === shop.clientKey ? { shop, payment } : null;
}

async function refund(at: At) {
  const found = await paymentIn(at);
  if (!found) return problem("pay.notYours", 404);
  const { shop, payment } = found;
  try {
    await shop.refund(payment.orderRef, payment.amountMinor - payment.refundedMinor, payment.currency, at.key);
  } catch (error) {
    if (error instanceof ShopRefused) return problem("pay.noRefund", 409);
    throw error;
  }
  return redirect(at.here);
}

async function askStatus(at: At) {
  const found = await paymentIn(at);
  if (!found) return problem("pay.notYours", 404);
  await found.shop.status(found.payment.orderRef);
  await recordTests(at.platform, at.channel.id);
  return redirect(at.here);
}

const trying = ({ caseId, channel, actor }: At) => ({
  caseId,
  channelId: channel.id,
  line: channel.context.line,
  by: actor.id,
});

async function trials(at: At) {
  const said = await runTrials(at.platform, trying(at));
  return said.problem ? problem(said.problem, 409) : redirect(at.here);
}

async function sayReturn(at: At) {
  await sayReturns(at.platform, trying(at), {
    genuineTaken: at.form.get("genuineTaken") !== null,
    changedRefused: at.form.get("changedRefused") !== null,
  });
  return redirect(at.here);
}

async function look(at: At) {
  await recordTests(at.platform, at.channel.id);
  return redirect(at.here);
}

async function newEndpoint({ platform, form, actor, caseId, key, here }: At) {
  const parsed = parseForm(NewEndpoint, form);
  if (!parsed.ok) return say({ values: parsed.values, errors: parsed.errors }, 422);
  const added = await addEndpoint(platform, { ...parsed.value, id: key, caseId, by: actor.id });
  if (added.problem) return say({ values: parsed.value, errors: { url: added.problem } }, 422);
  return added.secret ? once({ kind: "webhook", clientKey: null, text: added.secret }) : redirect(here);
}

const idIn = (form: FormData, name: string): string => {
  const id = form.get(name);
  if (typeof id !== "string" || !isId(id)) throw new Response(null, { status: 404 });
  return id;
};

async function roll({ platform, form, caseId, key, here }: At) {
  const rolled = await rollSecret(platform, { id: idIn(form, "endpointId"), caseId, key });
  if (!rolled) throw new Response(null, { status: 404 });
  return rolled.secret ? once({ kind: "webhook", clientKey: null, text: rolled.secret }) : redirect(here);
}

async function remove({ platform, form, caseId, actor, here }: At) {
  await removeEndpoint(platform, { id: idIn(form, "endpointId"), caseId, by: actor.id });
  return redirect(here);
}

async function pressTest({ platform, form, caseId, key, here }: At) {
  if (!(await testEndpoint(platform, { id: idIn(form, "endpointId"), caseId, key })))
    throw new Response(null, { status: 404 });
  return redirect(here);
}

async function sendAgain({ platform, form, caseId, here }: At) {
  if (!(await resend(platform, { id: idIn(form, "deliveryId"), caseId }))) throw new Response(null, { status: 404 });
  return redirect(here);
}

const Overlap = z.object({
  overlapHours: z.coerce.number().min(0, "rotate.hours").max(overlap.longestHours, "rotate.hours"),
});

async function rotate({ platform, form, actor, caseId, channel, key, here }: At) {
  const parsed = parseForm(Overlap, form);
  if (!parsed.ok) return say({ values: parsed.values, errors: parsed.errors }, 422);
  const ask = { caseId, channelId: channel.id, by: actor.id, newKeyId: key, overlapHours: parsed.value.overlapHours };
  const rotated = await rotateKeys(platform, ask);
  if (!rotated) return problem("rotate.noKey", 409);
  return rotated.secret ? once({ kind: "live", clientKey: rotated.clientKey, text: rotated.secret }) : redirect(here);
}

async function payLive({ platform, actor, caseId, channel, here }: At) {
  const { line, paymentId } = channel.context;
  if (channel.phase !== "liveVerification" || !paymentId) return refusal(["notNow"]);
  if (!canPayLive(platform)) return problem("live.noPsp", 409);
  try {
    const check = await startLiveCheck(platform, { caseId, channelId: channel.id, line, paymentId, by: actor.id });
    // A form may lead to our own pages only: a PSP elsewhere is reached by the link that the page then shows.
    return redirect(check.standIn ? check.payUrl! : here);
  } catch (error) {
    if (error instanceof UpstreamError || error instanceof PaymentRefused) return problem("live.notTaken", 502);
    throw error;
  }
}

async function tickItem({ platform, form, actor, channel, here }: At) {
  const item = String(form.get("item") ?? "");
  await tick(platform, { channelId: channel.id, item, isDone: form.get("isDone") === "yes", by: actor.id });
  return redirect(`${here}#goLive`);
}

const intents: Record<string, (at: At) => Promise<ReturnType<typeof problem> | ReturnType<typeof redirect>>> = {
  sandbox: (at) => setCredentials(at),
  own: ownCredentials,
  pay,
  refund,
  askStatus,
  trials,
  sayReturn,
  look,
  newEndpoint,
  roll,
  remove,
  pressTest,
  sendAgain,
  rotate,
  payLive,
  tick: tickItem,
};
