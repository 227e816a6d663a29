import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/index.server.ts";
import { namesOf } from "#app/cases/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { statisticsOf } from "#app/proposal/index.server.ts";
import { StatisticsPage, statisticsWords } from "#app/proposal/index.ts";

export const meta = pageMeta(statisticsWords, (w) => ({ title: w.title }));

const periods = [30, 90, 365] as const;

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  const asked = Number(new URL(request.url).searchParams.get("days"));
  const days = periods.find((one) => one === asked) ?? 30;
  const { all, byAdvisor, declines, words: said } = await statisticsOf(platform, days);
  const names = await namesOf(
    platform.pool,
    byAdvisor.map(({ advisorId }) => advisorId),
  );
  return {
    days,
    periods,
    rows: [
      { id: "all", name: null, figures: all },
      ...byAdvisor.map(({ advisorId, figures }) => ({
        id: advisorId,
        name: names.get(advisorId) ?? advisorId,
        figures,
      })),
    ],
    declines,
    said: said.map((one) => ({ ...one, at: one.at.toISOString() })),
  };
}

export default function AdviceRoute() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
