/** Characters, as people count them (not bytes, not UTF-16 units). Nothing is ever cut off. */
export const SHORTEST = 15;
export const LONGEST = 256;
