import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { Status } from "#app/ui/status.tsx";
import { livesInApp } from "./app-pictures.ts";
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

type Comparison = ShownReport["comparison"][number];

/** One place where the law wants the company's data: what stands there, held against what was filed where something was. */
function CompanyData({
  report,
  lines,
  shownOf,
}: {
  report: ShownReport;
  lines: readonly Comparison[];
  shownOf: (field: (typeof fields)[number]) => string | null;
}) {
  const w = useWords(words).report;
  const v = useWords(verdictWords);
  return (
    <DataList
      items={fields.map((field) => {
        const line = lines.find((one) => one.field === field);
        const value = shownOf(field);
        const isOwn = value !== null && value === report.business[field];
        const isWrong =
          isOwn &&
          ((field === "bizRegNo" && report.business.bizRegNoValid === false) ||
            (field === "phone" && report.business.phoneIsMobile === true));
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
  );
}

/** The company as the site shows it, at the foot and on the order page. */
export function CompanyCard({ report, children }: { report: ShownReport; children?: ReactNode }) {
  const w = useWords(words).report;
  const isApp = livesInApp(report.origin);
  const [site, order] = (["site", "checkout"] as const).map((where) =>
    report.comparison.filter((line) => line.where === where),
  ) as [Comparison[], Comparison[]];
  const place = order.find(({ url }) => url !== null)?.url;
  return (
    <Card title={w.company} level={3}>
      <p className="mb-3 text-15 text-ink-2 in-[.dense]:text-13">{isApp ? w.companyInApp : w.companyHint}</p>
      <CompanyData
        report={report}
        lines={site}
        // What was held against the papers is what is shown.
        shownOf={(field) => site.find((line) => line.field === field)?.onSite ?? report.business[field]}
      />
      {order.length > 0 ? (
        <div className="mt-5 grid gap-1">
          <h4 className="font-semibold">{w.companyAtCheckout}</h4>
          <p className="text-15 text-ink-2 in-[.dense]:text-13 wrap-anywhere">{place ?? w.companyAtCheckoutHint}</p>
          <CompanyData
            report={report}
            lines={order}
            shownOf={(field) => order.find((line) => line.field === field)?.onSite ?? null}
          />
        </div>
      ) : null}
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
