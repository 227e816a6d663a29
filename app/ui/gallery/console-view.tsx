import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../button.tsx";
import { Card } from "../card.tsx";
import { Field } from "../field.tsx";
import { ConsoleShell } from "../shell/console-shell.tsx";
import { Tabs } from "../tabs.tsx";
import { Timeline } from "../timeline.tsx";
import { exampleTimeline } from "./example.ts";
import { queueTable } from "./queue.tsx";
import { words } from "./words.ts";

/** A page of the console as it is meant to feel. */
export function ConsoleView() {
  const w = useWords(words);
  const rail = [
    {
      links: w.steps
        .slice(0, 4)
        .map((label, n) => ({ to: n ? `/console/${n}` : "/dev/ui", label, count: n * 4 || undefined })),
    },
    { label: w.people, links: w.steps.slice(4).map((label, n) => ({ to: `/console/x${n}`, label })) },
  ];
  const items = w.steps.map((label, n) => ({ id: String(n), label, hint: `GW-${n}`, group: w.title, to: "." }));
  return (
    <ConsoleShell rail={rail} palette={{ items }}>
      <h1 className="mb-2 text-21">{w.queue}</h1>
      <Tabs
        label={w.title}
        tabs={w.tabs.map((label, n) => ({ to: n ? `/dev/ui/${n}` : "/dev/ui", label, count: n * 3, end: true }))}
      />
      <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <Card flush>{queueTable(w, "-dueAt")}</Card>
        <div className="grid gap-4">
          <Card title={w.timeline[0]}>
            <Timeline entries={exampleTimeline(w)} />
          </Card>
          <Card title={w.ask}>
            <div className="grid gap-3">
              <Field name="reason" label={w.reason} type="textarea" rows={3} />
              <div className="flex gap-2">
                <Button tone="primary">{w.askButton}</Button>
                <Button>{w.later}</Button>
              </div>
            </div>
          </Card>
        </div>
      </div>
    </ConsoleShell>
  );
}
