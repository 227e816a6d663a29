import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { bandAmounts } from "#app/inquiry/band-amounts.server.ts";
import { tradeOptions } from "#app/inquiry/options.server.ts";
import { SalesPage } from "#app/inquiry/sales-page.tsx";
import { loadDraft, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { likelyTrades, tradeVerdicts } from "#app/inquiry/trades.server.ts";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.sales} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang } = await loadDraft(args);
  const answers = draft?.answers ?? {};
  const home = typeof answers.business?.home === "string" ? answers.business.home : null;
  return {
    page: sectionPage(draft, "sales"),
    trades: tradeOptions(book, lang),
    likely: likelyTrades(book, answers, lang),
    verdicts: tradeVerdicts(book, answers, lang),
    bands: bandAmounts(book, home, lang),
    own: (home && book.guide.country(home)?.currency) || null,
  };
}

export const action = (args: ActionFunctionArgs) => saveAndGo(args, "sales");

export default function SalesRoute() {
  return <SalesPage {...useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
