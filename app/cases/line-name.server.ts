import type { Pool } from "pg";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import type { Lang } from "#app/i18n/words.ts";
import type { Platform } from "#app/platform/platform.ts";

/** A channel as a merchant takes it. */
export interface Line {
  channel: string;
  country: string;
  currency: string;
}

/** `ZaloPay · Vietnam · VND`. */
export type NameLine = (line: Line) => string;

const displayNames = new Map<Lang, Intl.DisplayNames>();

/**
 * A country in the language of the page. On the server only: browsers call some countries differently, and what was
 * rendered must not change when scripts arrive.
 */
export function countryName(code: string, lang: Lang): string {
  if (code === "GLOBAL") return lang === "ko" ? "전 세계" : "Worldwide";
  let names = displayNames.get(lang);
  if (!names) {
    names = new Intl.DisplayNames(lang, { type: "region" });
    displayNames.set(lang, names);
  }
  return names.of(code) ?? code;
}

/** Names of channels change about never: asking the catalogue once a minute is enough for a label. */
const MINUTE = 60_000;
const held = new WeakMap<Pool, { until: number; channels: Promise<(key: string) => string | undefined> }>();

function channelNames({ pool, now }: Pick<Platform, "pool" | "now">): Promise<(key: string) => string | undefined> {
  const at = now().getTime();
  const known = held.get(pool);
  if (known && known.until > at) return known.channels;
  const channels = catalogueAt({ pool }, now()).then(
    ({ guide }) =>
      (key: string) =>
        guide.channel(key)?.name,
  );
  held.set(pool, { until: at + MINUTE, channels });
  // A failed reading is not kept.
  channels.catch(() => held.delete(pool));
  return channels;
}

/** How channels are called in lists: by the catalogue's name, the country's and the currency. */
export async function lineNames(platform: Pick<Platform, "pool" | "now">, lang: Lang): Promise<NameLine> {
  const channels = await channelNames(platform);
  return ({ channel, country, currency }) =>
    `${channels(channel) ?? channel} · ${countryName(country, lang)} · ${currency}`;
}
