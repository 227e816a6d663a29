import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { actJoin, loadJoin } from "#app/partners/first-page.server.ts";
import { FirstPage } from "#app/partners/first-page.tsx";
import { words } from "#app/partners/words.ts";

const head = pageMeta(words, (w) => ({ title: w.join.begin }));
// The address is the key to it: no machine is to keep it.
export const meta: MetaFunction = (args) => [...(head(args) ?? []), { name: "robots", content: "noindex" }];

export const loader = (args: LoaderFunctionArgs) => loadJoin(args);
export const action = (args: ActionFunctionArgs) => actJoin(args);

export default function JoinRoute() {
  return <FirstPage {...useLoaderData<typeof loader>()} />;
}
