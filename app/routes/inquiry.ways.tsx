import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { countriesOf } from "#app/inquiry/answers.server.ts";
import { waysOf } from "#app/inquiry/options.server.ts";
import { loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { WaysPage } from "#app/inquiry/ways-page.tsx";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.ways} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang } = await loadDraft(args);
  return { page: sectionPage(draft, "ways"), countries: waysOf(book, countriesOf(draft?.answers ?? {}), lang) };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "ways");

export default function WaysRoute() {
  return <WaysPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
