import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { ConsoleView } from "#app/ui/gallery/console-view.tsx";
import { KitView } from "#app/ui/gallery/kit-view.tsx";
import { MerchantView } from "#app/ui/gallery/merchant-view.tsx";
import { words } from "#app/ui/gallery/words.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.title }));

/** `?view=merchant` and `?view=console` show whole pages; nothing of it exists in production. */
export function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  if (platform.config.mode === "production") throw new Response(null, { status: 404 });
  return { view: new URL(request.url).searchParams.get("view") };
}

export default function Gallery() {
  const { view } = useLoaderData<typeof loader>();
  if (view === "merchant") return <MerchantView />;
  if (view === "console") return <ConsoleView />;
  return (
    <PublicShell>
      <KitView />
    </PublicShell>
  );
}
