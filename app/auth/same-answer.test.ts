import { expect } from "vitest";
import { test } from "#tests/database.ts";
import { addStaff } from "./staff.server.ts";
import { hall, MINUTE } from "./testing/hall.ts";

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Medians in milliseconds of two kinds of work, done in turns so that a busy machine slows both alike. */
async function inTurns(times: number, works: (() => Promise<unknown>)[]): Promise<number[]> {
  const took = works.map((): number[] => []);
  for (let n = 0; n < times; n++) {
    for (const [place, work] of works.entries()) {
      const began = performance.now();
      await work();
      took[place]!.push(performance.now() - began);
    }
  }
  return took.map(median);
}

test("an address we know and one we do not are asked the same of, and answered the same, when a code is wanted", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const known = here.browser();
  await known.ask("lee@shop.example");
  await known.type("lee@shop.example", here.code());

  const asked: string[][] = [];
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<unknown>;
  here.platform.pool = Object.assign(Object.create(pool), {
    query: (...given: unknown[]) => {
      asked.at(-1)?.push(typeof given[0] === "string" ? given[0] : JSON.stringify((given[0] as { text: string }).text));
      return query(...given);
    },
  });
  const answers: unknown[] = [];
  for (const email of ["lee@shop.example", "nobody@shop.example"]) {
    here.turn(10 * MINUTE);
    asked.push([]);
    const { headers, ...answer } = (await here.browser().ask(email)) as { ok: true; headers: Headers };
    answers.push({ ...answer, cookies: headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, "=…")) });
  }
  expect(asked[0]!.length).toBeGreaterThan(2);
  expect(asked[1]).toEqual(asked[0]);
  expect(answers[1]).toEqual(answers[0]);
  const [first, second] = here.mails.slice(-2);
  expect(second!.subject.replace(/\d{6}/, "")).toBe(first!.subject.replace(/\d{6}/, ""));
});

test("a wrong password takes as long as no account at all, or one without a password", async ({ db, pool }) => {
  const here = hall({ db, pool });
  await addStaff(here.platform, {
    email: "kim@gangway.example",
    name: "Kim",
    lang: "ko",
    roles: [],
    password: "four blue ferries at noon",
    by: "test",
  });
  const merchant = here.browser();
  await merchant.ask("lee@shop.example");
  await merchant.type("lee@shop.example", here.code());
  const guess = (email: string) => async () => {
    const said = await here.browser().password(email, "five red ferries at noon");
    expect(said).toEqual({ ok: false, problem: "auth.password.wrong" });
    here.turn(2 * 24 * 60 * 60_000); // no waiting: this is about the judging
    await pool.query("delete from throttle");
  };
  const medians = await inTurns(15, ["kim@gangway.example", "nobody@gangway.example", "lee@shop.example"].map(guess));
  // Argon2 is nine tenths of it: left out, the answer would come ten times as fast.
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(3);
});
