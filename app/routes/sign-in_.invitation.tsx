import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { acceptInvitation, invitationOf, sendCode, viewerOf, withNext } from "#app/auth/index.server.ts";
import { words } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.invitation.title }));

const tokenOf = (request: Request) => new URL(request.url).searchParams.get("token");

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const [invitation, viewer] = await Promise.all([
    invitationOf(platform, tokenOf(request)),
    viewerOf(platform, request),
  ]);
  if (!invitation) return { invitation: null, account: null };
  const { invitedBy, caseName, email } = invitation;
  const account = viewer ? (viewer.email === email ? "theirs" : "another") : "none";
  return { invitation: { invitedBy, caseName, email }, account };
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const token = tokenOf(request);
  const [invitation, viewer] = await Promise.all([invitationOf(platform, token), viewerOf(platform, request)]);
  const here = `/sign-in/invitation?token=${encodeURIComponent(token ?? "")}`;
  if (!invitation) return redirect(here);
  if (viewer) {
    const caseId = await acceptInvitation(platform, token, viewer);
    return redirect(caseId ? `/cases/${caseId}` : here);
  }
  const sent = await sendCode(platform, { email: invitation.email, lang: await langOf(request), request, ip });
  // A code that is on its way already is as good as a new one.
  return redirect(withNext("/sign-in/code", here), sent.ok ? { headers: sent.headers } : undefined);
}

export default function InvitationPage() {
  const { invitation, account } = useLoaderData<typeof loader>();
  const w = useWords(words).invitation;
  return (
    <PublicShell>
      {invitation ? (
        <div className="grid max-w-md gap-6">
          <h1 className="text-28 font-semibold">{w.title}</h1>
          <p>{w.what(invitation.invitedBy, invitation.caseName)}</p>
          {account === "another" ? (
            <Notice tone="problem">{w.otherAccount(invitation.email)}</Notice>
          ) : (
            <Form method="post" className="grid gap-4">
              {account === "none" ? <p className="text-ink-2">{w.sendTo(invitation.email)}</p> : null}
              <div>
                <SubmitButton>{account === "none" ? w.send : w.join}</SubmitButton>
              </div>
            </Form>
          )}
        </div>
      ) : (
        <div className="grid gap-6">
          <h1 className="text-28 font-semibold">{w.over}</h1>
          <p className="text-ink-2">{w.overWhy}</p>
          <div>
            <LinkButton to="/cases">{w.toCases}</LinkButton>
          </div>
        </div>
      )}
    </PublicShell>
  );
}
