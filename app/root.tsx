import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, type MetaFunction, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import type { ReactNode } from "react";
import { viewerOf } from "#app/auth/index.server.ts";
import { langCookie, langOf } from "#app/i18n/lang.server.ts";
import { LangContext } from "#app/i18n/lang-context.ts";
import { ErrorPage, errorTitle } from "#app/ui/error-page.tsx";
import fonts from "#app/ui/fonts.css?url";
import { useNonce } from "#app/ui/nonce.tsx";
import { type RootData, useRootData } from "#app/ui/root-data.ts";
// Not by address: Tailwind writes what each build uses, and only the browser's build counts.
import "#app/ui/theme.css";
import { themeOf } from "#app/ui/theme.server.ts";
import { Toaster } from "#app/ui/toaster.tsx";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "stylesheet", href: fonts },
];

export const meta: MetaFunction<typeof loader> = ({ data, error }) => [{ title: errorTitle(error, data?.lang) }];

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const [lang, theme, viewer] = await Promise.all([langOf(request), themeOf(request), viewerOf(platform, request)]);
  const root: RootData = {
    lang,
    theme,
    viewer: viewer && { name: viewer.name, email: viewer.email, kind: viewer.kind },
    mode: platform.config.mode,
  };
  // A link from a mail says its language; the pages behind it keep it.
  const isAsked = new URL(request.url).searchParams.get("lang") === lang;
  return data(root, isAsked ? { headers: { "Set-Cookie": await langCookie(lang) } } : undefined);
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData();
  const nonce = useNonce();
  const lang = root?.lang ?? "ko";
  return (
    <html lang={lang} data-theme={root?.theme === "auto" ? undefined : root?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fafbfa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1615" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <LangContext.Provider value={lang}>
          {children}
          <Toaster />
        </LangContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export const ErrorBoundary = ErrorPage;
