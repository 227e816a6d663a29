import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import type { brandGuide } from "./guide.server.ts";
import { MethodFacts } from "./method-facts.tsx";
import { words } from "./words.ts";

/** A way to pay: where it is known, what it is called there, and every channel that sells it, country by country. */
export function BrandPage(brand: NonNullable<ReturnType<typeof brandGuide>>) {
  const w = useWords(words);
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <p className="text-15">
          <Link className="link" to="/guide">
            {w.guide.back}
          </Link>
        </p>
        <h1 className="text-28 font-semibold">
          {brand.name} {brand.local ? <span className="text-21 font-normal text-ink-2">{brand.local}</span> : null}
        </h1>
        <p>
          {brand.about} {w.country.soldBy(brand.channels)}
        </p>
      </header>
      {brand.places.map(({ code, name, methods }) => (
        <section key={code} id={code} className="grid scroll-mt-6 gap-1">
          <h2 className="text-21 font-semibold">
            <Link className="link" to={`/guide/${code}#${brand.id}`}>
              {name}
            </Link>
          </h2>
          <div>
            {methods.map((method) => (
              <MethodFacts key={method.key} method={method} withChannel anchor={`${code}-${method.key}`} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
