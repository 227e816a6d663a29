/** Relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 has it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well white letters stand out on a colour, 1 to 21; text asks for 4.5. */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);
