import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Font, renderToBuffer } from "@react-pdf/renderer";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { createElement } from "react";
import { caseAndCard, namesOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { localDay } from "#workflows/calendar/index.ts";
import { type PaperBody, ProposalPaper } from "./paper.tsx";
import { bookOfVersion, readVersions } from "./store.server.ts";
import { proposalView } from "./view.server.ts";

// Pretendard JP sets Korean, kana, Han, Latin and Vietnamese in one face; the plain Pretendard has no Han characters.
const type = join(
  dirname(createRequire(import.meta.url).resolve("pretendard-jp/package.json")),
  "dist/public/static/alternative",
);
Font.register({
  family: "Pretendard",
  fonts: [
    { src: join(type, "PretendardJP-Regular.ttf"), fontWeight: 400 },
    { src: join(type, "PretendardJP-SemiBold.ttf"), fontWeight: 600 },
  ],
});
// Korean is broken between words like everything else; without this the library hyphenates it as if it were English.
Font.registerHyphenationCallback((word) => [word]);

const ZONE = "Asia/Seoul";

export const renderProposal = (body: PaperBody): Promise<Buffer> =>
  renderToBuffer(createElement(ProposalPaper, { body }) as Parameters<typeof renderToBuffer>[0]);

/** A version as a file, in the language of whoever asks. The caller has seen to it that they may. @throws 404 when there is none */
export async function proposalPdf(
  args: Pick<LoaderFunctionArgs, "request" | "context">,
  caseId: string,
): Promise<Response> {
  const { platform } = args.context;
  const [{ view, card }, versions, lang] = await Promise.all([
    caseAndCard(args.context, caseId),
    readVersions(platform.pool, caseId),
    langOf(args.request),
  ]);
  const wanted = Number(new URL(args.request.url).searchParams.get("version") ?? 0);
  const shown = wanted ? versions.find((one) => one.version === wanted) : versions[0];
  if (!shown) throw new Response(null, { status: 404 });
  const [book, names] = await Promise.all([bookOfVersion(platform, shown), namesOf(platform.pool, [shown.sentBy])]);
  const { facts, proposal, choices } = shown.content;
  const pdf = await renderProposal({
    lang,
    publicId: view.publicId,
    merchant: card?.merchantName ?? view.publicId,
    advisor: names.get(shown.sentBy) ?? "",
    version: shown.version,
    sentOn: localDay(shown.sentAt, ZONE),
    validUntilOn: localDay(shown.validUntil, ZONE),
    message: choices.message,
    view: proposalView(book, facts, proposal, lang),
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="proposal-${view.publicId}-${shown.version}.pdf"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
