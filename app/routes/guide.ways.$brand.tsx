import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BrandPage } from "#app/catalogue/brand-page.tsx";
import { brandGuide } from "#app/catalogue/guide.server.ts";
import { catalogueAt } from "#app/catalogue/index.server.ts";
import { words } from "#app/catalogue/words.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(words, (w, brand: Awaited<ReturnType<typeof loader>> | undefined) => ({
  title: brand?.name ?? w.guide.title,
  description: brand?.about,
}));

export async function loader({ request, params, context: { platform } }: LoaderFunctionArgs) {
  const [book, lang] = await Promise.all([catalogueAt(platform, platform.now()), langOf(request)]);
  const brand = brandGuide(book, params.brand ?? "", lang);
  if (!brand) throw new Response(null, { status: 404 });
  return brand;
}

export default function BrandRoute() {
  return <BrandPage {...useLoaderData<typeof loader>()} />;
}
