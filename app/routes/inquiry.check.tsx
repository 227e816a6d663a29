import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { checkAction, loadCheck } from "#app/inquiry/check.server.ts";
import { CheckPage } from "#app/inquiry/check-page.tsx";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.check} · ${w.title}` }));

export const loader = (args: LoaderFunctionArgs) => loadCheck(args);

export const action = (args: ActionFunctionArgs) => checkAction(args);

export default function CheckRoute() {
  return <CheckPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
