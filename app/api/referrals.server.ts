import type { z } from "zod";
import {
  refer,
  revokeReferral,
  type SharedReferral,
  sharedFunnel,
  sharedReferral,
  sharedReferrals,
  spanOf,
} from "#app/partners/index.server.ts";
import type { Answer, Call, Handlers } from "./answering.server.ts";
import { jsonOf, parsed } from "./body.server.ts";
import { cursorOf, readCursor } from "./cursor.server.ts";
import { ApiProblem } from "./problem.ts";
import {
  type CreatedReferral,
  CreateReferral,
  type FunnelAnswer,
  FunnelQuery,
  ListQuery,
  type Referral,
  type ReferralList,
  stageName,
} from "./referrals.schema.ts";
import { onceForKey } from "./replay.server.ts";

const told = (one: SharedReferral): z.infer<typeof Referral> => ({
  id: one.publicId,
  kind: one.kind,
  reference: one.reference,
  created_at: one.createdAt.toISOString(),
  expires_at: one.expiresAt?.toISOString() ?? null,
  stage: stageName(one.stage),
  since: one.since?.toISOString() ?? null,
  channels_open: one.channelsOpen,
});

async function create(call: Call): Promise<Answer> {
  const { platform, request, asker, lang } = call;
  const { text, value } = await jsonOf(request);
  const { reference, expires_in_days: expiresInDays, prefill } = parsed(CreateReferral, value, lang);
  return onceForKey(call, text, async (tx) => {
    const wanted = { partnerId: asker.partnerId, reference, prefill, expiresInDays, by: `key:${asker.keyId}` };
    const { referral, link } = await refer(platform, tx, wanted);
    const body: z.infer<typeof CreatedReferral> = { ...told(referral), link };
    return { status: 201, body };
  });
}

async function list({ platform, url, asker, lang }: Call): Promise<Answer> {
  const { limit, after } = parsed(ListQuery, Object.fromEntries(url.searchParams), lang);
  const from = after === undefined ? null : readCursor(after);
  if (after !== undefined && from === null) throw new ApiProblem("cursor_invalid");
  const { referrals, next } = await sharedReferrals(platform, { partnerId: asker.partnerId, after: from, limit });
  const body: z.infer<typeof ReferralList> = { data: referrals.map(told), next: next && cursorOf(next) };
  return { body };
}

const idOf = ({ params }: Call): string => {
  const id = params.referralId ?? "";
  if (!/^RF-[A-Z0-9]{8}$/.test(id)) throw new ApiProblem("not_found");
  return id;
};

async function read(call: Call): Promise<Answer> {
  const { platform, asker } = call;
  const found = await sharedReferral(platform, { partnerId: asker.partnerId, publicId: idOf(call) });
  if (!found) throw new ApiProblem("not_found");
  return { body: told(found) };
}

async function revoke(call: Call): Promise<Answer> {
  const { platform, asker } = call;
  const asked = { partnerId: asker.partnerId, publicId: idOf(call), by: `key:${asker.keyId}` };
  const said = await revokeReferral(platform, asked);
  if (said === "used") throw new ApiProblem("link_used");
  return read(call);
}

async function funnel({ platform, url, asker, lang }: Call): Promise<Answer> {
  const { from = null, to = null } = parsed(FunnelQuery, Object.fromEntries(url.searchParams), lang);
  const span = spanOf({ from, to }, platform.now());
  const counted = await sharedFunnel(platform, asker.partnerId, span);
  const body: z.infer<typeof FunnelAnswer> = {
    from: span.fromOn,
    to: span.toOn,
    invited: counted.invited,
    opened: counted.opened,
    inquiry_sent: counted.inquirySent,
    proposal_sent: counted.proposalSent,
    accepted: counted.accepted,
    approved: counted.approved,
    live: counted.live,
    not_shared: counted.notShared,
  };
  return { body };
}

/** What stands at each address of the API. */
export const referralsApi: Handlers = {
  GET: { scope: "referrals.read", run: list },
  POST: { scope: "referrals.write", run: create },
};
export const referralApi: Handlers = {
  GET: { scope: "referrals.read", run: read },
  DELETE: { scope: "referrals.write", run: revoke },
};
export const funnelApi: Handlers = { GET: { scope: "funnel.read", run: funnel } };
