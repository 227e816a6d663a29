import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { flow, viewerOf } from "#app/auth/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { beginByLink, beginGeneral, openGeneral, openLink } from "./join.server.ts";
import { shownPrefill } from "./shown-prefill.server.ts";

/** A merchant's own link: what it carries, or why it opens nothing. */
export async function loadJoin({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const [opened, lang] = await Promise.all([openLink(platform, params.token), langOf(request)]);
  if (!opened) return data({ state: "over" as const, partner: null, handed: [], expiresAt: null }, 404);
  const { state, partner } = opened;
  if (state !== "open") return data({ state, partner, handed: [], expiresAt: null }, 410);
  return data({ state, partner, handed: shownPrefill(opened.prefill, lang), expiresAt: opened.expiresAt });
}

/** The merchant goes on. Nothing but the two ticks is read: what was handed over stays with us until then. */
export async function actJoin({ request, params, context: { platform } }: ActionFunctionArgs) {
  const [choice, form] = await Promise.all([choiceOf(platform, request), request.formData()]);
  const begun = await beginByLink(platform, params.token, {
    ...choice,
    use: form.get("use") === "on",
    share: form.get("share") === "on",
  });
  if (!begun) return redirect(`/join/${params.token}`);
  return redirect("/inquiry", { headers: { "Set-Cookie": begun.cookie } });
}

/** A partner's page for everybody. @throws 404 for none, or one that is paused */
export async function loadGeneral({ params, context: { platform } }: LoaderFunctionArgs) {
  const partner = await openGeneral(platform, params.slug);
  if (!partner) throw new Response(null, { status: 404 });
  return data({ state: "open" as const, partner, handed: [], expiresAt: null });
}

/** Beginnings from one address: each makes rows, and nobody has said who they are. */
const beginnings = { burst: 10, everyMs: 60_000 };

export async function actGeneral(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { platform, ip } = context;
  const partner = await openGeneral(platform, params.slug);
  if (!partner) throw new Response(null, { status: 404 });
  const passed = await flow(platform, `partner page from ${ip}`, beginnings);
  if (!passed.ok) return data({ tooMany: true }, 429);
  const [choice, form] = await Promise.all([choiceOf(platform, request), request.formData()]);
  const { cookie } = await beginGeneral(platform, partner, { ...choice, share: form.get("share") === "on" });
  return redirect("/inquiry", { headers: { "Set-Cookie": cookie } });
}

async function choiceOf(platform: Parameters<typeof viewerOf>[0], request: Request) {
  const [viewer, lang] = await Promise.all([viewerOf(platform, request), langOf(request)]);
  return { request, lang, userId: viewer?.kind === "merchant" ? viewer.userId : null };
}
