import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { beginWithFormer, formerInquiry } from "#app/inquiry/former.server.ts";
import { countryOptions } from "#app/inquiry/options.server.ts";
import { loadDraft, type SectionAnswer, saveAndGo, sectionPage } from "#app/inquiry/section.server.ts";
import { WherePage } from "#app/inquiry/where-page.tsx";
import { words } from "#app/inquiry/words.ts";

export const meta = pageMeta(words, (w) => ({ title: `${w.steps.where} · ${w.title}`, description: w.description }));

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang, viewer } = await loadDraft(args);
  const page = sectionPage(draft, "where");
  // The guide leads here with the country one was looking at.
  const asked = new URL(args.request.url).searchParams.get("country");
  if (asked && !draft?.answers.where) page.values = { countries: [asked] };
  const { platform } = args.context;
  const former = !draft && viewer?.kind === "merchant" ? await formerInquiry(platform.pool, viewer.userId) : null;
  return { page, countries: countryOptions(book, lang), formerAt: former?.sentAt.toISOString() ?? null };
}

/** "former" begins with the answers of the inquiry before; everything else is the step itself. */
export async function action(args: ActionFunctionArgs) {
  const { viewer } = await loadDraft(args);
  const isFormer = new URL(args.request.url).searchParams.has("former");
  if (isFormer && viewer?.kind === "merchant") return beginWithFormer(args.context.platform, viewer.userId);
  return saveAndGo(args, "where");
}

export default function WhereRoute() {
  return <WherePage {...useLoaderData<typeof loader>()} posted={useActionData<SectionAnswer>()} />;
}
