import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/auth/index.server.ts";
import { readCase } from "#app/engine/index.server.ts";
import { isId } from "#app/platform/ids.ts";

/** The receipt: number and reply-by time of each case that the inquiry became. @throws 404 for cases that are not the viewer's */
export async function loadSent({ request, context: { platform } }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requireViewer(platform, request);
  const asked = new URL(request.url).searchParams.getAll("case").slice(0, 2);
  const ids = asked.filter((id) => isId(id) && viewer.caseIds.includes(id));
  const views = await Promise.all(ids.map((id) => readCase(platform, id)));
  const cases = views.flatMap((view) =>
    view
      ? {
          id: view.id,
          publicId: view.publicId,
          replyBy: view.promises.find((promise) => promise.delay === "replyDue")?.dueAt.toISOString() ?? null,
        }
      : [],
  );
  if (cases.length === 0) throw new Response(null, { status: 404 });
  return { cases };
}
