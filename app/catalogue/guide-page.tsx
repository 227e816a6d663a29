import { Form, Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { buttonClass } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import type { guideIndex } from "./guide.server.ts";
import { words } from "./words.ts";

/** Everything that is sold, to be found by country, by way to pay, by channel, by key. */
export function GuidePage({
  edition,
  counts,
  text,
  found,
  countries,
  anywhere,
  channels,
}: ReturnType<typeof guideIndex>) {
  const w = useWords(words).guide;
  const regions = [...new Set(countries.map(({ region }) => region))];
  return (
    <div className="grid gap-10">
      <header className="grid gap-2">
        <h1 className="text-28 font-semibold">{w.title}</h1>
        <p className="num text-ink-2">{w.lead(counts.countries, counts.methods, counts.channels)}</p>
      </header>
      <Form method="get" role="search" className="grid max-w-[42rem] items-end gap-3 sm:grid-cols-[1fr_auto]">
        <Field
          name="q"
          label={w.search}
          hint={w.searchHint}
          value={text}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className={buttonClass("primary")}>
          {w.find}
        </button>
      </Form>
      {found ? (
        <section aria-live="polite" className="grid gap-3">
          <h2 className="num text-21 font-semibold">{w.found(found.length)}</h2>
          {found.length === 0 ? <p className="text-ink-2">{w.nothing}</p> : null}
          <ul className="grid gap-1 sm:grid-cols-2">
            {found.map(({ kind, name, hint, href }) => (
              <li key={kind + href}>
                <Link
                  to={href}
                  className="flex min-h-11 items-center justify-between gap-3 rounded-md px-2 py-1 hover:bg-sunk"
                >
                  <span className="break-all">{name}</span>
                  <span className="text-right text-13 text-ink-2">{hint}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="grid gap-4">
        <h2 className="text-21 font-semibold">{w.countries}</h2>
        <p>
          <Link className="link" to="/guide/WORLD">
            {w.anywhere}
          </Link>{" "}
          <span className="num text-13 text-ink-2">{w.ways(anywhere)}</span>
        </p>
        {regions.map((region) => (
          <div key={region} className="grid gap-1">
            <h3 className="text-13 font-semibold text-ink-2">{w.regions[region]}</h3>
            <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {countries
                .filter((country) => country.region === region)
                .map(({ code, name, local, ways }) => (
                  <li key={code}>
                    <Link
                      to={`/guide/${code}`}
                      className="flex min-h-11 items-center justify-between gap-3 rounded-md px-2 hover:bg-sunk"
                    >
                      <span>
                        {name} <span className="text-13 text-ink-2">{local}</span>
                      </span>
                      <span className="num text-13 text-ink-2">{w.ways(ways)}</span>
                    </Link>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </section>
      <section className="grid gap-3">
        <h2 className="text-21 font-semibold">{w.channels}</h2>
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {channels.map(({ key, name, about }) => (
            <li key={key}>
              <Link to={`/guide/channels/${key}`} className="grid min-h-11 rounded-md px-2 py-2 hover:bg-sunk">
                <span>{name}</span>
                <span className="text-13 text-ink-2">{about}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <p className="num text-13 text-ink-2">{w.edition(edition)}</p>
    </div>
  );
}
