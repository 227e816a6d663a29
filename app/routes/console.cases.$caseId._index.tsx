import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffCaseOf } from "#app/console/load.server.ts";
import { overviewOf } from "#app/console/overview.server.ts";
import { OverviewPage } from "#app/console/overview-page.tsx";
import { words } from "#app/console/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w, data) => {
  const merchant = (data as Awaited<ReturnType<typeof loader>> | undefined)?.overview.facts.merchant;
  return { title: merchant ?? w.overview.title };
});

export async function loader(args: LoaderFunctionArgs) {
  const [{ caseId, view, card }, lang] = await Promise.all([staffCaseOf(args), langOf(args.request)]);
  const { platform } = args.context;
  return { caseId, overview: await overviewOf(platform, { view, card }, lang), now: platform.now().toISOString() };
}

export default function OverviewRoute() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
