import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { factorsOf, nextOf, renewBackupCodes, requireFresh, requireStaff } from "#app/auth/index.server.ts";
import { words } from "#app/auth/words.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.backup.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const { viewer } = await requireStaff(platform, request);
  const { backupCodesLeft } = await factorsOf(platform, viewer.userId);
  return { left: backupCodesLeft, next: nextOf(request, "/console") };
}

export async function action({ request, context: { platform } }: ActionFunctionArgs) {
  const { viewer } = await requireStaff(platform, request);
  requireFresh(platform, request, viewer);
  return data({ codes: await renewBackupCodes(platform, viewer.userId) });
}

export default function BackupCodesPage() {
  const { left, next } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const w = useWords(words).backup;
  return (
    <PublicShell>
      <div className="grid max-w-md gap-6">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.title}</h1>
          <p className="text-ink-2">{w.why}</p>
        </header>
        {made ? (
          <>
            <Notice tone="act" live>
              {w.shown}
            </Notice>
            <ol
              translate="no"
              className="num grid gap-x-6 gap-y-2 rounded-md border border-line bg-sheet p-5 font-mono text-15 sm:grid-cols-2"
            >
              {made.codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ol>
            <div>
              <LinkButton to={next} tone="primary">
                {w.goOn}
              </LinkButton>
            </div>
          </>
        ) : (
          <>
            <p>{w.left(left)}</p>
            {left > 0 ? <Notice>{w.again}</Notice> : null}
            <Form method="post" className="flex flex-wrap gap-3">
              <SubmitButton>{w.make}</SubmitButton>
              <LinkButton to={next} tone="quiet">
                {w.later}
              </LinkButton>
            </Form>
          </>
        )}
      </div>
    </PublicShell>
  );
}
