import { useWords } from "#app/i18n/use-words.ts";
import { chartWords } from "./words.ts";

const marks = {
  now: "border-accent bg-accent",
  waiting: "tone-wait border-tone bg-tone-wash",
  been: "border-accent bg-accent-wash",
  ahead: "border-edge bg-sheet",
};

/** What the colours of the picture mean. */
export function Legend({ isSimple, anywhere = [] }: { isSimple?: boolean; anywhere?: readonly string[] }) {
  const w = useWords(chartWords);
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-13 text-ink-2">
      {(["now", "waiting", "been", "ahead"] as const).map((mark) => (
        <span key={mark} className="inline-flex items-center gap-2">
          <span aria-hidden="true" className={`h-3.5 w-5 rounded-sm border ${marks[mark]}`} />
          {w.legend[mark]}
        </span>
      ))}
      {isSimple ? null : (
        <span>
          <span aria-hidden="true">↻ </span>
          {w.legend.stays}
        </span>
      )}
      {anywhere.length > 0 ? (
        <span>
          {w.anywhere}: {anywhere.join(", ")}
        </span>
      ) : null}
    </div>
  );
}
