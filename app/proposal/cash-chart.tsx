import { useLang, useWords } from "#app/i18n/use-words.ts";
import type { CashView } from "./view.server.ts";
import { words } from "./words.ts";

const WIDTH = 600;
const HEIGHT = 180;
const lines = ["sold", "paid", "reserve"] as const;
const TOLD = [30, 60, 120, 180, 236];

/** Sold, paid out and held back over some months: three lines, and the same in a table for whoever cannot see them. */
export function CashChart({ cash }: { cash: CashView }) {
  const w = useWords(words).cash;
  const lang = useLang();
  const last = cash.points.at(-1);
  if (!last || last.sold === 0) return null;
  const x = (day: number) => Math.round((day / last.day) * WIDTH);
  const y = (amount: number) => Math.round(HEIGHT - (amount / last.sold) * HEIGHT);
  const line = (of: (typeof lines)[number]) => cash.points.map((point) => `${x(point.day)},${y(point[of])}`).join(" ");
  const told = TOLD.flatMap((day) => cash.points.find((point) => point.day >= day) ?? []);
  // An outlook: whole dollars, the unit once above each column.
  const whole = (amount: number) => new Intl.NumberFormat(lang).format(Math.round(amount / 100));
  return (
    <figure className="grid gap-3">
      <figcaption className="text-15 text-ink-2">{w.about(cash.channel)}</figcaption>
      <svg
        viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`}
        role="img"
        aria-label={w.about(cash.channel)}
        className="w-full max-w-2xl"
      >
        <path d={`M0 ${HEIGHT}H${WIDTH}`} className="text-line" stroke="currentColor" fill="none" />
        <polyline
          points={line("sold")}
          className="text-ink-2"
          stroke="currentColor"
          strokeDasharray="4 4"
          fill="none"
          strokeWidth="1.5"
        />
        <polyline points={line("paid")} className="text-accent" stroke="currentColor" fill="none" strokeWidth="2.5" />
        <polyline
          points={line("reserve")}
          className="text-problem"
          stroke="currentColor"
          fill="none"
          strokeWidth="1.5"
        />
      </svg>
      <table className="num w-full max-w-2xl text-13">
        <thead>
          <tr className="border-b border-line text-ink-2">
            <td className="py-1" />
            {lines.map((of) => (
              <th key={of} scope="col" className="px-2 py-1 text-right font-normal">
                <Mark of={of} /> {w[of]} (USD)
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((point) => (
            <tr key={point.day} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                {w.day(point.day)}
              </th>
              {lines.map((of) => (
                <td key={of} className="px-2 py-1 text-right">
                  {whole(point[of])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cash.held ? <p className="text-15">{w.held(cash.held)}</p> : null}
    </figure>
  );
}

const marks = { sold: "text-ink-2", paid: "text-accent", reserve: "text-problem" } as const;

function Mark({ of }: { of: keyof typeof marks }) {
  return (
    <svg viewBox="0 0 16 8" aria-hidden="true" className={`inline-block h-2 w-4 ${marks[of]}`}>
      <path d="M0 4H16" stroke="currentColor" strokeWidth="2.5" strokeDasharray={of === "sold" ? "4 3" : undefined} />
    </svg>
  );
}
