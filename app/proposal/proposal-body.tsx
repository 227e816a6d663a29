import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { formatDay } from "#app/ui/format/time.ts";
import { adviceWords } from "./advice-words.ts";
import { CashChart } from "./cash-chart.tsx";
import { Claims } from "./claims.tsx";
import { CostsTable } from "./costs-table.tsx";
import type { LineView, ProposalView } from "./view.server.ts";
import { words } from "./words.ts";

interface Props {
  view: ProposalView;
  /** What stands under each line: a box to accept it, its questions. */
  under?: (line: LineView) => ReactNode;
}

/** A proposal as both sides read it: why this track, which channels, what it costs, when the money comes, what if. */
export function ProposalBody({ view, under }: Props) {
  const w = useWords(words);
  const lang = useLang();
  const advice = useWords(adviceWords);
  return (
    <div className="grid gap-8">
      <section className="grid gap-2">
        <h2 className="text-21 font-semibold">{view.track.name}</h2>
        <p>{view.track.about}</p>
        <details>
          <summary className="min-h-6 cursor-pointer text-15 text-ink-2">{w.line.why}</summary>
          <Claims claims={view.signals} className="mt-2 grid gap-1 text-15" />
        </details>
      </section>

      <section className="grid gap-4">
        <h2 className="text-21 font-semibold">{w.line.heading}</h2>
        {view.opening ? (
          <p className="text-15">
            {w.line.opening}: {view.opening}
            {view.isAssumed ? <span className="text-ink-2"> · {advice.openingAssumed}</span> : null}
          </p>
        ) : null}
        {view.lines.map((line) => (
          <Line key={line.key} line={line}>
            {under?.(line)}
          </Line>
        ))}
      </section>

      {view.open.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-21 font-semibold">{w.line.open}</h2>
          <ul className="grid gap-3">
            {view.open.map(({ way, row, why, against }) => (
              <li key={way} className="text-15">
                <p>
                  <Link className="link font-semibold" to={row.href}>
                    {way}
                  </Link>
                  : {why}
                </p>
                <ul className="text-13 text-ink-2">
                  {against
                    .filter(({ reasons }) => reasons.length > 0)
                    .map(({ channel, href, reasons }) => (
                      <li key={href}>
                        <Link className="link" to={href}>
                          {channel}
                        </Link>
                        : {reasons.join(" ")}
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ) : null}

      <section className="grid gap-3">
        <h2 className="text-21 font-semibold">{w.fees.heading}</h2>
        {view.costs ? <CostsTable costs={view.costs} /> : <p className="text-15 text-ink-2">{w.fees.noBand}</p>}
        <p className="text-13 text-ink-2">{w.fees.indicative(formatDay(view.ratesOn, lang))}</p>
      </section>

      <section className="grid gap-4">
        <h2 className="text-21 font-semibold">{w.cash.heading}</h2>
        {view.cash.length > 0 ? (
          view.cash.map((cash) => <CashChart key={cash.channel} cash={cash} />)
        ) : (
          <p className="text-15 text-ink-2">{w.cash.unknown}</p>
        )}
      </section>

      {view.whatIf.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-21 font-semibold">{w.line.whatIf}</h2>
          <Claims claims={view.whatIf} className="grid gap-1 text-15" />
        </section>
      ) : null}
    </div>
  );
}

function Line({ line, children }: { line: LineView; children?: ReactNode }) {
  const w = useWords(words);
  return (
    <Card
      level={3}
      title={
        <>
          <Link className="link" to={line.href}>
            {line.channel}
          </Link>{" "}
          · {line.country} · <span className="num">{line.currency}</span>
        </>
      }
      footer={children}
    >
      <div className="grid gap-3 text-15">
        <ul className="grid gap-2">
          {line.methods.map((method) => (
            <li key={method.key} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[1fr_auto]">
              <span>
                <Link className="link" to={method.href}>
                  {method.name}
                </Link>
                <span className="ml-2 text-13 text-ink-2">
                  <code className="font-mono">{method.key}</code> <CopyButton text={method.key} of={w.line.key} />
                </span>
              </span>
              <span className="num sm:text-right">{method.price}</span>
              <span className="text-13 text-ink-2">
                {method.hasSandbox ? w.line.sandbox.yes : w.line.sandbox.no} ·{" "}
                {method.canRefund ? w.line.refund.yes : w.line.refund.no}
              </span>
            </li>
          ))}
        </ul>
        {line.quoteNote ? <p className="whitespace-pre-line">{line.quoteNote}</p> : null}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-13">
          <dt className="text-ink-2">{w.line.opening}</dt>
          <dd>{line.opening}</dd>
          <dt className="text-ink-2">{w.line.settlement}</dt>
          <dd>{line.settlement}</dd>
          <dt className="text-ink-2">{w.line.reserve}</dt>
          <dd>{line.reserve}</dd>
        </dl>
        {line.reasons.length > 0 ? (
          <div>
            <h4 className="text-13 font-semibold text-ink-2">{w.line.conditions}</h4>
            <Claims claims={line.reasons} />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
