import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseAndCard, lineNames, memberOf } from "#app/cases/index.server.ts";
import { channelPath } from "#app/cases/index.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { keyHistory, shownKeys, shownTestCredentials } from "#app/credentials/index.server.ts";
import { type ChannelView, offersFor } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import { gatewayOf, type SandboxPayment } from "#app/platform/gateway/index.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { receiverOfCase, receiverUrl } from "#app/psp/index.server.ts";
import { judgePlan, untriedMethods } from "#workflows/channel/test-plan.ts";
import { canPayLive, liveChecks } from "./live/check.server.ts";
import { goLiveList } from "./live/list.server.ts";
import { readTestFacts } from "./tests/facts.server.ts";
import { returnLinks } from "./tests/trials.server.ts";
import { endpointsOf } from "./webhooks/endpoints.server.ts";
import { deliveriesOf } from "./webhooks/log.server.ts";
import { livePhases } from "./worlds.ts";

/** The member who asks, and the channel of the case; 404 for everybody and everything else. */
export async function memberChannel(args: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { actor, caseId } = await memberOf(args);
  const { view } = await caseAndCard(args.context, caseId);
  const { channelId } = args.params;
  const channel = isId(channelId) ? view.channels.find(({ id }) => id === channelId.toLowerCase()) : undefined;
  if (!channel) throw new Response(null, { status: 404 });
  return { actor, caseId, view, channel };
}

/** All that the merchant's page of a channel shows. */
export async function loadMerchantChannel(args: LoaderFunctionArgs) {
  const { platform } = args.context;
  const [{ actor, caseId, view, channel }, lang] = await Promise.all([memberChannel(args), langOf(args.request)]);
  const { line, paymentId, keysId, secretFetched, livePayment, reason } = channel.context;
  const [name, { guide }, test, endpoints, deliveries, live] = await Promise.all([
    lineNames(platform, lang),
    catalogueAt(platform, platform.now()),
    loadTest(platform, caseId, channel),
    endpointsOf(platform, caseId),
    deliveriesOf(platform, { caseId, channelId: channel.id, limit: 20 }),
    livePhases.has(channel.phase) ? loadLive(platform, channel) : null,
  ]);
  const methodName = (key: string) => guide.method(key)?.method.name[lang] ?? key;
  return {
    caseId,
    channelId: channel.id,
    publicId: channel.publicId,
    phase: channel.phase,
    name: name(line),
    path: channelPath(channel.phase),
    reason,
    paymentId,
    keysId,
    secretFetched,
    livePayment,
    currency: line.currency,
    methods: line.methods.map((key) => ({ key, name: methodName(key) })),
    specs: (guide.channel(line.channel)?.credentialFields ?? []).map(({ key, label, isSecret, hint }) => ({
      key,
      label,
      isSecret,
      hint,
    })),
    test: { ...test, payments: test.payments.map((payment) => shownPayment(payment, methodName)) },
    endpoints,
    deliveries,
    live,
    offers: offersFor(channel, view, actor, platform.now()),
    formKey: newId(),
    apiUrl: `${platform.config.publicUrl}/psp/api`,
    lang: lang as Lang,
  };
}

async function loadTest(platform: Platform, caseId: string, channel: ChannelView) {
  const { line, plan, tests } = channel.context;
  const [credentials, { facts, judged, payments, refunds }, receiver] = await Promise.all([
    shownTestCredentials(platform, channel.id),
    readTestFacts(platform, { caseId, channelId: channel.id, wanted: line.methods }),
    receiverOfCase(platform, caseId),
  ]);
  return {
    credentials,
    plan: judgePlan(plan, facts).map(({ item, outcome, gaps }) => ({
      item,
      outcome: tests[item]?.outcome ?? (channel.phase === "testing" ? outcome : "open"),
      gaps: tests[item]?.outcome === "passed" ? [] : gaps,
    })),
    untried: untriedMethods(facts),
    payments: payments.slice(-12).reverse(),
    refundedRefs: refunds.map(({ orderRef }) => orderRef),
    isStandIn: judged?.isStandIn ?? true,
    standInUrl: receiver ? receiverUrl(platform, receiver.token) : null,
    links: judged && !judged.isStandIn ? await returnLinks(platform, channel.id, payments) : null,
  };
}

async function loadLive(platform: Platform, channel: ChannelView) {
  const [keys, history, checks, list] = await Promise.all([
    shownKeys(platform, channel.id),
    keyHistory(platform, channel.id),
    liveChecks(platform, channel.id),
    goLiveList(platform, channel),
  ]);
  return {
    keys,
    history: history.length,
    checks,
    list,
    canPay: canPayLive(platform),
    standsIn: gatewayOf(platform).standsIn,
  };
}

const shownPayment = (payment: SandboxPayment, methodName: (key: string) => string) => ({
  orderRef: payment.orderRef,
  orderNo: payment.orderNo,
  status: payment.status,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
  refundedMinor: payment.refundedMinor,
  method: methodName(payment.method),
  at: payment.madeAt,
  askedStatus: payment.askedStatus,
});
