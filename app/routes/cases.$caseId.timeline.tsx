import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readTimeline } from "#app/audit/index.server.ts";
import { auditWords, kinds, TimelineView } from "#app/audit/index.ts";
import { caseAndCard, memberOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";

export const meta = pageMeta(auditWords, (w) => ({ title: w.title }));

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const [{ view }, lang] = await Promise.all([caseAndCard(args.context, caseId), langOf(args.request)]);
  const page = await readTimeline(args.context.platform, view, new URL(args.request.url), "merchant", lang);
  return { ...page, path: `/cases/${caseId}/timeline` };
}

const shown = kinds.filter((kind) => kind !== "clocks");

export default function TimelineRoute() {
  const page = useLoaderData<typeof loader>();
  const w = useWords(auditWords);
  return (
    <div className="grid max-w-[42rem] gap-6">
      <header className="grid gap-1">
        <h1 className="text-28">{w.title}</h1>
        <p className="text-ink-2">{w.intro}</p>
      </header>
      <TimelineView {...page} shown={shown} />
    </div>
  );
}
