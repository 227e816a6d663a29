import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { deskAction, loadDesk } from "#app/proposal/desk.server.ts";
import { DeskPage, type DeskPosted } from "#app/proposal/desk-page.tsx";
import { words } from "#app/proposal/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.desk.heading }));

export const loader = (args: LoaderFunctionArgs) => loadDesk(args);

export const action = (args: ActionFunctionArgs) => deskAction(args);

export default function ProposalDeskRoute() {
  return (
    <DeskPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>() as DeskPosted | undefined} />
  );
}
