import { cpus } from "node:os";
import { type Outcome, prepareAttack } from "./crash-test/run.ts";
import { voyage } from "./crash-test/voyage.ts";
import { answering } from "./on-database.ts";

// npm run crash:test -- [--quick | --minutes=N] [--step=N]
//
// Kills the process at every SQL statement, every call outside and every write to an outside socket of a scripted voyage, lets another
// process take over, and compares what the outside world has seen with a voyage that nobody disturbed. `--step` takes one step's points,
// `--quick` and `--minutes` as many as fit, evenly spread over all.

/** No death is begun later than this; the last ones end, and everything is tidied up, within the minute. */
const QUICK_MS = 42_000;

await answering(async () => {
  const began = performance.now();
  const budgetMs = process.argv.includes("--quick") ? QUICK_MS : minutesIn(process.argv) * 60_000;
  const isPartial = budgetMs < Number.POSITIVE_INFINITY;
  const atOnce = Math.max(2, Math.min(8, cpus().length));
  const onlyStep = stepIn(process.argv);
  await using attack = await prepareAttack(atOnce);
  const points = attack.points.filter(({ step }) => onlyStep === null || step === onlyStep);
  const statements = points.filter(({ label }) => label.startsWith("SQL")).length;
  console.log(
    `${voyage.length} steps pass ${points.length} points: ${statements} SQL statements, ${points.length - statements} calls and writes outside (${seconds(began)} s)`,
  );

  const outcomes: Outcome[] = [];
  let begun = 0;
  const line = isPartial ? evenlySpread(points) : points[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const at of line) {
        if (performance.now() - began > budgetMs) return;
        // Every fifth time the one that takes over dies as well, somewhere in its first sixty points.
        const again = ++begun % 5 === 0 ? 1 + ((begun * 7) % 60) : undefined;
        const outcome = await attack.kill(at, again);
        outcomes.push(outcome);
        const wrong = [
          ...outcome.lost.map((what) => `lost: ${what}`),
          ...outcome.doubled.map((what) => `doubled: ${what}`),
          ...outcome.otherwise,
        ];
        for (const what of wrong)
          console.log(`killed in "${voyage[at.step]!.name}" at ${at.point} (${at.label}): ${what}`);
        if (outcomes.length % 100 === 0) console.log(`${outcomes.length} of ${points.length} (${seconds(began)} s)`);
      }
    }),
  );
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const [lost, doubled] = [sum(({ lost }) => lost.length), sum(({ doubled }) => doubled.length)];
  const otherwise = sum(({ otherwise }) => otherwise.length);
  const stepsHit = new Set(outcomes.map(({ at }) => at.step)).size;
  console.log(
    outcomes.length < points.length
      ? `${outcomes.length} of ${points.length} points, evenly spread over ${stepsHit} of ${voyage.length} steps; without --quick or --minutes all of them are taken`
      : `every point of every step`,
  );
  console.log(
    `again under the id they had: ${sum(({ mailsAgain }) => mailsAgain)} letters (Message-ID), ${sum(({ callsAgain }) => callsAgain)} calls (webhook-id, idempotency key, order number)`,
  );
  const result = {
    crashPoints: points.length,
    runs: outcomes.length,
    deaths: sum(({ deaths }) => deaths),
    lost,
    doubled,
    otherwise,
    mailsAgainUnderTheirId: sum(({ mailsAgain }) => mailsAgain),
    callsAgainUnderTheirKey: sum(({ callsAgain }) => callsAgain),
    seconds: Number(seconds(began)),
  };
  return { line: result, holds: outcomes.length > 0 && lost + doubled + otherwise === 0 };
});

function stepIn(argv: string[]): number | null {
  const given = argv.find((argument) => argument.startsWith("--step="))?.slice("--step=".length);
  if (given === undefined) return null;
  const step = Number(given);
  if (!voyage[step])
    throw new Error(`There is no step ${given}:\n${voyage.map(({ name }, place) => `${place} ${name}`).join("\n")}`);
  return step;
}

function minutesIn(argv: string[]): number {
  const given = argv.find((argument) => argument.startsWith("--minutes="))?.slice("--minutes=".length);
  return Number(given ?? Number.POSITIVE_INFINITY);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/** Every point once, in an order of which each beginning lies evenly over the whole: the golden section's. */
function* evenlySpread<T>(all: readonly T[]): Generator<T> {
  const taken = new Set<number>();
  for (let n = 0; taken.size < all.length; n++) {
    let place = Math.floor(((n * 0.618033988749895) % 1) * all.length);
    while (taken.has(place)) place = (place + 1) % all.length;
    taken.add(place);
    yield all[place]!;
  }
}
