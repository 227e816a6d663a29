import { cx } from "./cx.ts";

/** Where lines will stand. Say beside it, in words, what is being waited for. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden="true" className="grid gap-3">
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have nothing else to be known by.
          key={line}
          className={cx(
            "h-4 animate-pulse rounded-sm bg-sunk motion-reduce:animate-none",
            line === lines - 1 && "w-2/3",
          )}
        />
      ))}
    </div>
  );
}
