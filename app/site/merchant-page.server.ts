import type { LoaderFunctionArgs } from "@remix-run/node";
import { caseAndCard, memberOf } from "#app/cases/index.server.ts";
import { offersFor } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { accessOf } from "./access.server.ts";
import { picturesOf } from "./app-pictures.server.ts";
import { livesInApp } from "./app-pictures.ts";
import { askedBefore } from "./asked-before.ts";
import { checksOf } from "./checks.server.ts";
import { rulingsOf } from "./rulings.server.ts";
import { shownCheck, shownReport } from "./shown.server.ts";

const ASKED_HERE = new Set(["START_SITE_CHECK", "SUBMIT_SITE"]);

/** All that the merchant's page of the site shows. */
export async function loadMerchantSite(args: Pick<LoaderFunctionArgs, "request" | "params" | "context">) {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const { view, card } = await caseAndCard(args.context, caseId);
  const { checkId, failure, verdicts, rulings: standing } = view.context.site;
  const [checks, pictures, rulings, access] = await Promise.all([
    checksOf(platform, caseId),
    picturesOf(platform, caseId),
    rulingsOf(platform, caseId, checkId),
    accessOf(platform, caseId),
  ]);
  const last = checks.find(({ report }) => report !== null);
  const { searchParams } = new URL(args.request.url);
  const [shows, problem] = [searchParams.get("shows"), searchParams.get("problem")];
  const isChecking = view.states.includes("application.site.checking");
  return {
    caseId,
    state:
      view.states.find((leaf) => leaf.startsWith("application.site."))?.slice("application.site.".length) ??
      (view.context.site.passed ? "passed" : null),
    running: isChecking ? shownCheckOrNull(checks.find(({ id }) => id === checkId)) : null,
    failure: isChecking ? null : failure,
    report: last ? shownReport(last) : null,
    isStale: last !== undefined && last.id !== checkId && last.cause !== "schedule",
    rulings,
    hasGap: siteRequirements.some((name) => (standing[name] ?? verdicts[name] ?? "unsure") === "not"),
    changes: checks.find(({ cause, diff }) => cause === "schedule" && diff !== null && diff.length > 0)?.diff ?? null,
    checks: checks.map(shownCheck),
    access: access ? { url: access.url, until: access.expiresAt.toISOString() } : null,
    asked: askedBefore(checks, card?.website),
    app: {
      pictures: pictures.map(({ sha256: _, ...picture }) => picture),
      canChange: view.context.hold === null && mayChange(view.states),
      isApp: livesInApp(checks[0]?.url ?? card?.website ?? ""),
      // Without scripts a picture that was not taken comes back by this address.
      problem: shows && problem ? { shows, key: problem } : null,
    },
    offers: offersFor(view, view, actor, platform.now()).filter(({ event }) => ASKED_HERE.has(event)),
    formKey: newId(),
  };
}
export type MerchantSite = Awaited<ReturnType<typeof loadMerchantSite>>;

const mayChange = (states: readonly string[]) =>
  ["unchecked", "checking", "checked"].some((state) => states.includes(`application.site.${state}`));

const shownCheckOrNull = (check: Parameters<typeof shownCheck>[0] | undefined) => (check ? shownCheck(check) : null);
