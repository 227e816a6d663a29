import { useState } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Choice } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { type FormValues, usePlainForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { SearchList } from "#app/ui/search-list.tsx";
import type { VolumeBandId } from "#workflows/proposal/volume-bands.ts";
import type { BandAmounts } from "./band-amounts.server.ts";
import type { SectionAnswer, SectionPage } from "./section.server.ts";
import { SectionForm } from "./section-form.tsx";
import { TradeVerdicts } from "./trade-verdicts.tsx";
import type { TradeVerdict } from "./trades.server.ts";
import { words } from "./words.ts";

export interface TradeOption {
  id: string;
  name: string;
  alsoFoundBy: string;
}

const schema = () => import("./inquiry.schema.ts").then((module) => module.Sales);
const options = <T extends Record<string, string>>(labels: T) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

interface Props {
  page: SectionPage;
  trades: TradeOption[];
  likely: { id: string; name: string }[];
  verdicts: TradeVerdict[];
  bands: BandAmounts;
  /** The merchant's own currency, once it is known where it is. */
  own: string | null;
  posted?: SectionAnswer;
}

export function SalesPage({ page, trades, likely, verdicts, bands, own, posted }: Props) {
  const w = useWords(words);
  const s = w.sales;
  const [found, setFound] = useState({ likely, verdicts });
  const values: FormValues = { ticketCurrency: "KRW", ...page.values, ...posted?.values };
  const [settlement, setSettlement] = useState(String(values.settlement ?? ""));
  const currencies = [...new Set([own ?? "", settlement])].filter((currency) => currency in bands.amounts);
  const { onSubmit, field, errors } = usePlainForm({ schema, values, errors: posted?.errors, problems: w.problems });
  return (
    <SectionForm
      section="sales"
      version={posted?.version ?? page.version}
      conflicts={posted?.conflicts ?? []}
      errors={errors}
      onSubmit={onSubmit}
      onAnswer={(answer) => setFound({ likely: answer.trades, verdicts: answer.verdicts })}
      question={s.question}
      labels={{ band: s.band, ticket: s.ticket, mode: s.mode, goods: s.goods, selling: s.selling, trades: s.trades }}
    >
      <Choice
        legend={s.band}
        hint={currencies.length > 0 ? `${s.bandHint} ${s.ratesOn(bands.ratesOn)}` : s.bandHint}
        options={Object.entries(s.bands).map(([value, label]) => ({
          value,
          label,
          hint: currencies
            .map((currency) => s.bandIn(currency, bands.amounts[currency]?.[value as VolumeBandId] ?? ""))
            .join(" · "),
        }))}
        {...field("band")}
      />
      <div className="grid items-end gap-4 sm:grid-cols-[2fr_1fr]">
        <Field label={s.ticket} hint={s.ticketHint} type="number" optional {...field("ticket")} />
        <Field
          label={s.ticketCurrency}
          type="select"
          options={["KRW", "USD", "JPY"].map((code) => ({ value: code, label: code }))}
          {...field("ticketCurrency")}
        />
      </div>
      <Choice legend={s.mode} hint={s.modeHint} options={options(s.modes)} columns={3} {...field("mode")} />
      <Choice legend={s.goods} options={options(s.goodsKinds)} columns={3} {...field("goods")} />
      <Field label={s.selling} hint={s.sellingHint} type="textarea" rows={3} maxLength={500} {...field("selling")} />
      {found.likely.length > 0 ? (
        <Notice tone="info" live title={s.tradeHits}>
          <p>{found.likely.map(({ name }) => name).join(", ")}</p>
          <p className="text-ink-2">{s.tradeHitsHint}</p>
        </Notice>
      ) : null}
      {found.verdicts.length > 0 ? <TradeVerdicts verdicts={found.verdicts} /> : null}
      <details open={Array.isArray(values.trades) && values.trades.length > 0 ? true : undefined}>
        <summary className="min-h-6 cursor-pointer text-17 font-semibold">{s.trades}</summary>
        <div className="mt-2">
          <SearchList
            legend={s.trades}
            hideLegend
            hint={s.tradesHint}
            options={trades.map(({ id, name, alsoFoundBy }) => ({ value: id, label: name, alsoFoundBy }))}
            {...field("trades")}
          />
        </div>
      </details>
      <Choice legend={s.delivery} options={options(s.deliveries)} columns={2} {...field("delivery")} />
      {/* The bands above follow what is chosen here. */}
      <div onChange={(event) => setSettlement((event.target as HTMLSelectElement).value)}>
        <Field
          label={s.settlement}
          type="select"
          options={options(s.settlements)}
          width="half"
          {...field("settlement")}
        />
      </div>
    </SectionForm>
  );
}
