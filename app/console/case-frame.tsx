import { useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { CaseHeader, Refused } from "#app/cases/index.ts";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { cx } from "#app/ui/cx.ts";
import { formatInstant } from "#app/ui/format/time.ts";
import { Notice } from "#app/ui/notice.tsx";
import { DecisionPane, type DecisionPaneProps } from "./decision-pane.tsx";
import { StepsPane } from "./steps-pane.tsx";
import { words } from "./words.ts";

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
      <CaseHeader of={workspace} name={workspace.name} status={workspace.status} />
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
        <div className={isWide ? "max-w-xl lg:col-start-2" : "lg:sticky lg:top-4"}>
          <DecisionPane {...pane} />
        </div>
      </div>
    </div>
  );
}
