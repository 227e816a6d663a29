import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Status } from "#app/ui/status.tsx";
import { consoleWords } from "../console-words.ts";
import type { SubMerchants } from "../sub-merchants.server.ts";

/** One sub-merchant an approval currency: which there have to be, under whom, and which ids the PSP has given. */
export function SubMerchantsCard({ master, rows }: SubMerchants) {
  const w = useWords(consoleWords).subMerchants;
  const lang = useLang();
  const { partner } = master;
  return (
    <Card title={w.title}>
      <div className="grid gap-3">
        <p className="text-15 text-ink-2">{rows.length > 1 ? w.several(rows.length) : w.one}</p>
        <p className="text-15">
          {w.master}: <strong>{master.name}</strong>
          {master.key ? <span className="num"> ({master.key})</span> : null}
          {partner ? ` · ${lang === "ko" ? partner.nameKo : partner.nameEn}` : null}
        </p>
        <ul className="divide-y divide-line">
          {rows.map(({ currency, name, paymentIds, isThis }) => (
            <li key={currency} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span>
                <span className="num font-semibold">{currency}</span> {rows.length > 1 ? name : null}
                {isThis ? <span className="text-13 text-ink-2"> {w.thisOne}</span> : null}
              </span>
              {paymentIds.length > 0 ? (
                <span className="num flex flex-wrap items-center gap-2">
                  {paymentIds.join(", ")}
                  <CopyButton text={paymentIds[0]!} of={`${w.id} ${currency}`} />
                </span>
              ) : (
                <Status tone="wait" bare>
                  {w.noId}
                </Status>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
