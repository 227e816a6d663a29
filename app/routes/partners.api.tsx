import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { docsOf } from "#app/api/docs.server.ts";
import { DocsPage } from "#app/api/docs-page.tsx";
import { words } from "#app/api/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.docs.title, description: w.docs.description }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  return docsOf(platform, await langOf(request));
}

export default function PartnerApiRoute() {
  return <DocsPage {...useLoaderData<typeof loader>()} />;
}
