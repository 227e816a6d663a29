import { readFileSync } from "node:fs";
import { calendarInForce, publishCalendar } from "#app/engine/index.server.ts";
import { Day } from "#workflows/calendar/index.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run calendar:publish -- FILE.json
// npm run calendar:publish -- KR close 2026-12-24 "임시공휴일"
// npm run calendar:publish -- KR open 2026-12-24
//
// Puts a new list of working days in force, counts every running clock anew by it, and lists whom that touches. The short forms change one day
// of the list in force, which gets the next version.

const [first, what, day, name] = process.argv.slice(2);
const isShort = what === "close" || what === "open";
if (!first || (isShort && (!Day.safeParse(day).success || (what === "close" && !name)))) {
  console.error('npm run calendar:publish -- FILE.json | COUNTRY close YYYY-MM-DD "name" | COUNTRY open YYYY-MM-DD');
  process.exit(1);
}

await answering(() =>
  onDatabase(async ({ pool }) => {
    const body = isShort
      ? await changed(pool, first, what, String(day), name)
      : JSON.parse(readFileSync(first, "utf8"));
    const { rows } = await pool.query<{ now: Date }>("select now()");
    const { days, touched } = await publishCalendar(
      { pool, now: () => rows[0]!.now },
      { body, by: process.env.USER ?? "command line" },
    );
    for (const { day, became, name } of days) console.log(`${day} is ${became} now: ${name}`);
    for (const { caseId, delay, was, becomes } of touched)
      console.log(`case ${caseId}: ${delay} ${was.toISOString()} -> ${becomes.toISOString()}`);
    const cases = new Set(touched.map(({ caseId }) => caseId)).size;
    return {
      line: { calendar: `${body.id} ${body.version}`, days: days.length, clocks: touched.length, cases },
      holds: true,
    };
  }),
);

async function changed(
  pool: Parameters<typeof calendarInForce>[0],
  country: string,
  to: "close" | "open",
  day: string,
  name: string | undefined,
) {
  const { calendar } = await calendarInForce(pool, country);
  const { [day]: _before, ...others } = calendar.holidays;
  const [edition = "", change = "0"] = calendar.version.split("+");
  return {
    ...calendar,
    version: `${edition}+${Number(change) + 1}`,
    holidays: to === "close" ? { ...others, [day]: String(name) } : others,
  };
}
