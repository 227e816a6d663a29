import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseAndCard, namesOf } from "#app/cases/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { printPaper } from "#app/platform/paper/print.server.ts";
import { localDay } from "#workflows/calendar/index.ts";
import type { PaperBody } from "./paper.tsx";
import { bookOfVersion, readVersions } from "./store.server.ts";
import { proposalView } from "./view.server.ts";

const ZONE = "Asia/Seoul";

export const renderProposal = (body: PaperBody): Promise<Buffer> =>
  printPaper({ module: "#app/proposal/paper.tsx", name: "ProposalPaper", props: { body } });

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
