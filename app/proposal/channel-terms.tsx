import { useLang, useWords } from "#app/i18n/use-words.ts";
import { formatDay } from "#app/ui/format/time.ts";
import type { ChannelTerms as Terms } from "./channel-terms.server.ts";
import { words } from "./words.ts";

/** What a PSP charges, when it pays and what it refuses, on its page of the guide. */
export function ChannelTerms({ terms, ratesOn }: { terms: Terms; ratesOn: string }) {
  const all = useWords(words);
  const w = all.terms;
  const lang = useLang();
  return (
    <>
      <section id="fees" className="grid scroll-mt-6 gap-2">
        <h2 className="text-21 font-semibold">{w.heading}</h2>
        {terms.rates.length === 0 ? <p className="text-ink-2">{w.none}</p> : null}
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-15">
          {terms.rates.map(({ what, price }) => (
            <Pair key={what + price} label={what} value={price} />
          ))}
          {terms.sums.map(({ what, amount }) => (
            <Pair key={what} label={what} value={amount} />
          ))}
          <Pair label={all.line.settlement} value={terms.settlement} />
          <Pair label={all.line.reserve} value={terms.reserve} />
        </dl>
        <p className="text-13 text-ink-2">{all.fees.indicative(formatDay(ratesOn, lang))}</p>
      </section>
      <section id="restricted" className="grid scroll-mt-6 gap-2">
        <h2 className="text-21 font-semibold">{w.restricted}</h2>
        {terms.restricted === null ? (
          <p className="text-ink-2">{w.noList}</p>
        ) : (
          <p className="text-15">{w.noPromise}</p>
        )}
        {terms.restricted?.map(({ rule, trades }) => (
          <details key={rule} className="border-t border-line pt-2">
            <summary className="min-h-6 cursor-pointer font-semibold">
              {w.rules[rule]} <span className="num text-15 font-normal text-ink-2">{trades.length}</span>
            </summary>
            <ul className="mt-2 grid gap-x-6 gap-y-1 text-15 sm:grid-cols-2">
              {trades.map(({ name, note }) => (
                <li key={name}>
                  {name}
                  {note ? <span className="block text-13 text-ink-2">{note}</span> : null}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}

const Pair = ({ label, value }: { label: string; value: string }) => (
  <>
    <dt className="text-ink-2">{label}</dt>
    <dd className="num text-right">{value}</dd>
  </>
);
