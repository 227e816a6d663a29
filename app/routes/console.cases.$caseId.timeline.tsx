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
  const [{ viewer, caseId, view }, lang] = await Promise.all([staffCaseOf(args), langOf(args.request)]);
  const page = await readTimeline(args.context.platform, view, new URL(args.request.url), "staff", lang);
  const mayExport = viewer.roles.some((role) => role === "auditor" || role === "admin");
  const caseFile = mayExport ? `/console/cases/${caseId}/case-file.json` : null;
  return { ...page, path: `/console/cases/${caseId}/timeline`, caseFile };
}

export default function TimelineRoute() {
  const { caseFile, ...page } = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  return (
    <div className="grid gap-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 className="text-21">{w.title}</h1>
        {caseFile ? (
          <p className="flex flex-wrap gap-x-4 text-13">
            <a href={caseFile} download className="link">
              {w.caseFile}
            </a>
            <a href="/verify" className="link">
              {w.verify}
            </a>
          </p>
        ) : null}
      </header>
      <TimelineView {...page} isLinked />
    </div>
  );
}
