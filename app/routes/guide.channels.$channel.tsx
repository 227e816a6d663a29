import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChannelPage } from "#app/catalogue/channel-page.tsx";
import { channelGuide } from "#app/catalogue/guide.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { words } from "#app/catalogue/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { channelTerms } from "#app/proposal/index.server.ts";
import { ChannelTerms } from "#app/proposal/index.ts";

export const meta = pageMeta(words, (w, loaded: Awaited<ReturnType<typeof loader>> | undefined) => ({
  title: loaded?.channel.name ?? w.guide.title,
  description: loaded?.channel.about,
}));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const [book, lang] = await Promise.all([catalogueAt(platform, platform.now()), langOf(request)]);
  const channel = channelGuide(book, params.channel ?? "", lang);
  if (!channel) throw new Response(null, { status: 404 });
  return { channel, terms: channelTerms(book, channel.key, lang), ratesOn: book.prices.rates.asOfOn };
}

export default function ChannelRoute() {
  const { channel, terms, ratesOn } = useLoaderData<typeof loader>();
  return (
    <ChannelPage channel={channel}>
      <ChannelTerms terms={terms} ratesOn={ratesOn} />
    </ChannelPage>
  );
}
