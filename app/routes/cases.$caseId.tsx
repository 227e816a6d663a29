import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { caseAndCard, memberOf } from "#app/cases/load.server.ts";
import { navOf } from "#app/cases/nav.ts";
import { words } from "#app/cases/words.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { MerchantShell } from "#app/ui/shell/merchant-shell.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { caseId } = await memberOf(args);
  const { view, card } = await caseAndCard(args.context, caseId);
  return {
    caseId,
    publicId: view.publicId,
    name: card?.merchantName ?? null,
    nav: navOf({ hasProposal: view.context.proposal !== null, hasLines: view.context.lines.length > 0 }),
  };
}

export default function CaseLayout() {
  const { caseId, publicId, name, nav } = useLoaderData<typeof loader>();
  const w = useWords(words);
  return (
    <MerchantShell
      wide
      title={name ?? w.list.unnamed}
      shortId={publicId}
      nav={nav.map((page) => ({
        to: page === "journey" ? `/cases/${caseId}` : `/cases/${caseId}/${page}`,
        label: w.nav[page],
        end: page === "journey",
      }))}
    >
      <Outlet />
    </MerchantShell>
  );
}
