import { expect, test } from "vitest";
import { measure } from "./measure.ts";
import { strangePages, strangeShops } from "./strangers.ts";

const told = measure(false);
const heldOut = measure(true);

test("strangers come in eight ways of writing, a third of them set aside by their names", () => {
  const pages = strangePages();
  expect(pages.length).toBeGreaterThanOrEqual(200);
  expect(strangeShops().length).toBeGreaterThanOrEqual(30);
  expect(new Set(pages.map(({ lang }) => lang)).size).toBe(7);
  expect(new Set(pages.map(({ contentType }) => contentType)).size).toBeGreaterThanOrEqual(8);
  expect(pages.filter((page) => page.heldOut).length / pages.length).toBeCloseTo(1 / 3, 0);
});

test.each(["products", "shippingPolicy", "refundPolicy", "checkout"])(
  "%s: no stranger's shop passes that should not",
  (name) => {
    expect(told.misses.filter(({ what, truth }) => what === `site.${name}` && truth === "-")).toEqual([]);
  },
);

test.each(["products", "shippingPolicy", "refundPolicy", "checkout", "tokushoho", "business"])(
  "%s: a stranger's page is told right, and hardly one passes that should not",
  (name) => {
    const { precision, recall } = told.tallies.get(`page.${name}`)!.figures;
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);

test("pages that were set aside are told nearly as well", () => {
  for (const name of ["products", "shippingPolicy", "refundPolicy", "checkout", "business"]) {
    const { f1 } = heldOut.tallies.get(`page.${name}`)!.figures;
    expect(f1, name).toBeGreaterThanOrEqual(0.85);
  }
});
