import type { Reserve, Settlement } from "./fee-book.ts";
import { mulDiv, shareOf } from "./money.ts";

/** Where the money of one channel stands at the end of a day, summed up since the opening. Minor units. */
export interface CashPoint {
  /** Days since the opening; the opening day is 0 and a Sunday. */
  day: number;
  soldMinor: number;
  paidOutMinor: number;
  feesMinor: number;
  /** Held back as a rolling reserve. */
  reserveMinor: number;
  /** Sold, and on its way by the settlement cycle. */
  inTransitMinor: number;
}

export interface CashFlowInput {
  monthlyMinor: number;
  /** `null` where no rate is published: nothing is taken off, and the page says so. */
  feePpm: number | null;
  settlement: Settlement;
  reserve: Reserve | null;
  days: number;
}

/**
 * Plays a channel's money day by day over a calendar of 30-day months: what is sold evenly, what is taken, held and paid
 * out when. It is an example, not a promise; where the PSP does not say when it pays, nothing is played.
 *
 * @returns one point a day, or `null` when the cycle is the PSP's secret
 */
export function cashFlow(input: CashFlowInput): CashPoint[] | null {
  const payday = paydayOf(input.settlement);
  if (!payday) return null;
  const { days, reserve } = input;
  const payable = new Array<number>(days).fill(0);
  const released = new Array<number>(days).fill(0);
  const points: CashPoint[] = [];
  let soldMinor = 0;
  let paidOutMinor = 0;
  let feesMinor = 0;
  let reserveMinor = 0;
  for (let day = 0; day < days; day++) {
    // Sold evenly, to the last unit: what is due by the end of the day less what was sold before.
    const sold = mulDiv(input.monthlyMinor, day + 1, 30) - soldMinor;
    const fee = input.feePpm === null ? 0 : shareOf(sold, input.feePpm);
    const held = reserve ? shareOf(sold, reserve.ratePpm) : 0;
    soldMinor += sold;
    feesMinor += fee;
    reserveMinor += held;
    const paidOn = payday(day);
    if (paidOn < days) payable[paidOn] = (payable[paidOn] ?? 0) + sold - fee - held;
    if (reserve && day + reserve.days < days) released[day + reserve.days] = held;
    paidOutMinor += (payable[day] ?? 0) + (released[day] ?? 0);
    reserveMinor -= released[day] ?? 0;
    const inTransitMinor = soldMinor - paidOutMinor - feesMinor - reserveMinor;
    points.push({ day, soldMinor, paidOutMinor, feesMinor, reserveMinor, inTransitMinor });
  }
  return points;
}

/** The day on which a day's sales are paid out. */
function paydayOf(settlement: Settlement): ((day: number) => number) | null {
  switch (settlement.cycle) {
    case "onDemand":
      return (day) => day;
    case "days":
      return (day) => day + settlement.days;
    case "weekly":
      // Week w (Sunday 7w to Saturday 7w + 6) is paid in week w + 1 + closedWeeks.
      return (day) => (Math.floor(day / 7) + 1 + settlement.closedWeeks) * 7 + settlement.weekday;
    case "weekThenDays":
      return (day) => Math.floor(day / 7) * 7 + 6 + settlement.days;
    case "timesAMonth": {
      const length = 30 / settlement.times;
      return (day) => Math.ceil((Math.floor(day / length) + 1) * length) - 1 + (settlement.lagDays ?? 0);
    }
    case "byPsp":
      return null;
  }
}

/** The longest that money of one day can wait for its payout, days; `null` when the PSP does not say. */
export function longestWait(settlement: Settlement): number | null {
  const payday = paydayOf(settlement);
  if (!payday) return null;
  return Math.max(...Array.from({ length: 210 }, (_, day) => payday(day) - day));
}
