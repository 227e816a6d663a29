import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CodeForm } from "#app/auth/code-form.tsx";
import {
  acceptInvitation,
  awaitedCode,
  homeOf,
  nextOf,
  sendCode,
  verifyCode,
  viewerOf,
  withNext,
} from "#app/auth/index.server.ts";
import { Code } from "#app/auth/sign-in.schema.ts";
import { words } from "#app/auth/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { parseForm } from "#app/ui/form/index.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.code.title }));

/** Where the asking page wanted to go, and the way back to the first step. */
const ways = (request: Request) => {
  const next = nextOf(request, "/");
  return { next, first: withNext("/sign-in", next) };
};

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const { first } = ways(request);
  const viewer = await viewerOf(platform, request);
  if (viewer) return redirect(nextOf(request, homeOf(viewer)));
  const awaited = await awaitedCode(platform, request);
  return awaited ? { ...awaited, first } : redirect(first);
}

export async function action({ request, context: { platform, ip } }: ActionFunctionArgs) {
  const { next, first } = ways(request);
  const posted = await request.formData();
  const awaited = await awaitedCode(platform, request);
  if (!awaited) return redirect(first);
  const { email } = awaited;

  if (posted.get("intent") === "resend") {
    const sent = await sendCode(platform, { email, lang: await langOf(request), request, ip });
    if (!sent.ok) return data({ errors: { code: sent.problem }, resent: false }, 429);
    return data({ errors: undefined, resent: true }, { headers: sent.headers });
  }
  const form = parseForm(Code, posted, { forget: ["code"] });
  if (!form.ok) return data({ errors: form.errors, resent: false }, 422);
  const who = await verifyCode(platform, { email, code: form.value.code, request, ip });
  if (!who.ok) return data({ errors: { code: who.problem }, resent: false }, 422);
  return redirect(await after(platform, next, who.userId), { headers: who.headers });
}

/** Whoever came by an invitation has accepted it with the code. */
async function after(platform: Parameters<typeof acceptInvitation>[0], next: string, userId: string): Promise<string> {
  const { pathname, searchParams } = new URL(next, "https://gangway.invalid");
  if (pathname !== "/sign-in/invitation") return next === "/" ? "/cases" : next;
  const caseId = await acceptInvitation(platform, searchParams.get("token"), { userId });
  return caseId ? `/cases/${caseId}` : "/cases";
}

export default function CodePage() {
  const { email, resendInSeconds, first } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  const w = useWords(words).code;
  return (
    <PublicShell>
      <div className="grid max-w-md gap-8">
        <header className="grid gap-2">
          <h1 className="text-28 font-semibold">{w.title}</h1>
          <p className="text-ink-2">{w.sentTo(email)}</p>
        </header>
        {posted?.resent ? (
          <Notice tone="done" live>
            {w.resent}
          </Notice>
        ) : null}
        <CodeForm errors={posted?.errors} resendInSeconds={posted?.resent ? 60 : resendInSeconds} />
        <p className="border-t border-line pt-6 text-15">
          <Link to={first} className="link">
            {w.other}
          </Link>
        </p>
      </div>
    </PublicShell>
  );
}
