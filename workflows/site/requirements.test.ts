import { expect, test } from "vitest";
import { allFulfilled, siteRequirements } from "./requirements.ts";

const passed = {
  products: "fulfilled",
  shippingPolicy: "fulfilled",
  refundPolicy: "fulfilled",
  checkout: "fulfilled",
} as const;

test("all four conditions met open the gate", () => {
  expect(allFulfilled(passed)).toBe(true);
});

test.each(siteRequirements)("without %s the gate stays shut, doubt and silence included", (requirement) => {
  expect(allFulfilled({ ...passed, [requirement]: "not" })).toBe(false);
  expect(allFulfilled({ ...passed, [requirement]: "unsure" })).toBe(false);
  expect(allFulfilled({ ...passed, [requirement]: undefined })).toBe(false);
});
