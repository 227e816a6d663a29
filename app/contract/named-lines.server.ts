import { countryName } from "#app/cases/index.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import type { ContractBody } from "./body.ts";

/** The accepted lines as a contract names them: words for people, keys behind them for whoever compares. */
export async function namedLines(
  platform: Pick<Platform, "pool" | "now">,
  lines: readonly ChannelLine[],
  lang: Lang,
): Promise<ContractBody["lines"]> {
  const { guide } = await catalogueAt(platform, platform.now());
  return lines.map(({ channel, country, currency, methods }) => {
    const name = guide.channel(channel)?.name;
    return {
      channel: name ? `${name} (${channel})` : channel,
      country: countryName(country, lang),
      currency,
      methods: methods.map((key) => guide.method(key)?.method.name[lang] ?? key),
    };
  });
}
