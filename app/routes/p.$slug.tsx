import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { actGeneral, loadGeneral } from "#app/partners/first-page.server.ts";
import { FirstPage } from "#app/partners/first-page.tsx";
import { words } from "#app/partners/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.join.begin, description: w.join.lead }));

export const loader = (args: LoaderFunctionArgs) => loadGeneral(args);
export const action = (args: ActionFunctionArgs) => actGeneral(args);

export default function PartnerRoute() {
  return <FirstPage {...useLoaderData<typeof loader>()} tooMany={useActionData<typeof action>()?.tooMany} />;
}
