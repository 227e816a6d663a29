export { BusinessCalendar, calendarName, isBusinessDay, OutsideCalendar } from "./business-calendar.ts";
export {
  addBusinessTime,
  type BusinessTime,
  businessDaysBetween,
  businessMsBetween,
  isOpen,
  remainingAfter,
} from "./business-time.ts";
export { calendarOf, calendars } from "./calendars.ts";
export { type ChangedDay, changedDays, isTouched } from "./change.ts";
export { addDays, addMonths, Day, daysBetween, weekday } from "./day.ts";
export { localDay, zonedMs } from "./zoned.ts";
