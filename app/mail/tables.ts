import type { Lang } from "#app/i18n/words.ts";
import type { ChannelContext } from "#workflows/channel/context.ts";

const labels = {
  ko: {
    channel: "결제 채널",
    methods: "결제수단",
    country: "국가",
    currency: "통화",
    mode: "환경",
    live: "실 운영 (live)",
    id: "결제 ID",
  },
  en: {
    channel: "Payment channel",
    methods: "Payment methods",
    country: "Country",
    currency: "Currency",
    mode: "Mode",
    live: "Live",
    id: "Payment ID",
  },
} satisfies Record<Lang, object>;

/** What the letter with a payment ID shows: which channel, country, currency and mode it is for. Never a secret. */
export function paymentIdTable(
  { line, paymentId }: Pick<ChannelContext, "line" | "paymentId">,
  nameOf: { [part in "channel" | "method" | "country"]: (key: string) => string },
  lang: Lang,
): [string, string][] {
  const l = labels[lang];
  return [
    [l.channel, nameOf.channel(line.channel)],
    [l.methods, line.methods.map(nameOf.method).join(", ")],
    [l.country, nameOf.country(line.country)],
    [l.currency, line.currency],
    [l.mode, l.live],
    [l.id, paymentId ?? "-"],
  ];
}
