import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import type { loadSent } from "./sent.server.ts";
import { words } from "./words.ts";

export function SentPage({ cases }: Awaited<ReturnType<typeof loadSent>>) {
  const w = useWords(words).sent;
  return (
    <PublicShell>
      <div className="grid gap-6">
        <h1 className="text-28 font-semibold">{w.title}</h1>
        {cases.length > 1 ? <p>{w.two}</p> : null}
        {cases.map(({ id, publicId, replyBy }) => (
          <Card key={id} tone="act">
            <div className="grid gap-3">
              <p className="text-15 text-ink-2">
                {w.receipt} <span className="num font-semibold text-ink">{publicId}</span>
              </p>
              {replyBy ? (
                <p>
                  {w.promise}: <DateTime at={replyBy} format="full" />
                </p>
              ) : null}
              <div>
                <LinkButton to={`/cases/${id}`} tone={cases.length === 1 ? "primary" : "plain"}>
                  {w.open}
                </LinkButton>
              </div>
            </div>
          </Card>
        ))}
        <p className="text-15 text-ink-2">{w.mail}</p>
      </div>
    </PublicShell>
  );
}
