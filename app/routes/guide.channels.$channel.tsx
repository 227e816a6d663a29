import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChannelPage } from "#app/catalogue/channel-page.tsx";
import { channelGuide } from "#app/catalogue/guide.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { words } from "#app/catalogue/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w, channel: Awaited<ReturnType<typeof loader>> | undefined) => ({
  title: channel?.name ?? w.guide.title,
  description: channel?.about,
}));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const [book, lang] = await Promise.all([catalogueAt(platform, platform.now()), langOf(request)]);
  const channel = channelGuide(book, params.channel ?? "", lang);
  if (!channel) throw new Response(null, { status: 404 });
  return channel;
}

export default function ChannelRoute() {
  return <ChannelPage {...useLoaderData<typeof loader>()} />;
}
