import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { BusinessPage } from "#app/inquiry/business-page.tsx";
import { homeOptions } from "#app/inquiry/options.server.ts";
import { loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.business} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, lang } = await loadDraft(args);
  return { page: sectionPage(draft, "business"), homes: homeOptions(lang) };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "business");

export default function BusinessRoute() {
  return <BusinessPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
