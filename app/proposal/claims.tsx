import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { adviceWords } from "./advice-words.ts";
import type { Claim } from "./say.server.ts";

/** Sentences that can be checked: each with the rows of the guide it rests on. */
export function Claims({
  claims,
  inNewTab,
  className = "grid gap-1",
}: {
  claims: readonly Claim[];
  /** Beside a form that is being filled in. */
  inNewTab?: boolean;
  className?: string;
}) {
  const w = useWords(adviceWords);
  const target = inNewTab ? { target: "_blank", rel: "noreferrer" } : {};
  return (
    <ul className={className}>
      {claims.map(({ text, rows }) => (
        <li key={text}>
          {text}{" "}
          {rows.map(({ label, href }, place) => (
            <span key={href} className="text-13 text-ink-2">
              {place > 0 ? " · " : ""}
              <Link className="link" to={href} {...target} aria-label={w.sourceOf(label)}>
                {rows.length === 1 ? w.source : label}
              </Link>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
