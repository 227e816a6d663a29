import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { loadProposal, proposalAction } from "#app/proposal/merchant.server.ts";
import { type MerchantPosted, MerchantProposalPage } from "#app/proposal/merchant-page.tsx";
import { words } from "#app/proposal/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

export const loader = (args: LoaderFunctionArgs) => loadProposal(args);

export const action = (args: ActionFunctionArgs) => proposalAction(args);

export default function ProposalRoute() {
  return (
    <MerchantProposalPage
      {...useLoaderData<typeof loader>()}
      posted={useActionData<typeof action>() as MerchantPosted | undefined}
    />
  );
}
