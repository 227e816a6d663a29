import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { Status } from "#app/ui/status.tsx";
import type { ShownCheck, ShownReport } from "./shown.server.ts";
import { words } from "./words.ts";
import { said, verdictWords } from "./words-of-verdicts.ts";

const fields = ["companyName", "representative", "bizRegNo", "address", "phone", "mailOrderNo"] as const;
const outcomeTone = {
  same: "done",
  different: "problem",
  missing: "problem",
  mobile: "problem",
  notAsked: "closed",
} as const;

/** The company as the site shows it, held against what was filed where something was. */
export function CompanyCard({ report, children }: { report: ShownReport; children?: ReactNode }) {
  const w = useWords(words).report;
  const v = useWords(verdictWords);
  const compared = report.comparison.filter(({ where }) => where === "site");
  return (
    <Card title={w.company} level={3}>
      <p className="mb-3 text-15 text-ink-2 in-[.dense]:text-13">{w.companyHint}</p>
      <DataList
        items={fields.map((field) => {
          const line = compared.find((one) => one.field === field);
          const value = report.business[field];
          const isWrong =
            (field === "bizRegNo" && report.business.bizRegNoValid === false) ||
            (field === "phone" && report.business.phoneIsMobile === true);
          return {
            label: v.fields[field],
            value: value ?? <span className="text-ink-2">{w.nothing}</span>,
            hint:
              line && line.outcome !== "same" && line.expected
                ? `${w.onFile}: ${line.expected}`
                : field === "bizRegNo" && isWrong
                  ? w.invalid
                  : undefined,
            action:
              line && line.outcome !== "notAsked" ? (
                <Status tone={outcomeTone[line.outcome]} bare>
                  {v.outcomes[line.outcome]}
                </Status>
              ) : isWrong ? (
                <Status tone="problem" bare>
                  {field === "phone" ? v.outcomes.mobile : w.invalid}
                </Status>
              ) : undefined,
          };
        })}
      />
      {children ? <div className="mt-4">{children}</div> : null}
    </Card>
  );
}

/** What a reviewer or a card company would stumble over beside the four conditions. */
export function NoticesCard({ report }: { report: ShownReport }) {
  const w = useWords(words).report;
  const v = useWords(verdictWords);
  if (report.notices.length === 0) return null;
  return (
    <Card title={w.notices} level={3}>
      <ul className="grid gap-3 text-15 in-[.dense]:text-13">
        {report.notices.map(({ code, severity, quotes }) => (
          <li key={code} className="grid gap-1">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <Status tone={severity === "advice" ? "info" : severity === "blocks" ? "problem" : "act"} bare>
                {v.severities[severity]}
              </Status>
              <span>{said(v.notices, code)}</span>
            </div>
            {quotes.map(({ url, quote }) => (
              <blockquote
                key={`${url} ${quote}`}
                className="border-l-2 border-line pl-3 text-13 text-ink-2 wrap-anywhere"
              >
                {quote}
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Words that may mean restricted goods, with who would mind; for a person to confirm. */
export function RestrictedCard({ report }: { report: ShownReport }) {
  const w = useWords(words).report;
  const v = useWords(verdictWords);
  if (report.restricted.length === 0) return null;
  return (
    <Card title={w.restricted} level={3}>
      <ul className="grid gap-3 text-15 in-[.dense]:text-13">
        {report.restricted.map(({ category, lists, words: hits, quote }) => (
          <li key={category}>
            <p className="font-semibold">
              {said(v.categories, category)} <span className="font-normal text-ink-2">({hits.join(", ")})</span>
            </p>
            <p className="text-ink-2">
              {lists.map(({ psp, code }) => `${psp.replaceAll("_", " ")}: ${v.codes[code]}`).join(" · ")}
            </p>
            <blockquote className="border-l-2 border-line pl-3 text-13 text-ink-2 wrap-anywhere">{quote}</blockquote>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a scheduled look found changed. */
export function ChangesList({ diff }: { diff: NonNullable<ShownCheck["diff"]> }) {
  const w = useWords(words).diff;
  const v = useWords(verdictWords);
  return (
    <ul className="grid gap-1 text-15 in-[.dense]:text-13">
      {diff.map(({ what, name, from, to, worse }) => (
        <li key={`${what} ${name}`} className={worse ? "text-problem" : undefined}>
          {what === "requirement"
            ? w.requirement(said(v.requirements, name), said(v.verdicts, from ?? ""), said(v.verdicts, to ?? ""))
            : what === "pageGone"
              ? w.pageGone(name)
              : what === "field"
                ? w.field(said(v.fields, name), from ?? "–", to ?? "–")
                : w.products(from ?? "–", to ?? "–")}
        </li>
      ))}
    </ul>
  );
}
