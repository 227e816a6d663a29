import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Pool } from "pg";
import { reasonSentence } from "#app/cases/index.ts";
import { chunksOf } from "#app/engine/index.server.ts";
import { type Replayed, replayChunk, scoresOf, trial } from "#app/engine/replay.server.ts";
import { type Rules, RulesRefused, rulesOf } from "#app/engine/replay-rules.ts";
import { policyOn } from "#workflows/kyc/policies.ts";
import { answering, onDatabase } from "./on-database.ts";
import { fillLog } from "./sample-log.ts";
import { throwawayDatabase } from "./throwaway-database.ts";

// npm run policy:replay [-- --policy FILE] [-- --print]
//
// Tries a changed set of rules (documents, risk, gates; app/engine/replay-rules.ts) on all past cases, and lists who would have been
// decided otherwise, from which entry on and why. Without a file every case is folded by the rules it was decided by, and all have to
// come out as they are. Where the database holds no case, some hundred sample voyages are tried. Nothing is written.

const { values: asked } = parseArgs({ options: { policy: { type: "string" }, print: { type: "boolean" } } });
const SAMPLE = 20_000;

if (asked.print) {
  console.log(JSON.stringify({ documents: policyOn("9999-12-31") } satisfies Rules, null, 2));
  process.exit(0);
}

await answering(async () => {
  const rules = asked.policy ? rulesOf(textOf(asked.policy), asked.policy) : null;
  const line = await onDatabase(async ({ pool }) => ((await isEmpty(pool)) ? null : replayed(pool, rules)));
  if (line) return { line, holds: rules !== null || line.different === 0 };
  console.log("No case has been opened yet: sample voyages are tried.");
  await using open = await throwawayDatabase({ max: 2 });
  await fillLog(open.pool, SAMPLE);
  const sample = await replayed(open.pool, rules);
  return { line: sample, holds: rules !== null || sample.different === 0 };
});

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new RulesRefused(`${file} cannot be read: ${(cause as Error).message}`, { cause });
  }
}

async function isEmpty(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query("select from subject limit 1");
  return rows.length === 0;
}

async function replayed(pool: Pool, rules: Rules | null) {
  const replay = trial(rules, rules?.risk ? await scoresOf(pool) : new Map());
  const began = performance.now();
  let cases = 0;
  let events = 0;
  const otherwise = new Set<string>();
  for (const chunk of await chunksOf(pool)) {
    for (const one of await replayChunk(pool, chunk, replay)) {
      if (one.kind === "onboarding") cases++;
      events += one.events;
      if (!one.different) continue;
      otherwise.add(one.caseId);
      console.log(sentenceOn(one));
    }
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`${cases} cases and their channels replayed, ${events} events in ${seconds.toFixed(2)} s.`);
  return {
    cases,
    equal: cases - otherwise.size,
    different: otherwise.size,
    eventsPerSecond: Math.round(events / seconds),
  };
}

/** Who would have been decided otherwise, from where on, and why. */
function sentenceOn({ publicId, different }: Replayed): string {
  const { entry, reasons, missing, is, would } = different!;
  const stood = `stands at ${is.join(", ")}, would stand at ${would.join(", ") || "nothing"}`;
  if (!entry) return `${publicId}: ${stood}.`;
  const why = reasons.map((name) => reasonSentence(name, "en")).join(" ");
  const papers = missing.length > 0 ? ` Missing: ${missing.join(", ")}.` : "";
  return `${publicId}: at entry ${entry.seq} (${entry.event}, ${entry.at.slice(0, 10)}) ${why}${papers} It ${stood}.`;
}
