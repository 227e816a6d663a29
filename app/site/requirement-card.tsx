import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Status } from "#app/ui/status.tsx";
import type { ShownReport } from "./shown.server.ts";
import { words } from "./words.ts";
import { said, verdictWords } from "./words-of-verdicts.ts";

export const toneOf = { fulfilled: "done", not: "problem", unsure: "wait" } as const;

interface Props {
  result: ShownReport["requirements"][number];
  checkId: string;
  /** Where pictures are served: `/cases/…/site/shot`. */
  shots: string;
  /** A reviewer's word, which counts for more. */
  ruling?: { verdict: "fulfilled" | "not"; reason: string };
  /** Rule, version and confidence: for the reviewer. */
  exact?: boolean;
  /** Pictures of an app that are to show this condition. */
  pictures?: ReactNode;
  children?: ReactNode;
}

/** One condition: verdict, why, what was found and where, a picture of it, and how to mend it. Text and pictures only. */
export function RequirementCard({ result, checkId, shots, ruling, exact, pictures, children }: Props) {
  const w = useWords(words);
  const v = useWords(verdictWords);
  const { name, verdict, reason, fix, evidence, rule, confidence } = result;
  const standing = ruling?.verdict ?? verdict;
  return (
    <Card
      title={v.requirements[name]}
      level={3}
      aside={<Status tone={toneOf[standing]}>{v.verdicts[standing]}</Status>}
      id={name}
    >
      <div className="grid gap-4">
        {ruling ? (
          <div className="text-15">
            <p className="font-semibold">{w.report.ruled(v.verdicts[ruling.verdict])}</p>
            <p className="text-ink-2">{ruling.reason}</p>
          </div>
        ) : null}
        <p>{said(v.reasons, reason)}</p>
        {fix && standing !== "fulfilled" && said(v.fixes, fix) !== "" ? (
          <div>
            <p className="text-15 font-semibold">{w.report.fix}</p>
            <p className="text-15">{said(v.fixes, fix)}</p>
          </div>
        ) : null}
        {evidence.length > 0 ? (
          <figure className="grid gap-2">
            <figcaption className="text-13 text-ink-2">{w.report.quote}</figcaption>
            {evidence.map(({ url, quote, selector, shot }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be found twice, and the list has one order.
              <blockquote key={place} className="grid gap-1 border-l-2 border-line pl-3 text-15 wrap-anywhere">
                {quote === "" ? null : <p>{quote}</p>}
                <p className="text-13 text-ink-2">
                  {/^https?:\/\//.test(url) ? (
                    <a className="link" href={url} rel="noopener noreferrer nofollow" target="_blank">
                      {url}
                    </a>
                  ) : (
                    url
                  )}
                  {exact && selector ? <span className="font-mono"> {selector}</span> : null}
                </p>
                {shot ? (
                  <img
                    className="mt-1 w-full rounded-md border border-line"
                    src={`${shots}/${checkId}/${shot}`}
                    alt={`${w.report.picture}: ${quote.slice(0, 80)}`}
                    loading="lazy"
                  />
                ) : null}
              </blockquote>
            ))}
          </figure>
        ) : null}
        {pictures}
        {exact ? (
          <p className="text-13 text-ink-2 num">
            {rule} · {w.console.confidence(Math.round(confidence * 100))}
          </p>
        ) : null}
        {children}
      </div>
    </Card>
  );
}
