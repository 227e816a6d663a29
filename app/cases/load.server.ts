import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "#app/auth/index.server.ts";
import { type CaseView, readCase } from "#app/engine/index.server.ts";
import { type CaseCard, readCard } from "./card.server.ts";
import { onceARequest } from "./once-a-request.server.ts";

type Args = Pick<LoaderFunctionArgs, "request" | "params" | "context">;

/** Who of the team looks at which case; 404 for everybody else. Read once a request. */
export const memberOf = ({ request, params, context }: Args) =>
  onceARequest(context, `member/${params.caseId}`, () => requireMember(context.platform, request, params.caseId));

/** A case and its card. Whoever calls has been let in already. @throws a 404 Response when there is none of that id */
export const caseAndCard = (
  context: Args["context"],
  caseId: string,
): Promise<{ view: CaseView; card: CaseCard | null }> =>
  onceARequest(context, `case/${caseId}`, async () => {
    const { platform } = context;
    const [view, card] = await Promise.all([readCase(platform, caseId), readCard(platform.pool, caseId)]);
    if (!view) throw new Response(null, { status: 404 });
    return { view, card };
  });
