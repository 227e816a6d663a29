import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { browserPool } from "#app/platform/browser/pool.server.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import { crawl } from "#app/site/crawl/crawl.server.ts";
import { judge } from "#app/site/judge/judge.ts";
import { runSiteCheck } from "#app/site/run.server.ts";
import { archiveOf, corpus } from "#tests/site/corpus.ts";
import { longShop } from "#tests/site/long-shop.ts";
import { packs } from "#tests/site/packs/index.ts";
import { round, Tally } from "#tests/site/score.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";

const AIM_F1 = 0.97;
const AIM_FACTOR = 1.5;
const AIM_BROWSER_SECONDS = 6;

/**
 * How right the rules are, over shops with known truth in seven languages, and how long a visit takes next to fetching
 * the same pages bare. A verdict of "unsure" counts as not met: for precision it is no false pass, for recall it is a miss.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const { rules, languages, held, doubts, pagesPerSecond, shops, pages } = rightness(quick ? 1 : 3);
  const visit = await visits(quick ? 3 : 7);
  const holds =
    [...Object.values(rules), ...Object.values(held)].every(({ f1 }) => f1 >= AIM_F1) &&
    visit.crawlFactor <= AIM_FACTOR &&
    visit.browserSeconds <= AIM_BROWSER_SECONDS;
  return { shops, pages, rules, languages, heldOut: held, unsure: doubts, pagesPerSecond, ...visit, holds };
}

function rightness(rounds: number) {
  const made = corpus(rounds);
  const tallies = new Map<string, Tally>();
  const tally = (name: string) => tallies.get(name) ?? tallies.set(name, new Tally()).get(name)!;
  let pages = 0;
  let judging = 0;
  for (const [place, shop] of made.entries()) {
    const archive = archiveOf(shop, place);
    const start = performance.now();
    // Every other shop has to be judged without being told what it sells.
    const judgement = judge(archive, place % 2 === 0 ? "unknown" : shop.goods);
    judging += performance.now() - start;
    pages += archive.pages.length;
    for (const name of siteRequirements) {
      const { verdict } = judgement.requirements[name]!;
      for (const key of [name, `${name}/${shop.lang}`, ...(shop.heldOut ? [`held/${name}`] : [])])
        tally(key).add(shop.truth[name], verdict === "fulfilled", verdict === "unsure");
    }
    for (const [field, truth] of Object.entries(shop.company)) {
      const found = judgement.business[field as keyof typeof judgement.business] ?? null;
      tally("business").add(truth !== null, found !== null && plain(found) === plain(truth));
      if (truth !== null && found !== null && plain(found) !== plain(truth)) tally("business").add(false, true);
    }
    shop.pages.forEach(({ truth = {} }, index) => {
      for (const [name, met] of Object.entries(truth)) {
        const said = judgement.pages[index]!.says[name as (typeof siteRequirements)[number]];
        tally(`page/${name}`).add(met, said === true, said === null);
      }
    });
  }
  const figuresOf = (prefix: string) =>
    Object.fromEntries(
      [...tallies]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, { figures }]) => [key.slice(prefix.length), figures]),
    );
  const rules = {
    ...Object.fromEntries([...siteRequirements, "business"].map((name) => [name, tally(name).figures])),
    ...Object.fromEntries(siteRequirements.map((name) => [`page.${name}`, tally(`page/${name}`).figures])),
  };
  console.log(
    `${made.length} shops, ${pages} pages, ${Math.round(pages / (judging / 1_000))} pages/s judged on one core`,
  );
  for (const [name, { precision, recall, f1 }] of Object.entries(rules))
    console.log(
      `${name.padEnd(22)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`,
    );
  for (const lang of Object.keys(packs))
    console.log(
      `${lang}  ${siteRequirements.map((name) => `${name} ${tally(`${name}/${lang}`).figures.f1.toFixed(3)}`).join("  ")}`,
    );
  return {
    shops: made.length,
    pages,
    rules,
    languages: Object.fromEntries(
      Object.keys(packs).map((lang) => [
        lang,
        Object.fromEntries(siteRequirements.map((name) => [name, tally(`${name}/${lang}`).figures])),
      ]),
    ),
    held: figuresOf("held/"),
    doubts: siteRequirements.reduce((sum, name) => sum + tally(name).doubt, 0),
    pagesPerSecond: Math.round(pages / (judging / 1_000)),
  };
}

const plain = (value: unknown) => String(value).replace(/\s/g, "");

const LATENCY_MS = 80;
const PAGES = 30;

/** A shop of thirty pages on loopback that answers as a real one does, after a moment. */
async function visits(
  times: number,
): Promise<{ crawlFactor: number; bareMs: number; checkMs: number; browserSeconds: number }> {
  const shop = longShop(PAGES);
  const server = createServer((request, response) => {
    const page = shop.get(request.url ?? "/");
    setTimeout(
      () =>
        response
          .writeHead(page ? 200 : 404, { "content-type": page?.type ?? "text/plain" })
          .end(page?.body ?? "nothing"),
      LATENCY_MS,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetch = guardedFetch({ allow: [host] });
  const browsers = browserPool({ allow: [host] });
  const now = () => new Date();
  const addresses = [...shop.keys()].filter((path) => !path.includes("."));
  try {
    const bare: number[] = [];
    const check: number[] = [];
    for (let time = 0; time <= times; time++) {
      const plainly = await timed(() => inTurns(addresses, 4, (path) => fetch(`http://${host}${path}`)));
      const whole = await timed(async () =>
        judge(await crawl({ fetch, now }, { url: `http://${host}/`, maxPages: PAGES }), "physical"),
      );
      // The first time warms both up.
      if (time > 0) {
        bare.push(plainly);
        check.push(whole);
      }
    }
    const storage = { put: async () => ({ bytes: 0, sha256: "" }), get: async () => null, remove: async () => {} };
    await browsers.withPage(async () => {});
    const browserMs = await timed(() =>
      runSiteCheck(
        { fetch, browsers, storage, now },
        { origin: `http://${host}/`, goods: "physical", archiveName: "bench", maxPages: PAGES },
      ),
    );
    const [bareMs, checkMs] = [median(bare), median(check)];
    console.log(
      `30 pages at ${LATENCY_MS} ms each, 4 at a time: bare ${bareMs.toFixed(0)} ms, visited and judged ${checkMs.toFixed(0)} ms (${(checkMs / bareMs).toFixed(2)} times); with browser, walk and pictures ${(browserMs / 1_000).toFixed(1)} s`,
    );
    return {
      crawlFactor: round(checkMs / bareMs),
      bareMs: Math.round(bareMs),
      checkMs: Math.round(checkMs),
      browserSeconds: round(browserMs / 1_000),
    };
  } finally {
    await fetch.close();
    await browsers.close();
    server.closeAllConnections();
    server.close();
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function inTurns<T>(list: T[], atOnce: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = [...list];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
