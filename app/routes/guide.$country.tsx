import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CountryPage } from "#app/catalogue/country-page.tsx";
import { countryGuide } from "#app/catalogue/guide.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { words } from "#app/catalogue/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w, country: Awaited<ReturnType<typeof loader>> | undefined) => ({
  title: country ? w.country.title(country.name) : w.guide.title,
  description: w.guide.description,
}));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const [book, lang] = await Promise.all([catalogueAt(platform, platform.now()), langOf(request)]);
  const country = countryGuide(book, params.country ?? "", lang);
  if (!country) throw new Response(null, { status: 404 });
  return country;
}

export default function CountryRoute() {
  return <CountryPage {...useLoaderData<typeof loader>()} />;
}
