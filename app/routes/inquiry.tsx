import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InquiryLayout } from "#app/inquiry/layout.tsx";
import { briefly, loadDraft } from "#app/inquiry/section.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { draft, book, lang, viewer } = await loadDraft(args);
  return { brief: briefly(book, draft?.answers ?? {}, lang), signedIn: viewer !== null };
}

export default function InquiryRoute() {
  return <InquiryLayout {...useLoaderData<typeof loader>()} />;
}
