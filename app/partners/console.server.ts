import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireProof, requireStaff } from "#app/auth/index.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type FormErrors, parseForm } from "#app/ui/form/index.ts";
import { emptyFunnel, funnels, spanOf } from "./funnel.server.ts";
import { keysOf, makeKey, revokeKey, rotateKey } from "./keys.server.ts";
import { NewLink, NewPartner, PartnerAct, PartnerFacts } from "./partner.schema.ts";
import { changePartner, makePartner, type Partner, partnerOf, partnersOf, setPaused } from "./partners.server.ts";
import { latestReferrals, refer, revokeReferral } from "./referrals.server.ts";

type Loading = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

const notHere = () => new Response(null, { status: 404 });

const spanAsked = (request: Request, now: Date) => {
  const { searchParams } = new URL(request.url);
  return spanOf({ from: searchParams.get("from"), to: searchParams.get("to") }, now);
};

/** Every partner with how far the merchants it sent in these days have come. Two queries, however many partners. */
export async function loadPartners({ request, context: { platform } }: Loading) {
  await requireStaff(platform, request, "admin");
  const span = spanAsked(request, platform.now());
  const [partners, counted] = await Promise.all([partnersOf(platform), funnels(platform, span)]);
  return {
    fromOn: span.fromOn,
    toOn: span.toOn,
    partners: partners.map(({ id, slug, nameKo, nameEn, pausedAt }) => ({
      id,
      slug,
      nameKo,
      nameEn,
      isPaused: pausedAt !== null,
      funnel: counted.get(id) ?? emptyFunnel,
    })),
  };
}

export async function addPartner({ request, context: { platform } }: ActionFunctionArgs) {
  const { viewer } = await requireStaff(platform, request, "admin");
  const form = parseForm(NewPartner, await request.formData());
  if (!form.ok) return data({ values: form.values, errors: form.errors }, 422);
  const made = await makePartner(platform, { facts: form.value, by: viewer.userId });
  if (made.id === null) return data({ values: form.value, errors: { slug: made.problem } as FormErrors }, 409);
  return redirect(`/console/partners/${made.id}`);
}

async function partnerAsked(platform: Platform, id: string | undefined): Promise<Partner> {
  const partner = isId(id) ? await partnerOf(platform, id) : null;
  if (!partner) throw notHere();
  return partner;
}

export async function loadPartner({ request, params, context: { platform } }: Loading) {
  await requireStaff(platform, request, "admin");
  const partner = await partnerAsked(platform, params.partnerId);
  const span = spanAsked(request, platform.now());
  const [keys, referrals, counted] = await Promise.all([
    keysOf(platform, partner.id),
    latestReferrals(platform, partner.id),
    funnels(platform, span),
  ]);
  return {
    partner,
    keys,
    referrals,
    funnel: counted.get(partner.id) ?? emptyFunnel,
    fromOn: span.fromOn,
    toOn: span.toOn,
    generalLink: `${platform.config.publicUrl}/p/${partner.slug}`,
    formKey: newId(),
  };
}

/** What an act of the page answers: where it went wrong, or what can be seen this once. */
export interface PartnerAnswer {
  form?: "facts" | "key" | "link";
  values?: object;
  errors?: FormErrors;
  problem?: string;
  saved?: boolean;
  key?: { name: string; text: string };
  link?: string;
}
const said = (answer: PartnerAnswer, status = 200) => data<PartnerAnswer>(answer, status);

export async function actOnPartner({ request, params, context: { platform } }: ActionFunctionArgs) {
  const { viewer } = await requireStaff(platform, request, "admin");
  const partner = await partnerAsked(platform, params.partnerId);
  const posted = await request.formData();
  const by = viewer.userId;
  if (posted.get("intent") === "change") {
    const form = parseForm(PartnerFacts, posted);
    if (!form.ok) return said({ form: "facts", values: form.values, errors: form.errors }, 422);
    await changePartner(platform, { id: partner.id, facts: form.value, by });
    return said({ saved: true });
  }
  if (posted.get("intent") === "makeLink") return makeLink(platform, partner, posted, by);
  const form = parseForm(PartnerAct, posted);
  if (!form.ok) {
    if (posted.get("intent") !== "makeKey") throw notHere();
    return said({ form: "key", values: form.values, errors: form.errors }, 422);
  }
  const act = form.value;
  // Keys, and what stops a partner's servers, with the second factor fresh in the hand.
  if (act.intent !== "revokeLink") await requireProof(platform, request, viewer, { form: posted });
  return act.intent === "makeKey" || act.intent === "rotateKey"
    ? giveKey(platform, partner, act, by)
    : quietAct(platform, partner, act, by);
}

async function makeLink(platform: Platform, partner: Partner, posted: FormData, by: string) {
  const form = parseForm(NewLink, posted);
  if (!form.ok) return said({ form: "link", values: form.values, errors: form.errors }, 422);
  if (partner.pausedAt) return said({ problem: "partner.paused" }, 409);
  const { reference, days, ...prefill } = form.value;
  const wanted = { partnerId: partner.id, reference, prefill, expiresInDays: days, by };
  const { link } = await inTransaction(platform.pool, (tx) => refer(platform, tx, wanted));
  return said({ link });
}

type Act<Intent extends PartnerAct["intent"]> = Extract<PartnerAct, { intent: Intent }>;

async function giveKey(platform: Platform, partner: Partner, act: Act<"makeKey" | "rotateKey">, by: string) {
  const partnerId = partner.id;
  const text =
    act.intent === "makeKey"
      ? await makeKey(platform, {
          id: act._key,
          partnerId,
          name: act.name,
          scopes: act.scopes,
          days: act.life === "never" ? null : Number(act.life),
          by,
        })
      : await rotateKey(platform, {
          id: act.id,
          partnerId,
          newKeyId: act._key,
          overlapHours: Number(act.overlapHours),
          by,
        });
  if (text === null) return said({ problem: "partner.key.done" }, 409);
  const name =
    act.intent === "makeKey" ? act.name : (await keysOf(platform, partnerId)).find(({ id }) => id === act._key)!.name;
  return said({ key: { name, text } });
}

async function quietAct(
  platform: Platform,
  { id }: Partner,
  act: Act<"pause" | "resume" | "revokeKey" | "revokeLink">,
  by: string,
) {
  if (act.intent === "revokeKey") await revokeKey(platform, { partnerId: id, id: act.id, by });
  else if (act.intent === "revokeLink") {
    const ended = await revokeReferral(platform, { partnerId: id, id: act.id, by });
    if (ended === "used") return said({ problem: "partner.link.used" }, 409);
  } else await setPaused(platform, { id, isPaused: act.intent === "pause", by });
  return redirect(`/console/partners/${id}`);
}
