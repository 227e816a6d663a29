import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { staffOf } from "#app/console/load.server.ts";
import { listAllCases, MOST, searchCases } from "#app/console/search.server.ts";
import { SearchPage } from "#app/console/search-page.tsx";
import { words } from "#app/console/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.search.title }));

export async function loader({ request, context }: LoaderFunctionArgs) {
  await staffOf(context, request);
  const { platform } = context;
  const [asked, lang] = [new URL(request.url).searchParams, await langOf(request)];
  const typed = (asked.get("q") ?? "").trim().slice(0, 100);
  const status = asked.get("status") === "done" ? ("done" as const) : ("active" as const);
  const now = platform.now().toISOString();
  if (!typed) {
    const page = await listAllCases(platform, status, { before: asked.get("before"), after: asked.get("after") }, lang);
    return { typed, page, isFull: false, now };
  }
  const found = await searchCases(platform, typed, lang);
  return { typed, page: { found, before: null, after: null }, isFull: found.length === MOST, now };
}

export default function SearchRoute() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
