import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTimeline } from "#app/audit/index.server.ts";
import { auditWords, TimelineView } from "#app/audit/index.ts";
import { staffCaseOf } from "#app/console/load.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";

export const meta = pageMeta(auditWords, (w) => ({ title: w.title }));

export async function loader(args: LoaderFunctionArgs) {
  const [{ caseId, view }, lang] = await Promise.all([staffCaseOf(args), langOf(args.request)]);
  const page = await readTimeline(args.context.platform, view, new URL(args.request.url), "staff", lang);
  return { ...page, path: `/console/cases/${caseId}/timeline` };
}

export default function TimelineRoute() {
  const page = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  return (
    <div className="grid gap-4">
      <h1 className="text-21">{w.title}</h1>
      <TimelineView {...page} isLinked />
    </div>
  );
}
