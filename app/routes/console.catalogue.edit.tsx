import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { loadEdit, saveEdit } from "#app/catalogue/edit.server.ts";
import { EditPage, type EditPosted } from "#app/catalogue/edit-page.tsx";
import { words } from "#app/catalogue/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w) => ({ title: w.desk.edit }));

export const loader = (args: LoaderFunctionArgs) => loadEdit(args);

export const action = (args: ActionFunctionArgs) => saveEdit(args);

export default function EditRoute() {
  return (
    <EditPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>() as EditPosted | undefined} />
  );
}
