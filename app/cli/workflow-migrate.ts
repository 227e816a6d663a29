import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { migrationWords } from "#app/cases/migration-words.ts";
import { type CaseMove, migrateCases, type TimerChange, verifyAll, versionsOf } from "#app/engine/index.server.ts";
import { isLang } from "#app/i18n/words.ts";
import { movableVersions } from "#workflows/migration.ts";
import { fillOldCases } from "./load/old-cases.ts";
import { answering, onDatabase } from "./on-database.ts";
import { throwawayDatabase } from "./throwaway-database.ts";

// npm run workflow:migrate [-- --dry-run] [--summary] [--lang ko] [--cases 100000]: moves running cases to the newest version of their
// chart, or with --dry-run shows for each what would become of it. --cases makes a throwaway database with that many cases in
// many states, and verifies all their logs afterwards.

const { values: asked } = parseArgs({
  options: {
    "dry-run": { type: "boolean", default: false },
    summary: { type: "boolean", default: false },
    lang: { type: "string", default: "en" },
    cases: { type: "string" },
  },
});
const dryRun = asked["dry-run"];
const w = migrationWords[isLang(asked.lang) ? asked.lang : "en"];
const write = (text: string) => new Promise<void>((done) => process.stdout.write(text, () => done()));

await answering(async () => {
  const crowd = Number(asked.cases ?? 0);
  if (crowd === 0) return onDatabase(({ pool }) => moveAll(pool));
  await using open = await throwawayDatabase({ max: 4 });
  const states = await fillOldCases(open.pool, crowd);
  await write(`${crowd} running cases in ${states} different states.\n`);
  const moved = await moveAll(open.pool);
  if (dryRun) return moved;
  const { entries, wrong } = await verified(open.pool);
  await write(`${entries} log entries refolded afterwards, ${wrong} cases or channels are not what their log says.\n`);
  return { line: { ...moved.line, mismatches: wrong }, holds: moved.holds && wrong === 0 };
});

async function moveAll(pool: Pool): Promise<{ line: object; holds: boolean }> {
  const ways = movableVersions("onboarding");
  const [from, to] = [ways[0]?.from.version ?? 1, ways.at(-1)?.to.version ?? 1];
  const began = performance.now();
  const count = { cases: 0, movable: 0, refused: 0 };
  const why = new Map<string, number>();
  for (const way of ways) {
    for await (const moves of migrateCases({ pool, now: () => new Date() }, { ...way, dryRun })) {
      for (const { outcome } of moves) {
        count.cases++;
        if (outcome.moved) count.movable++;
        else {
          count.refused++;
          why.set(outcome.refused, (why.get(outcome.refused) ?? 0) + 1);
        }
      }
      if (!asked.summary) await write(moves.map(said).join(""));
    }
  }
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  for (const [reason, cases] of why) await write(`${cases} stay: ${reason}\n`);
  const left = (await versionsOf(pool)).get(from) ?? 0;
  await write(
    dryRun
      ? `${count.movable} of ${count.cases} running cases can move from version ${from} to ${to}; nothing was changed (${seconds} s).\n`
      : `${count.movable} of ${count.cases} running cases moved from version ${from} to ${to} in ${seconds} s; ${left} are left on it.\n`,
  );
  return { line: { from, to, ...count, seconds }, holds: left === (dryRun ? count.cases : count.refused) };
}

/** A case in one line, and under it what changes for it. */
function said({ publicId, states, outcome }: CaseMove): string {
  const here = states.join(" + ");
  if (!outcome.moved)
    return `${publicId}  ${here}: ${w.stays}. ${w.refusals[outcome.refused](outcome.about.join(", "))}\n`;
  const there = outcome.states.join(" + ");
  const changes = outcome.requirements.map(
    ({ change, requirement, about }) => `    ${w.changes[change]}: ${w.requirements[requirement](about)}\n`,
  );
  const clocks = (["kept", "moved", "added", "removed"] as const).flatMap((change) => {
    const some = outcome.timers.filter((one) => one.change === change);
    return some.length > 0 ? `    ${w.clocks[change]}: ${some.map(dateOf).join(", ")}\n` : [];
  });
  return `${publicId}  ${here} → ${there === here ? "=" : there}\n${changes.join("")}${clocks.join("")}`;
}

function dateOf({ delay, timer }: TimerChange): string {
  return `${delay} ${"dueAt" in timer ? timer.dueAt : `(${w.stopped(Math.round(timer.leftMs / 60_000))})`}`;
}

async function verified(pool: Pool): Promise<{ entries: number; wrong: number }> {
  let entries = 0;
  let wrong = 0;
  for await (const verdict of verifyAll(pool)) {
    entries += verdict.entries;
    if (verdict.mismatch) {
      wrong++;
      await write(`${verdict.subject}: ${verdict.mismatch}\n`);
    }
  }
  return { entries, wrong };
}
