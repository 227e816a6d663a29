import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { tradeOptions } from "#app/inquiry/options.server.ts";
import { SalesPage } from "#app/inquiry/sales-page.tsx";
import { likelyTrades, loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.sales} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang } = await loadDraft(args);
  return {
    page: sectionPage(draft, "sales"),
    trades: tradeOptions(book, lang),
    likely: likelyTrades(book, draft?.answers ?? {}, lang),
  };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "sales");

export default function SalesRoute() {
  return <SalesPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
