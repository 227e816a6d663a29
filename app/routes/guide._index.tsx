import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guideIndex } from "#app/catalogue/guide.server.ts";
import { GuidePage } from "#app/catalogue/guide-page.tsx";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { words } from "#app/catalogue/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.guide.title, description: w.guide.description }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const [book, lang] = await Promise.all([catalogueAt(platform, platform.now()), langOf(request)]);
  return guideIndex(book, lang, new URL(request.url).searchParams.get("q")?.trim() ?? "");
}

export default function GuideRoute() {
  return <GuidePage {...useLoaderData<typeof loader>()} />;
}
