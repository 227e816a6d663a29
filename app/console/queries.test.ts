import type { Pool } from "pg";
import { expect } from "vitest";
import { type argsOf, caseWithCard, contextOf, partsOf, standingClock } from "#app/cases/testing/page.ts";
import { loadCatalogue } from "#app/catalogue/index.server.ts";
import { loader as journey } from "#app/routes/cases.$caseId._index.tsx";
import { loader as merchantLayout } from "#app/routes/cases.$caseId.tsx";
import { loader as overview } from "#app/routes/console.cases.$caseId._index.tsx";
import { loader as chart } from "#app/routes/console.cases.$caseId.chart.tsx";
import { loader as timeline } from "#app/routes/console.cases.$caseId.timeline.tsx";
import { loader as caseLayout } from "#app/routes/console.cases.$caseId.tsx";
import { loader as desk } from "#app/routes/console.desk.$desk.tsx";
import { loader as search } from "#app/routes/console.search.tsx";
import { loader as consoleLayout } from "#app/routes/console.tsx";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { crowd } from "./testing/crowd.ts";

/** A pool that counts what it is asked. */
function counting(pool: Pool): { pool: Pool; asked: string[] } {
  const asked: string[] = [];
  const counted = new Proxy(pool, {
    get(target, name) {
      if (name !== "query") return Reflect.get(target, name);
      return (query: string | { text: string }, ...rest: unknown[]) => {
        asked.push(typeof query === "string" ? query : query.text);
        return (target.query as (...all: unknown[]) => unknown)(query, ...rest);
      };
    },
  });
  return { pool: counted, asked };
}

/** Who is there, what lies on the desks, and what the page itself shows. */
const most = { desk: 5, search: 4, found: 4, overview: 9, timeline: 8, chart: 7, journey: 6 };

type Loader = (args: ReturnType<typeof argsOf>) => Promise<unknown>;

test("a page asks the database a few things, however many rows it shows", async ({ pool }) => {
  const { now } = standingClock();
  await loadCatalogue({ pool, now });
  await crowd(pool, 200);
  const one = await caseWithCard(pool, now);
  const { caseId } = one;
  await (await one.inquired()).proposed();
  await one.accepted();
  await one.handedIn();
  await one.contractSigned();
  await one.sitePassed();
  await one.reviewed();
  const staff = await signedIn(partsOf(pool, now), { roles: ["advisor", "approver"] });
  const merchant = await signedIn(partsOf(pool, now), { caseIds: [caseId] });

  const { pool: counted, asked } = counting(pool);
  const open = async (who: typeof staff, path: string, params: Record<string, string>, ...loaders: Loader[]) => {
    asked.length = 0;
    const context = contextOf(counted, now);
    // As the server does it: the loaders of one page run side by side, on one context.
    await Promise.all(loaders.map((load) => load({ request: who.request(path), params, context })));
    return asked.length;
  };
  const home = `/console/cases/${caseId}`;
  // Once, so that what is kept for a minute (names of channels) is there.
  await open(staff, home, { caseId }, caseLayout as Loader);
  const counts = {
    desk: await open(staff, "/console/desk/advisor", { desk: "advisor" }, consoleLayout as Loader, desk as Loader),
    search: await open(staff, "/console/search", {}, consoleLayout as Loader, search as Loader),
    found: await open(staff, "/console/search?q=merchant", {}, consoleLayout as Loader, search as Loader),
    overview: await open(staff, home, { caseId }, consoleLayout as Loader, caseLayout as Loader, overview as Loader),
    timeline: await open(
      staff,
      `${home}/timeline`,
      { caseId },
      consoleLayout as Loader,
      caseLayout as Loader,
      timeline as Loader,
    ),
    chart: await open(
      staff,
      `${home}/chart`,
      { caseId },
      consoleLayout as Loader,
      caseLayout as Loader,
      chart as Loader,
    ),
    journey: await open(merchant, `/cases/${caseId}`, { caseId }, merchantLayout as Loader, journey as Loader),
  };
  for (const [page, count] of Object.entries(counts))
    expect(count, page).toBeLessThanOrEqual(most[page as keyof typeof counts]);
});
