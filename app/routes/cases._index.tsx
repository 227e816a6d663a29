import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/auth/index.server.ts";
import { CasesPage } from "#app/cases/cases-page.tsx";
import { listCases } from "#app/cases/list.server.ts";
import { words } from "#app/cases/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.list.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const viewer = await requireViewer(platform, request);
  if (viewer.kind === "staff") throw redirect("/console");
  const [only, ...more] = viewer.caseIds;
  if (only && more.length === 0) throw redirect(`/cases/${only}`);
  return { cases: await listCases(platform, viewer.caseIds), now: platform.now().toISOString() };
}

export default function CasesRoute() {
  return <CasesPage {...useLoaderData<typeof loader>()} />;
}
