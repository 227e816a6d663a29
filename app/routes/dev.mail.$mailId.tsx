import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { devLetter, onlyInDevelopment } from "#app/mail/dev-mailbox.server.ts";
import { words } from "#app/mail/words.ts";
import { isId } from "#app/platform/ids.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { DateTime } from "#app/ui/date-time.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.dev.title }));

/** Addresses in a letter's text, so that a developer can follow them: the frame with the letter is sandboxed and cannot. */
const linksIn = (text: string): string[] => [...new Set(text.match(/https?:\/\/[^\s)\]>]+/g) ?? [])];

export async function loader({ params, context: { platform } }: LoaderFunctionArgs) {
  onlyInDevelopment(platform);
  const letter = isId(params.mailId) ? await devLetter(platform, params.mailId) : null;
  if (!letter) throw new Response(null, { status: 404 });
  const { html: _html, ...rest } = letter;
  return { ...rest, links: linksIn(letter.text) };
}

export default function DevLetterPage() {
  const letter = useLoaderData<typeof loader>();
  const w = useWords(words);
  return (
    <PublicShell width="page">
      <div className="grid gap-6">
        <header className="grid gap-2">
          <Link className="link text-13" to="/dev/mail">
            {w.back}
          </Link>
          <h1 className="text-21 font-semibold">{letter.subject}</h1>
        </header>
        <DataList
          items={[
            { label: w.to, value: letter.to },
            { label: w.when, value: <DateTime at={letter.sentAt} format="full" /> },
          ]}
        />
        <ul className="grid gap-2">
          {letter.links.map((href) => (
            <li key={href}>
              <a className="link break-all" href={href}>
                {href}
              </a>
            </li>
          ))}
        </ul>
        <iframe
          title={w.asHtml}
          sandbox=""
          src={`/dev/mail/${letter.id}/html`}
          className="h-[40rem] w-full rounded-md border border-line bg-sheet"
        />
        <details>
          <summary className="cursor-pointer text-ink-2">{w.asText}</summary>
          <pre className="mt-4 whitespace-pre-wrap font-mono text-13">{letter.text}</pre>
        </details>
      </div>
    </PublicShell>
  );
}
