import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { importEdition, loadEditions } from "#app/catalogue/desk.server.ts";
import { EditionsPage, type ImportPosted } from "#app/catalogue/editions-page.tsx";
import { words } from "#app/catalogue/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.desk.title }));

export const loader = (args: LoaderFunctionArgs) => loadEditions(args);

export const action = (args: ActionFunctionArgs) => importEdition(args);

export default function EditionsRoute() {
  return (
    <EditionsPage
      {...useLoaderData<typeof loader>()}
      posted={useActionData<typeof action>() as ImportPosted | undefined}
    />
  );
}
