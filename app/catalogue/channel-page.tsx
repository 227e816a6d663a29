import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import type { channelGuide } from "./guide.server.ts";
import { MethodFacts } from "./method-facts.tsx";
import { words } from "./words.ts";

/** A channel: where, in what money, how it is set up, and what to know before. */
export function ChannelPage({
  channel,
  children,
}: {
  channel: NonNullable<ReturnType<typeof channelGuide>>;
  /** What other rooms say of it. */
  children?: ReactNode;
}) {
  const w = useWords(words);
  const c = w.channel;
  const countries: ReactNode = channel.countries.length
    ? channel.countries.map(({ code, name }, place) => (
        <span key={code}>
          {place > 0 ? ", " : ""}
          <Link className="link" to={`/guide/${code}`}>
            {name}
          </Link>
        </span>
      ))
    : w.guide.anywhere;
  return (
    <div className="grid gap-8">
      <header className="grid gap-2">
        <p className="text-15">
          <Link className="link" to="/guide">
            {w.guide.back}
          </Link>
        </p>
        <h1 className="text-28 font-semibold">{channel.name}</h1>
        <p>{channel.about}</p>
        <p className="flex flex-wrap items-center gap-2 text-15">
          <code className="font-mono">{channel.key}</code>
          <CopyButton text={channel.key} of={w.method.channelKey} />
        </p>
      </header>
      <section className="grid gap-3">
        <h2 className="text-21 font-semibold">{c.about}</h2>
        <DataList
          items={[
            { label: c.serviceLabel, value: c.serviceType[channel.serviceType] },
            { label: c.consoleLabel, value: c.console[channel.console] },
            { label: c.countries, value: countries },
            { label: c.currencies, value: channel.currencies?.join(", ") ?? w.yesNo.unknown },
            { label: c.sandbox, value: w.yesNo[channel.sandbox] },
            { label: c.recurring, value: w.yesNo[channel.recurring] },
            { label: c.preScreen, value: w.yesNo[channel.preScreen] },
            ...(channel.koreanOnly ? [{ label: c.koreanOnly, value: w.yesNo.yes }] : []),
            { label: c.webhook, value: c.webhooks[channel.webhook] },
            { label: c.buyer, value: channel.buyer?.join(", ") ?? c.buyerUnknown },
          ]}
        />
      </section>
      <section className="grid gap-3">
        <h2 className="text-21 font-semibold">{c.constraints}</h2>
        {channel.constraints.length === 0 ? <p className="text-ink-2">{c.noConstraints}</p> : null}
        {channel.constraints.map(({ group, sentences }) => (
          <div key={group}>
            <h3 className="text-15 font-semibold text-ink-2">{c.constraintAbout[group]}</h3>
            <ul className="list-disc pl-5">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      {children}
      <section className="grid gap-3">
        <h2 className="text-21 font-semibold">
          {c.credentials}
          {channel.scope ? <span className="ml-2 text-15 font-normal text-ink-2">{c.scope[channel.scope]}</span> : null}
        </h2>
        {channel.credentials === null ? (
          <p className="text-ink-2">{c.credentialsUnknown}</p>
        ) : (
          <ul className="grid gap-1">
            {channel.credentials.map(({ field, label, isSecret, hint }) => (
              <li key={field} className="text-15">
                <span className="font-mono">{label}</span>
                {isSecret ? <span className="ml-2 text-13 text-ink-2">{c.secret}</span> : null}
                {hint ? <span className="ml-2 text-13 text-ink-2">{hint}</span> : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-1">
        <h2 className="text-21 font-semibold">{c.methods}</h2>
        {channel.methods.length === 0 ? <p className="text-ink-2">{c.noMethods}</p> : null}
        {channel.methods.map((method) => (
          <MethodFacts key={method.key} method={method} buyerSaid={channel.buyer} />
        ))}
      </section>
    </div>
  );
}
