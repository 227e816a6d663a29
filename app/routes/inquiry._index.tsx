import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { countryOptions } from "#app/inquiry/options.server.ts";
import { loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { WherePage } from "#app/inquiry/where-page.tsx";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.where} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang } = await loadDraft(args);
  const page = sectionPage(draft, "where");
  // The guide leads here with the country one was looking at.
  const asked = new URL(args.request.url).searchParams.get("country");
  if (asked && !draft?.answers.where) page.values = { countries: [asked] };
  return { page, countries: countryOptions(book, lang) };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "where");

export default function WhereRoute() {
  return <WherePage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
