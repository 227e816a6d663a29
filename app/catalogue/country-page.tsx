import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { countryGuide } from "./guide.server.ts";
import { MethodFacts } from "./method-facts.tsx";
import { words } from "./words.ts";

/** A country: how people pay there, and for each way the channels that sell it. */
export function CountryPage(country: NonNullable<ReturnType<typeof countryGuide>>) {
  const w = useWords(words);
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <p className="text-15">
          <Link className="link" to="/guide">
            {w.guide.back}
          </Link>
        </p>
        <h1 className="text-28 font-semibold">{w.country.title(country.name)}</h1>
        <p className="num text-ink-2">
          {w.country.lead([country.name, country.local].filter(Boolean).join(" "), country.currency, country.channels)}
        </p>
        {country.indexOnly.map((name) => (
          <p key={name} className="text-13 text-ink-2">
            {w.country.indexOnly(name)}
          </p>
        ))}
        <div>
          <LinkButton to={`/inquiry?country=${country.code}`}>{w.guide.start}</LinkButton>
        </div>
      </header>
      <nav aria-label={w.guide.brands} className="flex flex-wrap gap-x-4 gap-y-1 text-15">
        {country.ways.map(({ id, name }) => (
          <a key={id} className="link" href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      {country.ways.map(({ id, name, local, about, methods }) => (
        <section key={id} id={id} className="grid scroll-mt-6 gap-1">
          <h2 className="text-21 font-semibold">
            <Link className="link" to={`/guide/ways/${id}`}>
              {name}
            </Link>{" "}
            {local ? <span className="text-17 font-normal text-ink-2">{local}</span> : null}
          </h2>
          <p className="text-15 text-ink-2">
            {about} {w.country.soldBy(new Set(methods.map(({ channel }) => channel.key)).size)}
          </p>
          <div>
            {methods.map((method) => (
              <MethodFacts key={method.key} method={method} withChannel />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
