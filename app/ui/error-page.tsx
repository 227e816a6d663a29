import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useWords } from "../i18n/use-words.ts";
import type { Lang } from "../i18n/words.ts";
import { LinkButton } from "./link-button.tsx";
import { useRootData } from "./root-data.ts";
import { PublicShell } from "./shell/public-shell.tsx";
import { words } from "./shell/words.ts";

type Kind = 404 | 403 | 500;

const kindOf = (error: unknown): Kind => {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return status === 403 ? 403 : status >= 400 && status < 500 ? 404 : 500;
};

/** The title of the tab; plain "Gangway" where nothing went wrong. */
export const errorTitle = (error: unknown, lang: Lang = "ko"): string =>
  error ? `${words[lang].errors[kindOf(error)].title} · Gangway` : "Gangway";

/** What a route may hand along when it throws `data({ reference }, 500)`: the request's id in the log. */
const referenceOf = (error: unknown): string | null => {
  const said: unknown = isRouteErrorResponse(error) ? error.data : null;
  return typeof said === "object" && said !== null && "reference" in said ? String(said.reference) : null;
};

/** What happened, what is kept, what to do: for everything that ends a page. The `ErrorBoundary` of the root, and of whoever wants the same. */
export function ErrorPage() {
  const error = useRouteError();
  const kind = kindOf(error);
  const w = useWords(words).errors;
  const root = useRootData();
  const { pathname, search } = useLocation();
  const reference = referenceOf(error);
  const home = root?.viewer ? (root.viewer.kind === "staff" ? "/console" : "/cases") : "/";
  return (
    <PublicShell>
      <p className="num text-13 font-semibold text-ink-2">{kind}</p>
      <h1 className="mt-2 text-28">{w[kind].title}</h1>
      <div className="mt-4 grid gap-2 text-17 text-ink-2">
        <p>{w[kind].what}</p>
        <p>{w[kind].kept}</p>
      </div>
      {reference ? (
        <p className="mt-4 text-15 text-ink-2">
          {w.reference}: <code className="num font-mono select-all">{reference}</code>
        </p>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-3">
        {kind === 500 ? (
          <LinkButton tone="primary" to={pathname + search} reloadDocument>
            {w.retry}
          </LinkButton>
        ) : null}
        <LinkButton tone={kind === 500 ? "plain" : "primary"} to={home}>
          {w.home}
        </LinkButton>
      </div>
      {root?.mode === "development" && error instanceof Error ? (
        <pre className="mt-8 overflow-x-auto rounded-md bg-sunk p-4 font-mono text-13">{error.stack}</pre>
      ) : null}
    </PublicShell>
  );
}
