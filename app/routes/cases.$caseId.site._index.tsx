import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { answerMerchant } from "#app/site/merchant-acts.server.ts";
import { loadMerchantSite } from "#app/site/merchant-page.server.ts";
import { MerchantSitePage } from "#app/site/merchant-page.tsx";
import { words } from "#app/site/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

export const loader = (args: LoaderFunctionArgs) => loadMerchantSite(args);

export async function action(args: ActionFunctionArgs) {
  const answer = await answerMerchant(args);
  if (answer.done) return redirect(`/cases/${answer.caseId}/site`);
  return data({ posted: answer.posted, refused: answer.refused, tooOften: answer.tooOften }, answer.status);
}

export default function SiteRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <MerchantSitePage
      {...page}
      posted={answer?.posted ?? undefined}
      refused={answer?.refused}
      tooOften={answer?.tooOften}
    />
  );
}
