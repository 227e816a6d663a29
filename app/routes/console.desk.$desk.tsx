import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postedEvent } from "#app/cases/index.server.ts";
import { loadDesk } from "#app/console/desk-page.server.ts";
import { DeskPage } from "#app/console/desk-page.tsx";
import { staffOf } from "#app/console/load.server.ts";
import { askedOf, queryOf } from "#app/console/queue-asked.ts";
import { dropView, saveView } from "#app/console/views.server.ts";
import { words } from "#app/console/words.ts";
import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { isId } from "#app/platform/ids.ts";
import { TakeCase } from "#workflows/onboarding/events.ts";
import { desks } from "#workflows/roles.ts";

type Loaded = typeof loader;

export const meta = pageMeta(words, (w, data) => {
  const desk = (data as Awaited<ReturnType<Loaded>> | undefined)?.desk;
  return { title: desk ? w.queue.title(w.desks[desk]) : w.rail.own };
});

const deskOf = (name: string | undefined) => {
  const desk = desks.find((one) => one === name);
  if (!desk) throw new Response(null, { status: 404 });
  return desk;
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = await staffOf(context, request);
  return loadDesk(context.platform, deskOf(params.desk), new URL(request.url), viewer, await langOf(request));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform } = context;
  const { viewer, actor } = await staffOf(context, request);
  const desk = deskOf(params.desk);
  const form = await request.formData();
  const intent = form.get("intent");
  const query = queryOf(askedOf(new URL(request.url).searchParams));
  const here = `/console/desk/${desk}${query ? `?${query}` : ""}`;
  if (intent === "saveView") {
    const name = String(form.get("name") ?? "")
      .trim()
      .slice(0, 40);
    if (!name) return data({ problem: "nameMissing" as const }, 422);
    const isKept = await saveView(platform, { userId: viewer.userId, desk, name, query });
    return isKept ? redirect(here) : data({ problem: "tooMany" as const }, 422);
  }
  if (intent === "dropView") {
    const id = String(form.get("id"));
    if (isId(id)) await dropView(platform, viewer.userId, id);
    return redirect(`/console/desk/${desk}`);
  }
  const subject = String(form.get("subject"));
  if (!isId(subject)) throw new Response(null, { status: 404 });
  const posted = await postedEvent(request, TakeCase, form);
  if (posted.problem) return data(posted.problem, 422);
  const { refused } = await orRefused(
    dispatch(platform, { subject, event: posted.event, actor, idempotencyKey: posted.key }),
  );
  return refused ? data({ refused }, 409) : { taken: posted.key };
}

export default function DeskRoute() {
  const page = useLoaderData<typeof loader>();
  const posted = useActionData<{ problem?: "nameMissing" | "tooMany" }>();
  return <DeskPage {...page} problem={posted?.problem} />;
}
