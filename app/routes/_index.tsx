import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { homeOf, viewerOf } from "#app/auth/index.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { FrontPage } from "#app/ui/front/front-page.tsx";
import { words } from "#app/ui/front/words.ts";

export const meta = pageMeta(words, ({ title, description }) => ({ title, description }));

/** Whoever is signed in has better things to see: the own case, the own desk. */
export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  const viewer = await viewerOf(platform, request);
  return viewer ? redirect(homeOf(viewer)) : null;
}

export default FrontPage;
