import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { actOnPartner, loadPartner } from "#app/partners/console.server.ts";
import { PartnerPage } from "#app/partners/partner-page.tsx";
import { words } from "#app/partners/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.console.title }));

export const loader = (args: LoaderFunctionArgs) => loadPartner(args);
export const action = (args: ActionFunctionArgs) => actOnPartner(args);

export default function PartnerRoute() {
  return <PartnerPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
