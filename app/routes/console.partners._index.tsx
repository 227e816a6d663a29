import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { addPartner, loadPartners } from "#app/partners/console.server.ts";
import { PartnersPage } from "#app/partners/partners-page.tsx";
import { words } from "#app/partners/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.console.title }));

export const loader = (args: LoaderFunctionArgs) => loadPartners(args);
export const action = (args: ActionFunctionArgs) => addPartner(args);

export default function PartnersRoute() {
  return <PartnersPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
