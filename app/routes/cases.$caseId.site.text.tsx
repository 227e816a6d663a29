import type { LoaderFunctionArgs } from "@remix-run/node";
import { memberOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { checksOf } from "#app/site/checks.server.ts";
import { reportAsText } from "#app/site/report-text.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const [checks, lang] = await Promise.all([checksOf(args.context.platform, caseId), langOf(args.request)]);
  const last = checks.find(({ report }) => report !== null);
  if (!last?.report) throw new Response(null, { status: 404 });
  return new Response(reportAsText(last.report, lang), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": 'attachment; filename="site-report.txt"',
      "X-Content-Type-Options": "nosniff",
    },
  });
}
