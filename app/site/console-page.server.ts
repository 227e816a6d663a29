import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { caseAndCard, namesOf } from "#app/cases/index.server.ts";
import { offersFor } from "#app/engine/index.server.ts";
import { isId, newId } from "#app/platform/ids.ts";
import { accessOf } from "./access.server.ts";
import { picturesOf } from "./app-pictures.server.ts";
import { askedBefore } from "./asked-before.ts";
import { checksOf } from "./checks.server.ts";
import { rulingsOf } from "./rulings.server.ts";
import { shownCheck, shownReport } from "./shown.server.ts";

const ASKED_HERE = new Set(["START_SITE_CHECK", "RULE_ON_SITE", "CONFIRM_SITE", "RETURN_SITE"]);

/** All that the reviewer's page of a site shows. */
export async function loadConsoleSite({
  request,
  params,
  context,
}: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { platform } = context;
  const { actor } = await requireStaff(platform, request);
  const { caseId } = params;
  if (!isId(caseId)) throw new Response(null, { status: 404 });
  const { view, card } = await caseAndCard(context, caseId);
  const { checkId, objected, failure, passed } = view.context.site;
  const [checks, pictures, rulings, access] = await Promise.all([
    checksOf(platform, caseId, 12),
    picturesOf(platform, caseId),
    rulingsOf(platform, caseId, checkId),
    accessOf(platform, caseId),
  ]);
  const names = await namesOf(platform.pool, [...new Set(rulings.map(({ ruledBy }) => ruledBy))]);
  const last = checks.find(({ report }) => report !== null);
  const running = checks.find(({ state }) => state === "running" || state === "waiting");
  return {
    caseId,
    state:
      view.states.find((leaf) => leaf.startsWith("application.site."))?.slice("application.site.".length) ??
      (passed ? "passed" : null),
    objected,
    failure,
    running: running && view.states.includes("application.site.checking") ? shownCheck(running) : null,
    report: last ? shownReport(last) : null,
    rulings: rulings.map((ruling) => ({
      ...ruling,
      ruledAt: ruling.ruledAt.toISOString(),
      who: names.get(ruling.ruledBy) ?? null,
    })),
    changes: checks.find(({ cause, diff }) => cause === "schedule" && diff !== null && diff.length > 0)?.diff ?? null,
    checks: checks.map(shownCheck),
    access: access ? { url: access.url, until: access.expiresAt.toISOString() } : null,
    asked: askedBefore(checks, card?.website),
    pictures: pictures.map(({ sha256: _, ...picture }) => picture),
    offers: offersFor(view, view, actor, platform.now()).filter(({ event }) => ASKED_HERE.has(event)),
    formKey: newId(),
  };
}
export type ConsoleSite = Awaited<ReturnType<typeof loadConsoleSite>>;
