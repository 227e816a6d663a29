import { expect, test } from "vitest";
import { measure } from "./measure.ts";

// Only the half that may be looked at: the other one is for whoever measures, not for whoever mends.
const told = measure(false, "second");
const rules = ["products", "shippingPolicy", "refundPolicy", "checkout"];

test.each(rules)("%s: no shop of the second strangers passes that should not", (name) => {
  expect(told.misses.filter(({ what, truth }) => what === `site.${name}` && truth !== "+")).toEqual([]);
});

test.each(rules.flatMap((name) => [`page.${name}`, `site.${name}`]))(
  "%s of the second strangers is told right",
  (name) => {
    const { precision, recall } = told.tallies.get(name)!.figures;
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  },
);

test.each(["page.business", "page.bizRegNoValid", "page.tokushoho"])(
  "%s of the second strangers is read right",
  (name) => {
    const { precision, recall } = told.tallies.get(name)!.figures;
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  },
);
