import { Link } from "@remix-run/react";
import { useWords } from "../../i18n/use-words.ts";
import { LinkButton } from "../link-button.tsx";
import { PublicShell } from "../shell/public-shell.tsx";
import { JourneySample } from "./journey-sample.tsx";
import { SixSteps } from "./six-steps.tsx";
import { words } from "./words.ts";

/** What Gangway does, for somebody tired, on a phone. */
export function FrontPage() {
  const w = useWords(words);
  return (
    <PublicShell width="full">
      <section className="mx-auto grid w-full max-w-5xl items-center gap-x-16 gap-y-12 px-5 pt-8 pb-16 sm:pt-16 lg:grid-cols-[minmax(0,1fr)_22rem] lg:pb-24">
        <div>
          <h1 className="text-28 font-bold">
            {w.heading.map((line) => (
              <span key={line} className="block">
                {line}{" "}
              </span>
            ))}
          </h1>
          <p className="mt-4 max-w-[34rem] text-17 text-ink-2">{w.lead}</p>
          <div className="mt-8 grid gap-3 sm:flex sm:items-center sm:gap-6">
            <LinkButton to="/inquiry" tone="primary" wide>
              {w.start}
            </LinkButton>
            <Link to="/sign-in" className="link inline-flex min-h-11 items-center justify-center text-15">
              {w.signIn}
            </Link>
          </div>
          <p className="mt-3 max-w-[30rem] text-15 text-ink-2">{w.startNote}</p>
        </div>
        <JourneySample />
      </section>
      <SixSteps />
      <section className="mx-auto w-full max-w-5xl px-5 pt-16">
        <h2 className="text-21">{w.factsTitle}</h2>
        <dl className="mt-6 grid gap-8 sm:grid-cols-3">
          {Object.values(w.facts).map(({ title, text }) => (
            <div key={title} className="border-t-2 border-ink pt-3">
              <dt className="text-17 font-semibold">{title}</dt>
              <dd className="mt-1 text-15 text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-12 grid gap-4 border-t border-line pt-6 sm:flex sm:items-center sm:justify-between sm:gap-12">
          <p className="text-15 text-ink-2">
            <span className="font-semibold text-ink">{w.ready}</span> {w.readyText}
          </p>
          <LinkButton to="/inquiry" tone="primary" wide className="shrink-0">
            {w.start}
          </LinkButton>
        </div>
      </section>
    </PublicShell>
  );
}
