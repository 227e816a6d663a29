import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftAction, loadDraft } from "#app/catalogue/desk.server.ts";
import { DraftPage } from "#app/catalogue/draft-page.tsx";
import { words } from "#app/catalogue/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.desk.title }));

export const loader = (args: LoaderFunctionArgs) => loadDraft(args);

export const action = (args: ActionFunctionArgs) => draftAction(args);

export default function DraftRoute() {
  const posted = useActionData<typeof action>() as { errors: Record<string, string> } | undefined;
  return <DraftPage {...useLoaderData<typeof loader>()} posted={posted} />;
}
