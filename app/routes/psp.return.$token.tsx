import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { isToken, receiveReturn } from "#app/psp/index.server.ts";
import { words } from "#app/psp/words.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { Status } from "#app/ui/status.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.shop.returned }));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const returned = isToken(params.token)
    ? await receiveReturn(platform, params.token, new URL(request.url).searchParams)
    : null;
  if (!returned) throw new Response(null, { status: 404 });
  return returned;
}

export default function ReturnRoute() {
  const { caseId, order, status, signatureIsGood, accepted } = useLoaderData<typeof loader>();
  const w = useWords(words).shop;
  const statuses: Readonly<Record<string, string>> = w.statuses;
  return (
    <PublicShell>
      <div className="grid gap-6">
        <h1 className="text-28">{accepted ? w.returned : w.notOurs}</h1>
        <p className="text-ink-2">{w.standIn}</p>
        {accepted ? null : <Notice tone="problem">{w.refusedWhy}</Notice>}
        <DataList
          items={[
            {
              label: w.signature,
              value: <Status tone={signatureIsGood ? "done" : "problem"}>{signatureIsGood ? w.good : w.bad}</Status>,
            },
            { label: w.order, value: order ? <span className="num">{order.orderNo}</span> : w.unknownOrder },
            {
              label: w.amount,
              value: order ? <Money amountMinor={order.amountMinor} currency={order.currency} /> : null,
            },
            { label: w.status, value: accepted && status ? (statuses[status] ?? status) : null },
          ]}
        />
        {order ? (
          <div>
            <LinkButton to={`/cases/${caseId}/channels/${order.channelId}`} tone="primary">
              {w.toChannel}
            </LinkButton>
          </div>
        ) : null}
      </div>
    </PublicShell>
  );
}
