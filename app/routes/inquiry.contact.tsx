import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { ContactPage } from "#app/inquiry/contact-page.tsx";
import { loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.contact} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft } = await loadDraft(args);
  return { page: sectionPage(draft, "contact") };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "contact");

export default function ContactRoute() {
  return <ContactPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
