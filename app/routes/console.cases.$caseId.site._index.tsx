import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { CasePageHandle } from "#app/console/case-frame.tsx";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { answerReviewer } from "#app/site/console-acts.server.ts";
import { loadConsoleSite } from "#app/site/console-page.server.ts";
import { ConsoleSitePage } from "#app/site/console-page.tsx";
import { words } from "#app/site/words.ts";

/** Evidence stands beside evidence. */
export const handle: CasePageHandle = { wide: true };

export const meta = pageMeta(words, (w) => ({ title: w.console.title }));

export const loader = (args: LoaderFunctionArgs) => loadConsoleSite(args);

const none = { refused: null, tooOften: false, account: null, values: {}, errors: {} };

export async function action(args: ActionFunctionArgs) {
  const said = await answerReviewer(args);
  switch (said.kind) {
    case "done":
      return redirect(`/console/cases/${said.caseId}/site`);
    case "refused":
      return data({ ...none, refused: said.refused }, 409);
    case "tooOften":
      return data({ ...none, tooOften: true }, 429);
    case "problem":
      return data({ ...none, values: said.values, errors: said.errors }, 422);
    case "revealed":
      // An account that is shown is not kept by anybody on the way.
      return data({ ...none, account: said.account }, { headers: { "Cache-Control": "no-store" } });
  }
}

export default function ConsoleSiteRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ConsoleSitePage {...page} refused={answer?.refused} tooOften={answer?.tooOften} account={answer?.account} />;
}
