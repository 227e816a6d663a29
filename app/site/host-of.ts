/** The host of an address, for lists; the text itself when it is none. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
