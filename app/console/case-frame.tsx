import { useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { CaseHeader, Refused } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { cx } from "#app/ui/cx.ts";
import { Since } from "#app/ui/due.tsx";
import { formatInstant } from "#app/ui/format/time.ts";
import { Notice } from "#app/ui/notice.tsx";
import { DecisionPane, type DecisionPaneProps } from "./decision-pane.tsx";
import { NextBar } from "./next-bar.tsx";
import { RiskMark } from "./risk-mark.tsx";
import { StepsPane } from "./steps-pane.tsx";
import { words } from "./words.ts";
import type { Workspace } from "./workspace.server.ts";

/**
 * What a page of a room may say about itself: `export const handle: CasePageHandle = { wide: true }` gives it the whole width; the
 * decision pane then stands below.
 */
export interface CasePageHandle {
  wide?: boolean;
}

/** Three panes: the steps, the thing under review, the decision. On a phone one below the other. */
export function CaseFrame({ children, ...pane }: DecisionPaneProps & { children: ReactNode }) {
  const { workspace, posted } = pane;
  const w = useWords(words).case;
  const lang = useLang();
  const isWide = useMatches().some(({ handle }) => (handle as CasePageHandle | undefined)?.wide);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <CaseHeader of={workspace} name={workspace.name} status={workspace.status}>
        <Glance of={workspace.glance} now={pane.now} />
      </CaseHeader>
      {workspace.hold ? (
        <Notice
          tone="wait"
          title={w.heldTitle}
          action={
            <span className="text-13 text-ink-2">
              {[workspace.hold.by, formatInstant(workspace.hold.at, lang, "short")].filter(Boolean).join(", ")}
            </span>
          }
        >
          <p className="whitespace-pre-line">{workspace.hold.reason}</p>
        </Notice>
      ) : null}
      <Refused reasons={posted?.refused} />
      <div
        className={cx(
          "grid grid-cols-[minmax(0,1fr)] gap-5 lg:items-start",
          isWide ? "lg:grid-cols-[12rem_minmax(0,1fr)]" : "lg:grid-cols-[12rem_minmax(0,1fr)_18rem]",
        )}
      >
        <div className="lg:sticky lg:top-4">
          <StepsPane workspace={workspace} />
        </div>
        <div className="min-w-0">{children}</div>
        <NextBar tasks={workspace.tasks} now={pane.now} />
        <div
          className={
            isWide ? "max-w-xl lg:col-start-2" : "lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
          }
        >
          <DecisionPane {...pane} />
        </div>
      </div>
    </div>
  );
}

/** One line that tells this case from the next: where it sells, whose it is, how risky, how old. */
function Glance({ of: { countries, advisor, risk, openedAt }, now }: { of: Workspace["glance"]; now: string }) {
  const w = useWords(words);
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 text-13 text-ink-2">
      {countries.length > 0 ? <span>{countries.join(", ")}</span> : null}
      <span>
        {w.queue.advisor} {advisor ?? w.queue.nobody}
      </span>
      <span className="inline-flex items-baseline gap-1.5">
        {w.queue.riskOf} <RiskMark band={risk} />
      </span>
      <span>
        {w.overview.opened} <Since at={openedAt} now={now} />
      </span>
    </p>
  );
}
