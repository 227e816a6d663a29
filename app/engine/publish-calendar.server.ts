import type { Tx } from "#app/platform/db/db.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { newId } from "#app/platform/ids.ts";
import { addJob } from "#app/platform/jobs.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { BusinessCalendar, type ChangedDay, calendarName, changedDays } from "#workflows/calendar/index.ts";
import { isPromise } from "#workflows/deadlines.ts";
import { calendarBy, calendarInForce, HOUSE } from "./calendars.server.ts";
import { promiseDue, recounted, type Timers } from "./timers.ts";

/** A clock that a new list moved. */
export interface Touched {
  subjectId: string;
  caseId: string;
  timer: string;
  delay: string;
  was: Date;
  becomes: Date;
}

export interface Published {
  id: string;
  /** What the new list says otherwise about days that both speak of. */
  days: ChangedDay[];
  touched: Touched[];
}

const BATCH = 2_000;
/** No dispatch takes this long. */
const CAUGHT_AFTER_MS = 60_000;

/** A list of that version was published before, with other days. */
export class CalendarExists extends Error {
  constructor(name: string) {
    super(`The calendar ${name} has been published before: a changed list wants a version of its own.`);
    this.name = "CalendarExists";
  }
}

/**
 * Puts a new list of working days in force and counts every running clock anew by it: due times, their jobs and the desks, set by set.
 * Whoever begins a clock meanwhile counts by the one list or the other; the pass goes on until none counts by an older one. Merchants whose
 * promise moved are told by letter.
 *
 * Publishing the same list again changes nothing and finishes a pass that was broken off.
 *
 * @throws ZodError, CalendarExists
 */
export async function publishCalendar(
  platform: Pick<Platform, "pool" | "now">,
  { body, by }: { body: unknown; by: string },
): Promise<Published> {
  const { pool, now } = platform;
  const calendar = BusinessCalendar.parse(body);
  const { id, days } = await inTransaction(pool, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`calendar/${calendar.id}`]);
    const { calendar: older } = await calendarInForce(tx, calendar.id);
    const before = await tx.query<{ id: string; body: BusinessCalendar }>(
      "select id, body from calendar_version where country = $1 and version = $2",
      [calendar.id, calendar.version],
    );
    if (before.rows[0]) {
      const isTheSame = changedDays(BusinessCalendar.parse(before.rows[0].body), calendar).length === 0;
      if (!isTheSame) throw new CalendarExists(calendarName(calendar));
      return { id: before.rows[0].id, days: [] };
    }
    if (older.version === calendar.version) throw new CalendarExists(calendarName(calendar));
    const fresh = newId();
    await tx.query(
      "insert into calendar_version (id, country, version, body, published_by, published_at) values ($1,$2,$3,$4,$5,$6)",
      [fresh, calendar.id, calendar.version, JSON.stringify(calendar), by, now()],
    );
    // Whoever had read the older list before this commit may write a clock after the pass below: it is caught then.
    const runAt = new Date(now().getTime() + CAUGHT_AFTER_MS);
    if (calendar.id === HOUSE)
      await addJob(tx, { task: "recountClocks", payload: { calendarId: fresh }, key: `recountClocks/${fresh}`, runAt });
    return { id: fresh, days: changedDays(older, calendar) };
  });
  // The machines count by the house's calendar alone; another country's list has no clocks to move.
  if (calendar.id === HOUSE) await recountClocks(platform, id);
  return { id, days, touched: await touchedBy(platform, id) };
}

/** Counts every running clock by that list, where it is still the one in force. */
export async function recountClocks(platform: Pick<Platform, "pool">, calendarId: string): Promise<void> {
  const calendar = await calendarBy(platform.pool, calendarId);
  if ((await calendarInForce(platform.pool, calendar.id)).id !== calendarId) return;
  while ((await recountSome(platform, calendarId)) > 0);
}

