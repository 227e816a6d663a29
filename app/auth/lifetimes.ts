const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long a session lives, and how long it may lie idle, in milliseconds. Staff: NIST SP 800-63B at AAL2 (12 h, 30 min). Merchants hold
 * a single factor and no keys without asking again; a fortnight keeps an onboarding of some weeks from asking every morning.
 */
export const lifetimes = {
  merchant: { whole: 14 * DAY, idle: 7 * DAY },
  staff: { whole: 12 * HOUR, idle: 30 * MINUTE },
} as const;

/** Between the password and the second factor. */
export const HALF_SESSION = 10 * MINUTE;
/** How recent a second factor has to be for a decision or a key. */
export const FRESH = 15 * MINUTE;
/** Sessions note the last page to this grain: reading pages does not mean writing rows. */
export const SEEN_GRAIN = MINUTE;
/** A mailed code. */
export const CODE = 10 * MINUTE;
/** A letter with a seat in a team, and one for new staff. */
export const INVITATION = 7 * DAY;
