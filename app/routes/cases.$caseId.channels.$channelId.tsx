import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnMerchantChannel } from "#app/channels/merchant-acts.server.ts";
import { loadMerchantChannel } from "#app/channels/merchant-load.server.ts";
import { MerchantChannelPage } from "#app/channels/merchant-page.tsx";
import { words } from "#app/channels/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w, data) => {
  const page = data as Awaited<ReturnType<typeof loader>> | undefined;
  return { title: page ? page.name : w.title };
});

export const loader = (args: LoaderFunctionArgs) => loadMerchantChannel(args);
export const action = (args: ActionFunctionArgs) => actOnMerchantChannel(args);

export default function ChannelRoute() {
  return <MerchantChannelPage page={useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
