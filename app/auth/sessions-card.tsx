import { Form } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Status } from "#app/ui/status.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { SessionLine } from "./account.server.ts";
import { words } from "./account-words.ts";
import { browserName } from "./browser-name.ts";

/** Where somebody is signed in, each to be ended by itself. */
export function SessionsCard({ sessions, isDone }: { sessions: readonly SessionLine[]; isDone?: boolean }) {
  const w = useWords(words).account;
  return (
    <Card title={w.sessions}>
      <div className="grid gap-4">
        <p className="text-15 text-ink-2">{w.sessionsWhy}</p>
        {isDone ? (
          <Notice tone="done" live>
            {w.done}
          </Notice>
        ) : null}
        <ul className="divide-y divide-line">
          {sessions.map(({ id, userAgent, since, seenAt, isThisOne }) => {
            const browser = browserName(userAgent) ?? w.unknownBrowser;
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="grid gap-1">
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {browser}
                    {isThisOne ? <Status tone="done">{w.thisOne}</Status> : null}
                  </p>
                  <p className="text-13 text-ink-2">
                    {w.seen} <DateTime at={seenAt} /> · {w.since} <DateTime at={since} />
                  </p>
                </div>
                {isThisOne ? null : (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="intent" value="endSession" />
                    <Button type="submit" size="s" name="id" value={id}>
                      {w.signOut}
                      <VisuallyHidden> {browser}</VisuallyHidden>
                    </Button>
                  </Form>
                )}
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="endSession" />
            <Button type="submit" name="id" value="others">
              {w.signOutOthers}
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
}
