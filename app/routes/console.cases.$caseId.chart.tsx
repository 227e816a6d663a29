import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadChart } from "#app/cases/index.server.ts";
import { chartWords } from "#app/cases/index.ts";
import { ChartPage } from "#app/console/chart-page.tsx";
import type { CasePageHandle } from "#app/console/index.ts";
import { staffCaseOf } from "#app/console/load.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(chartWords, (w) => ({ title: w.title }));
export const handle: CasePageHandle = { wide: true };

export async function loader(args: LoaderFunctionArgs) {
  const [{ caseId, actor, view }, lang] = await Promise.all([staffCaseOf(args), langOf(args.request)]);
  const of = new URL(args.request.url).searchParams.get("of");
  const page = await loadChart(args.context.platform, view, of, actor, lang);
  return { page, path: `/console/cases/${caseId}/chart` };
}

export default function ChartRoute() {
  return <ChartPage {...useLoaderData<typeof loader>()} />;
}