/** @returns how many subjects had clocks that were counted by an older list */
const recountSome = ({ pool }: Pick<Platform, "pool">, calendarId: string): Promise<number> =>
  inTransaction(pool, async (tx) => {
    const calendar = await calendarBy(tx, calendarId);
    const { rows } = await tx.query<{ id: string; case_id: string; timers: Timers }>(
      `select id, case_id, timers from subject
       where status = 'active' and jsonb_path_exists(timers, '$.* ? (@.calendar != $name && @.calendar starts with "${calendar.id} " && !exists(@.rang))', jsonb_build_object('name', $1::text))
       order by id limit $2 for update`,
      [calendarName(calendar), BATCH],
    );
    if (rows.length === 0) return 0;
    const touched: Touched[] = [];
    const after = rows.map(({ id, case_id, timers }) => {
      const next: Timers = { ...timers };
      for (const [timer, clock] of Object.entries(timers)) {
        const again = recounted(clock, calendar);
        if (!again || !("dueAt" in clock)) continue;
        next[timer] = again;
        if (again.dueAt !== clock.dueAt)
          touched.push({
            subjectId: id,
            caseId: case_id,
            timer,
            delay: clock.delay,
            was: new Date(clock.dueAt),
            becomes: new Date(again.dueAt),
          });
      }
      return { id, timers: JSON.stringify(next), due: promiseDue(next) };
    });
    await tx.query(
      `with news as (select * from unnest($1::uuid[], $2::jsonb[], $3::timestamptz[]) as n (id, timers, due)),
       desks as (update desk_item d set due_at = news.due from news where d.subject_id = news.id and news.due is not null and d.due_at is distinct from news.due)
       update subject s set timers = news.timers from news where s.id = news.id`,
      [after.map(({ id }) => id), after.map(({ timers }) => timers), after.map(({ due }) => due)],
    );
    await tx.query(
      `update graphile_worker._private_jobs j set run_at = n.run_at
       from unnest($1::text[], $2::timestamptz[]) as n (key, run_at) where j.key = n.key and j.locked_at is null`,
      [touched.map(({ subjectId, timer }) => `${subjectId}/${timer}`), touched.map(({ becomes }) => becomes)],
    );
    await noteAndTell(tx, calendarId, touched);
    return rows.length;
  });

/** What moved is kept, and merchants to whom the house had promised something hear of it: one letter a chart, however many clocks moved. */
async function noteAndTell(tx: Tx, calendarId: string, touched: Touched[]): Promise<void> {
  const column = <K extends keyof Touched>(name: K) => touched.map((one) => one[name]);
  await tx.query(
    `insert into calendar_touch (calendar_id, subject_id, timer, case_id, delay, was, becomes)
     select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[]) on conflict do nothing`,
    [
      calendarId,
      column("subjectId"),
      column("timer"),
      column("caseId"),
      column("delay"),
      column("was"),
      column("becomes"),
    ],
  );
  const told = new Map(touched.filter(({ delay }) => isPromise(delay)).map((one) => [one.subjectId, one]));
  await tx.query(
    `select graphile_worker.add_job('sendMail', json_build_object('caseId', case_id, 'subject', subject_id, 'seq', 0,
       'params', json_build_object('letter', 'promiseMoved', 'to', 'merchant')), job_key := 'calendar/' || $1::text || '/' || subject_id, max_attempts := 12)
     from unnest($2::uuid[], $3::uuid[]) as t (subject_id, case_id)`,
    [calendarId, [...told.keys()], [...told.values()].map(({ caseId }) => caseId)],
  );
}

/** Whose clocks a list moved, by case. */
export async function touchedBy({ pool }: Pick<Platform, "pool">, calendarId: string): Promise<Touched[]> {
  const { rows } = await pool.query<Touched>(
    `select subject_id as "subjectId", case_id as "caseId", timer, delay, was, becomes from calendar_touch
     where calendar_id = $1 order by case_id, subject_id, timer`,
    [calendarId],
  );
  return rows;
}
