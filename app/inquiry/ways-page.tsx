import { useWords } from "#app/i18n/use-words.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { type FormValues, usePlainForm } from "#app/ui/form/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { SectionAnswer, SectionPage } from "./section.server.ts";
import { SectionForm } from "./section-form.tsx";
import { words } from "./words.ts";

export interface WayOption {
  brand: string;
  name: string;
  /** In the country's own script, where that differs. */
  local: string;
  about: string;
  psps: number;
}

export interface CountryWays {
  country: string;
  name: string;
  ways: WayOption[];
}

const SHOWN = 8;
const schema = () => import("./inquiry.schema.ts").then((module) => module.Ways);

/** Country by country, the ways people pay there, most widely sold first. */
export function WaysPage({
  page,
  countries,
  posted,
}: {
  page: SectionPage;
  countries: CountryWays[];
  posted?: SectionAnswer;
}) {
  const w = useWords(words);
  const { onSubmit, field, errors } = usePlainForm({
    schema,
    values: posted?.values ?? page.values,
    errors: posted?.errors,
    problems: w.problems,
  });
  if (countries.length === 0) {
    return (
      <div className="grid gap-6">
        <h1 className="text-28 font-semibold">{w.ways.question}</h1>
        <EmptyState title={w.ways.none} action={<LinkButton to="/inquiry">{w.ways.noneAction}</LinkButton>} />
      </div>
    );
  }
  return (
    <SectionForm
      section="ways"
      version={posted?.version ?? page.version}
      conflicts={posted?.conflicts ?? []}
      errors={errors}
      onSubmit={onSubmit}
      question={w.ways.question}
      hint={w.ways.hint}
      labels={Object.fromEntries(countries.map(({ country, name }) => [country, name]))}
    >
      {countries.map((country, place) => (
        <Country
          key={country.country}
          country={country}
          place={place}
          chosen={chosenOf(posted?.values ?? page.values, country.country)}
          field={field}
        />
      ))}
    </SectionForm>
  );
}

interface CountryProps {
  country: CountryWays;
  place: number;
  chosen: ReadonlySet<string>;
  field: ReturnType<typeof usePlainForm>["field"];
}

function Country({ country, place, chosen, field }: CountryProps) {
  const w = useWords(words).ways;
  const { onChange, onBlur, inputRef: _ref, value: _value, error, id } = field(`wishes.${place}.brands`);
  const first = country.ways.slice(0, SHOWN);
  const more = country.ways.slice(SHOWN);
  const row = (way: WayOption, isFirst: boolean) => (
    <WayRow
      key={way.brand}
      id={isFirst ? id : `${id}-${way.brand}`}
      name={`wishes.${place}.brands`}
      way={way}
      isChosen={chosen.has(way.brand)}
      onChange={onChange}
      onBlur={onBlur}
    />
  );
  return (
    <fieldset
      className="grid min-w-0 gap-2 border-t border-line pt-6"
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="float-left w-full text-21 font-semibold">{country.name}</legend>
      {error ? (
        <p id={`${id}-error`} className="tone-problem text-15 text-tone">
          {error}
        </p>
      ) : null}
      <input type="hidden" name={`wishes.${place}.country`} value={country.country} />
      <ul className="grid gap-1">{first.map((way, at) => row(way, at === 0))}</ul>
      {more.length > 0 ? (
        <details open={more.some((way) => chosen.has(way.brand))}>
          <summary className="min-h-6 cursor-pointer py-2 text-15 text-accent">{w.more(more.length)}</summary>
          <ul className="grid gap-1">{more.map((way) => row(way, false))}</ul>
        </details>
      ) : null}
      <Checkbox label={w.suggest} hint={w.suggestHint} {...field(`wishes.${place}.suggest`)} />
    </fieldset>
  );
}

interface RowProps {
  id: string;
  name: string;
  way: WayOption;
  isChosen: boolean;
  onChange?: React.ChangeEventHandler<HTMLInputElement>;
  onBlur?: React.FocusEventHandler<HTMLInputElement>;
}

function WayRow({ id, name, way, isChosen, onChange, onBlur }: RowProps) {
  const w = useWords(words).ways;
  return (
    <li>
      <label
        htmlFor={id}
        className="flex min-h-11 cursor-pointer items-start gap-3 rounded-md px-2 py-2 hover:bg-sunk has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        <input
          id={id}
          type="checkbox"
          name={name}
          value={way.brand}
          defaultChecked={isChosen}
          onChange={onChange}
          onBlur={onBlur}
          className="mt-1 size-5 shrink-0 accent-accent outline-none"
        />
        <span className="grid min-w-0 flex-1">
          <span className="text-17">
            {way.name}
            {way.local ? <span className="ml-2 text-15 text-ink-2">{way.local}</span> : null}
          </span>
          <span className="text-15 text-ink-2">{way.about}</span>
        </span>
        <span className="num shrink-0 pt-1 text-13 text-ink-2">{w.psps(way.psps)}</span>
      </label>
    </li>
  );
}

function chosenOf(values: FormValues, country: string): ReadonlySet<string> {
  const wishes = Array.isArray(values.wishes) ? values.wishes : [];
  const wish = wishes.find(
    (one): one is FormValues => typeof one === "object" && !Array.isArray(one) && one?.country === country,
  );
  const brands = wish?.brands;
  return new Set(typeof brands === "string" ? [brands] : Array.isArray(brands) ? brands.map(String) : []);
}
