export const themes = ["auto", "light", "dark"] as const;
/** `auto` follows the device. */
export type Theme = (typeof themes)[number];

export const isTheme = (text: unknown): text is Theme => themes.includes(text as Theme);
