import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { words } from "../words.ts";
import { CredentialFields } from "./credential-fields.tsx";
import { Intent, type Page, type Posted } from "./parts.tsx";

/** The choice of test credentials: a pair of ours at once, or the PSP's own beside it. */
export function TestSetUp({ page, posted }: { page: Page; posted: Posted }) {
  const w = useWords(words).setUp;
  return (
    <Card title={w.title} tone="act">
      <div className="grid gap-6">
        <p>{w.intro}</p>
        <div className="grid gap-2">
          <p className="text-15 text-ink-2">{w.sandboxWhy}</p>
          <Intent intent="sandbox" label={w.sandbox} formKey={page.formKey} tone="primary" />
        </div>
        {page.specs.length > 0 ? <OwnCredentials page={page} posted={posted} /> : null}
      </div>
    </Card>
  );
}

function OwnCredentials({ page, posted }: { page: Page; posted: Posted }) {
  const all = useWords(words);
  const w = all.setUp;
  const isWrong = page.specs.some(({ key }) => posted?.errors[`fields.${key}`]);
  return (
    <details open={isWrong} className="grid gap-4 border-t border-line pt-4">
      <summary className="cursor-pointer font-semibold">{w.own}</summary>
      <div className="mt-4 grid gap-4">
        <p className="text-15 text-ink-2">{w.ownWhy}</p>
        <Intent intent="own" label={w.ownSave} formKey={page.formKey}>
          <CredentialFields
            specs={page.specs}
            typed={(posted?.values.fields ?? {}) as Record<string, string>}
            errors={posted?.errors ?? {}}
            secret={w.secret}
            problems={all.problems}
          />
        </Intent>
      </div>
    </details>
  );
}

/** The keys in force, masked. */
export function TestKeys({ page }: { page: Page }) {
  const w = useWords(words).keys;
  const { credentials } = page.test;
  if (!credentials) return null;
  return (
    <Card title={w.title}>
      <div className="grid gap-4">
        <DataList
          items={[
            {
              label: w.client,
              value: <code className="font-mono">{credentials.clientKey}</code>,
              action: <CopyButton text={credentials.clientKey} of={w.client} />,
            },
            { label: w.secret, value: <code className="font-mono">{credentials.secret}</code> },
            ...credentials.fields.map(({ label, shown }) => ({
              label,
              value: <code className="font-mono break-all">{shown}</code>,
            })),
          ]}
        />
        {page.phase === "testing" ? (
          <details>
            <summary className="cursor-pointer text-15 underline underline-offset-4">{w.again}</summary>
            <div className="mt-3 grid gap-3">
              <p className="text-15 text-ink-2">{w.againWhy}</p>
              <Intent intent="sandbox" label={w.again} formKey={page.formKey} tone="danger" size="s" />
            </div>
          </details>
        ) : null}
      </div>
    </Card>
  );
}
