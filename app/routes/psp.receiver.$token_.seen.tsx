import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { isToken, receiptsOf, receiverOf } from "#app/psp/index.server.ts";
import { SeenPage } from "#app/psp/seen-page.tsx";
import { words } from "#app/psp/words.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.seen.title }));

export async function loader({ params, context: { platform } }: LoaderFunctionArgs) {
  const receiver = isToken(params.token) ? await receiverOf(platform, params.token) : null;
  if (!receiver) throw new Response(null, { status: 404 });
  return { receipts: await receiptsOf(platform, receiver.id) };
}

export default function SeenRoute() {
  return (
    <PublicShell width="wide">
      <SeenPage {...useLoaderData<typeof loader>()} />
    </PublicShell>
  );
}
