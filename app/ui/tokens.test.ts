import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");

/** `--name: light-dark(#rrggbb, #rrggbb)` of theme.css. */
const tokens = Object.fromEntries(
  [...css.matchAll(/--([\w-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

const linear = (byte: number): number => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r, g, b] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16)));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
};

const surfaces = ["paper", "sheet", "sunk"];
const body = surfaces.flatMap((under) => [["ink", under, 7] as const, ["ink-2", under, 7] as const]);
const links = surfaces.flatMap((under) => [["accent", under, 4.5] as const, ["problem", under, 4.5] as const]);
const statuses = ["act", "wait", "done", "closed", "problem"].flatMap((tone) => [
  [tone, `${tone}-wash`, 4.5] as const,
  ["ink", `${tone}-wash`, 7] as const,
  ...surfaces.map((under) => [tone, under, 4.5] as const),
]);
const washes = [
  ["ink", "accent-wash", 7],
  ["ink-2", "accent-wash", 4.5],
  ["accent", "accent-wash", 4.5],
  ["accent-strong", "accent-wash", 4.5],
] as const;
const filled = [
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["on-problem", "problem", 4.5],
] as const;
const edges = surfaces.flatMap((under) => [["edge", under, 3] as const, ["accent", under, 3] as const]);

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test.each([...body, ...links, ...statuses, ...washes, ...filled, ...edges])(
    "%s on %s reaches %d:1",
    (over, under, least) => {
      expect(contrast(tokens[over]![theme], tokens[under]![theme])).toBeGreaterThanOrEqual(least);
    },
  );
});

test("black on white is 21:1, as the standard says", () => {
  expect(contrast("000000", "ffffff")).toBeCloseTo(21, 5);
});

test("every colour that components may use is one of the tokens", () => {
  const used = [...css.matchAll(/--color-[\w-]+: var\(--([\w-]+)\)/g)].map(([, name]) => name!);
  expect(used.filter((name) => !(name in tokens) && !["tone", "tone-wash"].includes(name))).toEqual([]);
});
