import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { Table } from "#app/ui/table.tsx";
import type { DocField, DocOperation, docsOf } from "./docs.server.ts";
import { words } from "./words.ts";

const example = (publicUrl: string) => `curl ${publicUrl}/api/v1/referrals \\
  -H "Authorization: Bearer gw_partner_…" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: shop-1042" \\
  -d '{
    "reference": "shop-1042",
    "prefill": {
      "company_name": "Acme Tea",
      "service_url": "https://acme-tea.example",
      "contact_email": "lee@acme-tea.example"
    }
  }'`;

const answered = (publicUrl: string) => `201 Created
{
  "id": "RF-7K3MQ2ZP",
  "kind": "invitation",
  "reference": "shop-1042",
  "created_at": "2026-11-23T01:00:00.000Z",
  "expires_at": "2026-12-07T01:00:00.000Z",
  "stage": "invited",
  "since": "2026-11-23T01:00:00.000Z",
  "channels_open": 0,
  "link": "${publicUrl}/join/…"
}`;

/** The API for those who build against it. */
export function DocsPage({ publicUrl, operations, stages, errors }: ReturnType<typeof docsOf>) {
  const w = useWords(words).docs;
  const stageNames: Readonly<Record<string, string>> = w.stageNames;
  return (
    <PublicShell width="wide">
      <div className="grid gap-10">
        <header className="grid gap-3">
          <h1 className="text-28 font-semibold">{w.title}</h1>
          <p className="max-w-[42rem] text-ink-2">{w.lead}</p>
          <p>
            <a className="link" href="/api/v1/openapi.json">
              {w.document}
            </a>
          </p>
        </header>
        <Section title={w.start}>
          <ol className="grid gap-1 pl-5 [list-style:decimal]">
            {w.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Code label={w.example} text={example(publicUrl)} />
          <Code label={`${w.example}: ${w.answers}`} text={answered(publicUrl)} />
        </Section>
        <Section title={w.privacy}>
          <p className="max-w-[42rem]">{w.privacyText}</p>
        </Section>
        <Section title={w.rules}>
          <DataList
            items={[
              { label: w.rateTitle, value: w.rate },
              { label: w.idempotencyTitle, value: w.idempotency },
              { label: w.pagesTitle, value: w.pages },
              { label: w.keysTitle, value: w.keys },
              { label: w.versionTitle, value: w.version },
            ]}
          />
        </Section>
        <Section title={w.calls}>
          {operations.map((operation) => (
            <Call key={operation.id} operation={operation} />
          ))}
        </Section>
        <Section title={w.stages}>
          <DataList items={stages.map((stage) => ({ label: <code>{stage}</code>, value: stageNames[stage] }))} />
        </Section>
        <Section title={w.errors}>
          <p>{w.errorsText}</p>
          <DataList
            items={errors.map(({ code, status, detail }) => ({
              label: (
                <span id={code} className="scroll-mt-8">
                  <span className="num">{status}</span> <code>{code}</code>
                </span>
              ),
              value: detail,
            }))}
          />
        </Section>
      </div>
    </PublicShell>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-4">
      <h2 className="text-21 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Code({ label, text }: { label: string; text: string }) {
  return (
    // Wider than a phone: whoever uses the keyboard has to be able to push it sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard alone only with it (WCAG 2.1.1).
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-md bg-sunk px-4 py-3">
      <pre translate="no" className="font-mono text-13">
        {text}
      </pre>
    </section>
  );
}

function Call({ operation }: { operation: DocOperation }) {
  const w = useWords(words).docs;
  const { id, method, path, scope, summary, query, sends, answers, problems } = operation;
  return (
    <Card
      id={id}
      level={3}
      title={
        <span className="break-all">
          <code className="font-mono">
            {method} {path}
          </code>
        </span>
      }
    >
      <div className="grid gap-5">
        <p>
          {summary} · {w.scope} <code>{scope}</code>
        </p>
        <Fields title={w.query} of={`${method} ${path}`} fields={query} />
        <Fields title={w.sends} of={`${method} ${path}`} fields={sends} showsRequired />
        <Fields title={w.answers} of={`${method} ${path}`} fields={answers} />
        <p className="text-15 text-ink-2">
          {w.errors}:{" "}
          {problems.map((code, place) => (
            <span key={code}>
              {place > 0 ? ", " : ""}
              <a className="link" href={`#${code}`}>
                {code}
              </a>
            </span>
          ))}
        </p>
      </div>
    </Card>
  );
}

interface FieldsProps {
  title: string;
  /** Tells tables of one title apart, to those who cannot see where they stand. */
  of: string;
  fields: DocField[];
  showsRequired?: boolean;
}

function Fields({ title, of, fields, showsRequired }: FieldsProps) {
  const w = useWords(words).docs;
  if (fields.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h4 className="text-15 font-semibold text-ink-2">{title}</h4>
      <Table
        caption={`${of}: ${title}`}
        rows={fields}
        rowKey={({ name }) => name}
        columns={[
          {
            key: "name",
            label: w.field,
            cell: ({ name, isRequired }) => (
              <>
                <code className="font-mono text-13">{name}</code>
                {showsRequired && isRequired ? <span className="text-13 text-ink-2"> {w.required}</span> : null}
              </>
            ),
          },
          {
            key: "kind",
            label: w.kind,
            from: "md",
            cell: ({ kind }) => <span className="block max-w-64 text-13 whitespace-normal">{kind}</span>,
          },
          {
            key: "meaning",
            label: w.meaning,
            cell: ({ meaning }) => <span className="block whitespace-normal">{meaning}</span>,
          },
        ]}
      />
    </div>
  );
}
