import { type Actor, dispatch, EventRefused, system, verifyAll } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { people, walk, zaloPay } from "#tests/walk.ts";
import { type Random, randomFrom } from "#workflows/forecast/random.ts";
import { throwawayDatabase } from "../throwaway-database.ts";

const WRITERS = 64;
const CASES = 6;
const CHANNELS = ["ZALOPAY", "MOMO", "GRABPAY"];

interface Ship {
  caseId: string;
  merchant: Actor;
  channels: string[];
}

/**
 * Sixty-four writers on six cases and their channels, ten minutes long (half a minute with --quick): whoever asks is answered with yes or
 * with a reason. Anything else is a failure somebody would have seen. Keys come twice, from two writers at once.
 */
export async function bench({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const seconds = quick ? 30 : 600;
  await using open = await throwawayDatabase({ max: 32 });
  const platform = { pool: open.pool, now: () => new Date() };
  const ships = await Promise.all(Array.from({ length: CASES }, () => launched(platform)));
  const versions = async () =>
    Number((await open.pool.query("select sum(version)::int as sum from subject")).rows[0].sum);
  const deadlocks = async () =>
    Number(
      (await open.pool.query("select deadlocks from pg_stat_database where datname = current_database()")).rows[0]
        .deadlocks,
    );
  const [before, deadlocksBefore] = [await versions(), await deadlocks()];

  const count = { taken: 0, replayed: 0, refused: 0 };
  const failures = new Map<string, number>();
  const until = performance.now() + seconds * 1000;
  let lastKey = newId();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, seed) => {
      const random = randomFrom(seed + 1);
      while (performance.now() < until) {
        const asked = askOf(random, random.pick(ships));
        const idempotencyKey = random.chance(0.05) ? lastKey : newId();
        lastKey = idempotencyKey;
        try {
          const { replayed } = await dispatch(platform, { ...asked, idempotencyKey });
          if (replayed) count.replayed++;
          else count.taken++;
        } catch (error) {
          if (error instanceof EventRefused) count.refused++;
          else failures.set(String(error), (failures.get(String(error)) ?? 0) + 1);
        }
      }
    }),
  );

  const lostUpdates = before + count.taken - (await versions());
  let mismatches = 0;
  for await (const { mismatch } of verifyAll(open.pool)) if (mismatch !== null) mismatches++;
  for (const [error, times] of failures) console.log(`${times} times: ${error}`);
  const failed = [...failures.values()].reduce((sum, times) => sum + times, 0);
  console.log(
    `${count.taken} steps taken in ${seconds} s, ${count.refused} refused with a reason, ${count.replayed} keys answered again.`,
  );
  return {
    ...{ writers: WRITERS, cases: CASES, seconds, ...count, failures: failed, lostUpdates, mismatches },
    deadlocks: (await deadlocks()) - deadlocksBefore,
    holds: failed === 0 && lostUpdates === 0 && mismatches === 0 && count.taken > seconds,
  };
}

async function launched(platform: Parameters<typeof walk>[0]): Promise<Ship> {
  const journey = await walk(platform);
  await journey.inquired();
  await journey.proposed(CHANNELS.map((channel) => ({ ...zaloPay, channel })));
  await journey.accepted();
  const { caseId, merchant } = journey;
  return { caseId, merchant, channels: (await journey.view()).channels.map(({ id }) => id) };
}

/** What people, workers and channels ask of one case at the same time. */
function askOf(
  random: Random,
  { caseId, merchant, channels }: Ship,
): Pick<Parameters<typeof dispatch>[1], "subject" | "event" | "actor"> {
  const channel = random.pick(channels);
  const dice = random.next();
  if (dice < 0.3)
    return { subject: caseId, actor: people.advisor, event: { type: "HAND_OVER", to: `advisor-${random.int(9)}` } };
  if (dice < 0.5)
    return { subject: caseId, actor: system, event: { type: "CHANNEL_MOVED", channelId: channel, to: "underWay" } };
  if (dice < 0.7) return { subject: channel, actor: system, event: { type: "CASE_MOVED" } };
  if (dice < 0.85)
    return {
      subject: channel,
      actor: system,
      event: { type: "RECORD_TEST", item: "paymentFlow", outcome: random.pick(["passed", "failed"]), ref: "r" },
    };
  if (dice < 0.9) return { subject: caseId, actor: people.reviewer, event: { type: "HOLD", reason: "a question" } };
  if (dice < 0.97) return { subject: caseId, actor: people.approver, event: { type: "RESUME" } };
  return { subject: caseId, actor: merchant, event: { type: "SUBMIT_KYC" } };
}
