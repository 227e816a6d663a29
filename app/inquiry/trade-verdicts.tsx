import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import type { TradeVerdict } from "./trades.server.ts";
import { words } from "./words.ts";

/** Trade by trade what each PSP says of it, while it is written: the row of the list is a link away. */
export function TradeVerdicts({ verdicts }: { verdicts: readonly TradeVerdict[] }) {
  const w = useWords(words).sales;
  return (
    <div aria-live="polite" className="grid gap-3">
      {verdicts.map(({ id, name, groups }) => (
        <section key={id} className="grid gap-1 border-l-2 border-line pl-3 text-15">
          <h2 className="text-15 font-semibold">{name}</h2>
          <ul className="grid gap-1">
            {groups.map(({ standing, psps, notes }) => (
              <li key={standing}>
                <span className={standing === "prohibited" ? "tone-problem text-tone" : ""}>
                  {w.standings[standing]}
                </span>
                {": "}
                {psps.map(({ name: psp, href }, place) => (
                  <span key={href}>
                    {place > 0 ? ", " : ""}
                    <Link className="link" to={href} target="_blank" rel="noreferrer">
                      {psp}
                    </Link>
                  </span>
                ))}
                {notes.map((note) => (
                  <span key={note} className="block text-13 text-ink-2">
                    {note}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
