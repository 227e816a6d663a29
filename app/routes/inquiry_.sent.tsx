import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { loadSent } from "#app/inquiry/sent.server.ts";
import { SentPage } from "#app/inquiry/sent-page.tsx";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: w.sent.title }));

export const loader = (args: LoaderFunctionArgs) => loadSent(args);

export default function SentRoute() {
  return <SentPage {...useLoaderData<typeof loader>()} />;
}
