import { useLang } from "../i18n/use-words.ts";
import { formatDay, formatInstant, type TimeFormat } from "./format/time.ts";

interface Props {
  /** An instant. */
  at: Date | string;
  format?: TimeFormat;
  /** IANA name; Seoul unless said otherwise. */
  zone?: string;
}

/** An instant in words, in Seoul's time; hover or a screen reader gives the whole of it with the zone. */
export function DateTime({ at, format = "short", zone }: Props) {
  const lang = useLang();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatInstant(at, lang, "full", zone)}
      className={format === "full" ? "num" : "num whitespace-nowrap"}
    >
      {formatInstant(at, lang, format, zone)}
    </time>
  );
}

/** A calendar day, `YYYY-MM-DD`, with its weekday. */
export function Day({ on }: { on: string }) {
  return (
    <time dateTime={on} className="num whitespace-nowrap">
      {formatDay(on, useLang())}
    </time>
  );
}
