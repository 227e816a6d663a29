import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Once } from "#app/ui/once.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import type { Line } from "./checklist.server.ts";
import { identifierWords } from "./identifier-words.ts";
import { OwnersFound } from "./owners-found.tsx";
import type { Revealed } from "./review.server.ts";
import { reviewWords } from "./review-words.ts";
import type { SavedAccount, SavedBusiness, SavedPeople } from "./saved.ts";
import { words } from "./words.ts";

/** The merchant's newest answers, with what is masked left out. */
export interface Shown {
  business: SavedBusiness | null;
  people: SavedPeople | null;
  account: SavedAccount | null;
  /** Country names by code, in the language of the page. */
  countries: Record<string, string>;
}

/** One form's answers as they were saved. */
export function DataOf({ item, shown, revealed }: { item: string; shown: Shown; revealed: Revealed | null }) {
  if (item === "data:business")
    return shown.business ? <BusinessData business={shown.business} countries={shown.countries} /> : null;
  if (item === "data:people")
    return shown.people ? <PeopleData people={shown.people} countries={shown.countries} revealed={revealed} /> : null;
  return shown.account ? <AccountData account={shown.account} countries={shown.countries} revealed={revealed} /> : null;
}

function Doubts({ of }: { of: { field: string; why: string }[] }) {
  const said: Readonly<Record<string, string>> = useWords(words).doubts;
  const labels: Readonly<Record<string, { label: string }>> = useWords(identifierWords);
  if (of.length === 0) return null;
  return (
    <Notice tone="wait">
      <ul className="grid gap-1">
        {of.map(({ field, why }) => (
          <li key={`${field}/${why}`}>
            {labels[field] ? `${labels[field].label}: ` : ""}
            {said[why] ?? why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function BusinessData({
  business: { data, doubts },
  countries,
}: {
  business: SavedBusiness;
  countries: Shown["countries"];
}) {
  const w = useWords(reviewWords);
  const f = w.fields;
  const goods = useWords(words).business.goods;
  const labels: Readonly<Record<string, { label: string }>> = useWords(identifierWords);
  return (
    <div className="grid gap-4">
      <Doubts of={doubts} />
      <DataList
        items={[
          { label: f.legalName, value: data.legalName },
          { label: f.legalNameEn, value: data.legalNameEn },
          ...(data.tradeName ? [{ label: f.tradeName, value: data.tradeName }] : []),
          { label: f.country, value: countries[data.country] ?? data.country },
          ...data.numbers.map(({ kind, value }) => ({
            label: labels[kind]?.label ?? kind,
            value: <span className="num">{value}</span>,
          })),
          { label: f.incorporatedOn, value: <span className="num">{data.incorporatedOn}</span> },
          { label: f.registeredAddress, value: data.registeredAddress },
          ...(data.registeredAddressEn ? [{ label: f.registeredAddressEn, value: data.registeredAddressEn }] : []),
          ...(data.tradingAddress ? [{ label: f.tradingAddress, value: data.tradingAddress }] : []),
          { label: f.phone, value: <span className="num">{data.phone}</span> },
          // A link that somebody typed is text here: the site room visits it behind its guard.
          { label: f.website, value: data.website },
          { label: f.whatIsSold, value: data.whatIsSold },
          { label: f.goods, value: goods[data.goods] },
          { label: f.deliveryDays, value: w.days(data.deliveryDays) },
          {
            label: f.monthlySalesUsd,
            value: <span className="num">USD {data.monthlySalesUsd.toLocaleString("en")}</span>,
          },
        ]}
      />
    </div>
  );
}

function PeopleData({
  people,
  countries,
  revealed,
}: {
  people: SavedPeople;
  countries: Shown["countries"];
  revealed: Revealed | null;
}) {
  const f = useWords(reviewWords).fields;
  const w = useWords(words).people;
  const holder = (of: string) =>
    of === "merchant" ? w.sharesOf.merchant : (people.companies[Number(of)]?.name ?? "?");
  const share = (held: { share?: number; sharesOf: string }) =>
    held.share === undefined ? null : `${held.share} % · ${holder(held.sharesOf)}`;
  return (
    <div className="grid gap-5">
      <OwnersFound {...people} />
      {people.people.map((one) => (
        <section key={one.id} className="grid gap-2">
          <h3 className="text-15 font-semibold">
            {one.name} · {one.nameLatin}
          </h3>
          <DataList
            items={[
              { label: f.roles, value: one.offices.map((office) => w.offices.options[office]).join(", ") },
              { label: f.bornOn, value: <span className="num">{revealed?.bornOn[one.id] ?? "••••-••-••"}</span> },
              {
                label: f.nationality,
                value: `${countries[one.nationality] ?? one.nationality}, ${countries[one.residence] ?? one.residence}`,
              },
              { label: f.idType, value: w.idType.options[one.idType] },
              { label: f.share, value: share(one) },
            ]}
          />
        </section>
      ))}
      {people.companies.map((one) => (
        <section key={one.id} className="grid gap-2">
          <h3 className="text-15 font-semibold">{one.name}</h3>
          <DataList
            items={[
              { label: f.country, value: countries[one.country] ?? one.country },
              { label: f.share, value: share(one) },
            ]}
          />
        </section>
      ))}
    </div>
  );
}

function AccountData({
  account,
  countries,
  revealed,
}: {
  account: SavedAccount;
  countries: Shown["countries"];
  revealed: Revealed | null;
}) {
  const f = useWords(reviewWords).fields;
  return (
    <div className="grid gap-4">
      <Doubts of={account.doubts} />
      <DataList
        items={[
          { label: f.holder, value: account.holder },
          { label: f.bank, value: account.bank },
          { label: f.country, value: countries[account.country] ?? account.country },
          { label: f.currency, value: account.currency },
          { label: f.number, value: <span className="num">{revealed?.number ?? `•••• ${account.tail}`}</span> },
          ...(account.bic ? [{ label: f.bic, value: account.bic }] : []),
          ...(account.routing ? [{ label: f.routing, value: account.routing }] : []),
          ...(account.branchAddress ? [{ label: f.branchAddress, value: account.branchAddress }] : []),
          ...(account.intermediary ? [{ label: f.intermediary, value: account.intermediary }] : []),
        ]}
      />
    </div>
  );
}

/** Which form's masked answers belong beside a paper. */
const maskedBeside = (line: Line | null): string | null => {
  if (!line) return null;
  if (line.id === "data:people" || line.personId !== null) return "data:people";
  return line.id === "data:settlementAccount" || line.about === "bankbookCopy" || line.about === "bankLetter"
    ? "data:settlementAccount"
    : null;
};

interface CompareProps {
  shown: Shown;
  selected: Line | null;
  canReveal: boolean;
  formKey: string;
  revealed: Revealed | null;
}

/** What the open paper has to agree with; masked parts open with a reason, which is recorded. */
export function CompareCard({ shown, selected, canReveal, formKey, revealed }: CompareProps) {
  const w = useWords(reviewWords);
  const masked = maskedBeside(selected);
  const isForm = selected?.kind === "data";
  if (isForm && !(masked && canReveal && !revealed)) return null;
  return (
    <Card title={isForm ? w.masked : w.compare}>
      <div className="grid gap-4">
        {isForm ? null : masked ? (
          <DataOf item={masked} shown={shown} revealed={revealed} />
        ) : shown.business ? (
          <DataOf item="data:business" shown={shown} revealed={null} />
        ) : null}
        {masked && canReveal && !revealed ? (
          <Form method="post" preventScrollReset className="grid justify-items-start gap-3">
            <Once value={formKey} />
            <input type="hidden" name="_intent" value="reveal" />
            <input type="hidden" name="item" value={masked} />
            <Field
              name="reason"
              label={w.revealReason}
              hint={w.revealHint}
              type="select"
              value="compare"
              options={Object.entries(w.revealReasons).map(([value, label]) => ({ value, label }))}
            />
            <SubmitButton tone="plain" size="s">
              {w.reveal}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
