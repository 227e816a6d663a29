export const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_PAGES = 50;
export const MAX_PIXELS = 40_000_000;
/** A4 at 600 dpi is 35 million; scans of A3 at that density are the largest honest page pictures in a PDF. */
export const MAX_PIXELS_IN_PDF = 80_000_000;
export const MAX_FILES_PER_CASE = 200;
export const MAX_BYTES_PER_CASE = 500 * 1024 * 1024;
/** Below this many pixels on the short side a paper can seldom be read; said, not refused. */
export const LEGIBLE_SHORT_SIDE = 1_000;
