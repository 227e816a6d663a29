import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { adviceWords } from "./advice-words.ts";
import type { CostView } from "./view.server.ts";
import { words } from "./words.ts";

/** Of the three months that are reckoned, the one the merchant spoke of. */
const STATED = 1;

/**
 * What a month costs at three volumes, and what is paid once. A phone has room for one month, the merchant's own; what other months come
 * to stands below it.
 */
export function CostsTable({ costs }: { costs: CostView }) {
  const w = useWords(words).fees;
  return (
    <div className="grid gap-2">
      <table className="num w-full text-15 in-[.dense]:text-13">
        <caption className="sr-only">{w.caption}</caption>
        <thead>
          <tr className="text-13 text-ink-2">
            <th scope="col" className="py-1 text-left font-normal">
              {w.item}
            </th>
            {costs.volumes.map((volume, place) => (
              <th key={volume} scope="col" className={`px-2 py-1 text-right font-normal max-sm:pr-0${beside(place)}`}>
                {w.at(volume)}
                {place === STATED ? <span className="block">{w.stated}</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {costs.rows.map((row) => (
            <Entry key={row.label} row={row} />
          ))}
          {costs.hasSum ? (
            <>
              <Sum label={w.known} amounts={costs.known} />
              <Sum label={costs.vat.label} amounts={costs.vat.amounts} />
              <Sum label={costs.totalLabel} amounts={costs.total} isTotal />
            </>
          ) : null}
        </tbody>
        {costs.setup.length > 0 ? (
          <tbody>
            <tr className="border-t border-line">
              <th scope="rowgroup" colSpan={costs.volumes.length + 1} className="pt-4 pb-1 text-left font-semibold">
                {w.once}
              </th>
            </tr>
            {costs.setup.map((row) => (
              <Entry key={row.label} row={row} />
            ))}
          </tbody>
        ) : null}
      </table>
      {costs.hasSum ? (
        <dl className="num grid gap-x-4 border-t border-line pt-2 text-13 text-ink-2 sm:hidden">
          {costs.volumes.map((volume, place) =>
            place === STATED ? null : (
              <div key={volume} className="flex justify-between gap-4 py-1">
                <dt>
                  {w.at(volume)} · {costs.totalLabel}
                </dt>
                <dd className="whitespace-nowrap">{costs.total[place]}</dd>
              </div>
            ),
          )}
        </dl>
      ) : null}
      {costs.unpriced[STATED] ? <p className="text-15">{w.unpriced(costs.unpriced[STATED])}</p> : null}
    </div>
  );
}

const beside = (place: number) => (place === STATED ? "" : " max-sm:hidden");
const cell = "px-2 py-1.5 text-right align-top whitespace-nowrap max-sm:pr-0";

function Entry({ row }: { row: CostView["rows"][number] }) {
  const advice = useWords(adviceWords);
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1.5 text-left font-normal">
        {row.href ? (
          <Link className="link" to={row.href}>
            {row.label}
          </Link>
        ) : (
          row.label
        )}
        {row.note ? <span className="block text-13 text-ink-2">{row.note}</span> : null}
      </th>
      {row.instead === null ? (
        row.amounts.map((amount, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move.
          <td key={place} className={cell + beside(place)}>
            {amount ?? <span className="text-ink-2">{advice.byPsp}</span>}
          </td>
        ))
      ) : (
        <td colSpan={row.amounts.length} className="px-2 py-1.5 text-right align-top text-ink-2 max-sm:pr-0">
          {row.instead}
        </td>
      )}
    </tr>
  );
}

function Sum({ label, amounts, isTotal }: { label: string; amounts: readonly string[]; isTotal?: boolean }) {
  return (
    <tr className={isTotal ? "border-t-2 border-ink font-semibold" : "border-t border-line"}>
      <th scope="row" className="py-1.5 text-left font-semibold">
        {label}
      </th>
      {amounts.map((amount, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three columns that never move.
        <td key={place} className={cell + beside(place)}>
          {amount}
        </td>
      ))}
    </tr>
  );
}
