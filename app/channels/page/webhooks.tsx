import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Field } from "#app/ui/field.tsx";
import { sentenceOf } from "#app/ui/form/index.ts";
import { Status } from "#app/ui/status.tsx";
import { Table } from "#app/ui/table.tsx";
import { webhookTypes } from "../webhooks/endpoint.schema.ts";
import { words } from "../words.ts";
import { Intent, type Page, type Posted } from "./parts.tsx";

const tones = { waiting: "wait", delivered: "done", dead: "problem" } as const;

/** Where the merchant's server is told, and what was told so far. */
export function Webhooks({ page, posted, world }: { page: Page; posted: Posted; world: "test" | "live" }) {
  const w = useWords(words).hooks;
  const environment = world === "live" ? "live" : "sandbox";
  const endpoints = page.endpoints.filter((endpoint) => endpoint.environment === environment);
  const abouts: Readonly<Record<string, string>> = w.abouts;
  const deliveries = page.deliveries.filter((delivery) => delivery.environment === environment);
  return (
    <Card title={w.title} id="webhooks">
      <div className="grid gap-6">
        <p className="text-15 text-ink-2">{w.intro}</p>
        <ul className="divide-y divide-line">
          {endpoints.map((endpoint) => (
            <li key={endpoint.id} className="grid gap-2 py-3 first:pt-0">
              <p className="font-semibold">{endpoint.isStandIn ? w.standIn : endpoint.name}</p>
              <p className="text-15 break-all text-ink-2">{endpoint.url}</p>
              <p className="text-15">
                <code className="font-mono">{endpoint.secret}</code>
              </p>
              {endpoint.olderUntil ? <p className="text-15 text-ink-2">{w.older}</p> : null}
              <div className="flex flex-wrap gap-2">
                <Intent
                  intent="pressTest"
                  label={w.test}
                  formKey={page.formKey}
                  values={{ endpointId: endpoint.id }}
                  size="s"
                />
                {endpoint.isStandIn ? null : (
                  <>
                    <Intent
                      intent="roll"
                      label={w.roll}
                      formKey={page.formKey}
                      values={{ endpointId: endpoint.id }}
                      size="s"
                    />
                    <Intent
                      intent="remove"
                      label={w.remove}
                      formKey={page.formKey}
                      values={{ endpointId: endpoint.id }}
                      size="s"
                      tone="danger"
                    />
                  </>
                )}
              </div>
            </li>
          ))}
        </ul>
        <NewEndpointForm page={page} posted={posted} environment={environment} />
        <div className="grid gap-3">
          <h3 className="text-17 font-semibold">{w.log}</h3>
          <Table
            caption={w.log}
            rows={deliveries}
            rowKey={({ id }) => id}
            empty={<EmptyState title={w.none}>{w.noneWhy}</EmptyState>}
            columns={[
              { key: "what", label: w.what, cell: ({ about, type }) => abouts[about] ?? type },
              {
                key: "to",
                label: w.to,
                cell: ({ endpoint, isStandIn }) => (isStandIn ? w.standIn : endpoint),
                from: "md",
              },
              {
                key: "state",
                label: w.state,
                cell: ({ state, lastStatus, lastError, attempts }) => (
                  <span className="grid gap-0.5">
                    <Status tone={tones[state]}>{w.states[state]}</Status>
                    <span className="text-13 text-ink-2">
                      {attempts > 0 ? `${lastStatus ?? (lastError ? w.noStatus : "")} · ${w.attempts(attempts)}` : null}
                    </span>
                  </span>
                ),
              },
              { key: "when", label: w.when, cell: ({ madeAt }) => <DateTime at={madeAt} /> },
              {
                key: "again",
                label: w.again,
                hideLabel: true,
                cell: ({ id }) => (
                  <Intent
                    intent="sendAgain"
                    label={w.again}
                    formKey={page.formKey}
                    values={{ deliveryId: id }}
                    size="s"
                  />
                ),
              },
            ]}
          />
        </div>
      </div>
    </Card>
  );
}

function NewEndpointForm({
  page,
  posted,
  environment,
}: {
  page: Page;
  posted: Posted;
  environment: "sandbox" | "live";
}) {
  const all = useWords(words);
  const w = all.hooks;
  const lang = useLang();
  const typed = (name: string) => posted?.values[name] as string | undefined;
  const wrong = (name: string) => {
    const key = posted?.errors[name];
    return key ? sentenceOf(key, lang, all.problems) : undefined;
  };
  return (
    <details open={Boolean(wrong("url") || wrong("name") || wrong("types"))}>
      <summary className="cursor-pointer text-15 font-semibold underline underline-offset-4">{w.add}</summary>
      <div className="mt-4">
        <Intent intent="newEndpoint" label={w.save} formKey={page.formKey} values={{ environment }}>
          <div className="grid w-full gap-4">
            <Field name="name" label={w.name} value={typed("name")} error={wrong("name")} maxLength={60} width="half" />
            <Field name="url" type="url" label={w.url} hint={w.urlHint} value={typed("url")} error={wrong("url")} />
            <Choice
              type="checkbox"
              name="types"
              legend={w.types}
              value={(posted?.values.types as string[] | undefined) ?? [...webhookTypes]}
              options={webhookTypes.map((type) => ({ value: type, label: w.typeNames[type] }))}
              error={wrong("types")}
            />
          </div>
        </Intent>
      </div>
    </details>
  );
}
