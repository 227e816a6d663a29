import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { actOnChannel, loadConsoleChannel } from "#app/channels/console-page.server.ts";
import { ConsoleChannelPage } from "#app/channels/console-page.tsx";
import { consoleWords } from "#app/channels/console-words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(consoleWords, (w) => ({ title: w.title }));

export const loader = (args: LoaderFunctionArgs) => loadConsoleChannel(args);
export const action = (args: ActionFunctionArgs) => actOnChannel(args);

export default function ConsoleChannelRoute() {
  return <ConsoleChannelPage page={useLoaderData<typeof loader>()} posted={useActionData<typeof action>()} />;
}
