import { useLang } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { formatDue, formatSince, urgencyOf } from "./format/due.ts";
import { formatInstant } from "./format/time.ts";
import { Shape } from "./shape.tsx";

interface Props {
  at: Date | string;
  /** From the loader, so that server and browser say the same. */
  now: Date | string;
}

const looks = { late: "text-problem font-semibold", soon: "tone-wait text-tone font-semibold", calm: "text-ink-2" };

/** When something is due, as a person says it: `in 2 h`, `1 day late`. */
export function Due({ at, now }: Props) {
  const lang = useLang();
  const urgency = urgencyOf(at, now);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatInstant(at, lang)}
      className={cx("num inline-flex items-baseline gap-1 whitespace-nowrap", looks[urgency])}
    >
      {urgency === "calm" ? null : (
        <Shape tone={urgency === "late" ? "problem" : "wait"} className="size-3 self-center" />
      )}
      {formatDue(at, now, lang)}
    </time>
  );
}

/** How long something has been so: `3 h ago`. */
export function Since({ at, now }: Props) {
  const lang = useLang();
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at, lang)} className="num whitespace-nowrap">
      {formatSince(at, now, lang)}
    </time>
  );
}
