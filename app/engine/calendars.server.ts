import type { Tx } from "#app/platform/db/db.server.ts";
import { BusinessCalendar, calendarOf } from "#workflows/calendar/index.ts";

/** Working time is counted by the calendar of the house. */
export const HOUSE = "KR";

/** What was published never changes: once read, read for good. */
const read = new Map<string, BusinessCalendar>();

/**
 * A list by its id in `calendar_version`, or the one that ships with the build.
 *
 * @param id null where none was published for the country
 */
export async function calendarBy(tx: Tx, id: string | null, country = HOUSE): Promise<BusinessCalendar> {
  if (id === null) return calendarOf(country);
  const known = read.get(id);
  if (known) return known;
  const { rows } = await tx.query<{ body: unknown }>("select body from calendar_version where id = $1", [id]);
  const calendar = BusinessCalendar.parse(rows[0]?.body);
  read.set(id, calendar);
  return calendar;
}

/** The list by which working time of a country is counted now. @throws RangeError when nobody has listed that country's days yet */
export async function calendarInForce(
  tx: Tx,
  country = HOUSE,
): Promise<{ id: string | null; calendar: BusinessCalendar }> {
  const { rows } = await tx.query<{ id: string }>(
    "select id from calendar_version where country = $1 order by published_at desc, id desc limit 1",
    [country],
  );
  const id = rows[0]?.id ?? null;
  return { id, calendar: await calendarBy(tx, id, country) };
}
