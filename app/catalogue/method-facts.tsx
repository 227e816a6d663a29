import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import type { MethodRow } from "./guide.server.ts";
import { words } from "./words.ts";

interface Props {
  method: MethodRow;
  /** Named by its channel rather than by its own name. */
  withChannel?: boolean;
  /** What was said of the buyer above already: said again only where it differs. */
  buyerSaid?: readonly string[] | null;
  /** Where a page shows a method more than once. */
  anchor?: string;
}

/** One method of one channel: its key to copy, and everything that is known of it. What is not known says so. */
export function MethodFacts({ method, withChannel, buyerSaid, anchor }: Props) {
  const w = useWords(words);
  const m = w.method;
  const facts = [
    method.currencies,
    m.sandbox[method.sandbox],
    m.refund[method.refund],
    m.recurring[method.recurring],
    method.isGlobal ? m.global : "",
    method.isAggregate ? m.aggregate : "",
    method.isLive === "no" ? m.notLive : method.isLive === "unknown" ? m.liveUnknown : "",
  ].filter(Boolean);
  return (
    <div id={anchor ?? method.key} className="grid scroll-mt-6 gap-1 border-t border-line py-3 target:bg-accent-wash">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {withChannel ? (
          <Link className="link font-semibold" to={`/guide/channels/${method.channel.key}#${method.key}`}>
            {method.channel.name}
          </Link>
        ) : (
          <span className="font-semibold">{method.name}</span>
        )}
        <span className="inline-flex items-center gap-2 text-15">
          <code className="font-mono break-all">{method.key}</code>
          <CopyButton text={method.key} of={m.key} />
        </span>
        {method.isAssigned ? <span className="text-13 text-ink-2">{m.assigned}</span> : null}
      </p>
      <p className="num text-15 text-ink-2">{facts.join(" · ")}</p>
      {buyerSaid !== undefined && buyerSaid?.join() === method.buyer?.join() ? null : (
        <p className="text-13 text-ink-2">
          {w.channel.buyer}: {method.buyer ? method.buyer.join(", ") : w.channel.buyerUnknown}
        </p>
      )}
      {method.constraints.length > 0 ? (
        <ul className="text-13">
          {method.constraints.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
