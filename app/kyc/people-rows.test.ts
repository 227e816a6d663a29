import { expect, test } from "vitest";
import { editedRows } from "./people-rows.ts";

const values = {
  people: [
    { name: "a", sharesOf: "merchant" },
    { name: "b", sharesOf: "0" },
    { name: "c", sharesOf: "1" },
  ],
  companies: [
    { name: "A", sharesOf: "merchant" },
    { name: "B", sharesOf: "0" },
  ],
  restIsSmall: "on",
};

test("a row more keeps what was typed", () => {
  expect(editedRows(values, "addPerson")).toEqual({ ...values, people: [...values.people, { sharesOf: "merchant" }] });
  expect(editedRows({}, "addCompany")).toEqual({ companies: [{ sharesOf: "merchant" }] });
});

test("a company that goes takes its number with it", () => {
  expect(editedRows(values, "dropCompany:0")).toEqual({
    ...values,
    people: [
      { name: "a", sharesOf: "merchant" },
      { name: "b", sharesOf: "merchant" },
      { name: "c", sharesOf: "0" },
    ],
    companies: [{ name: "B", sharesOf: "merchant" }],
  });
});

test("a person that goes leaves the others, and an unknown wish is none", () => {
  expect(editedRows(values, "dropPerson:1")).toMatchObject({ people: [{ name: "a" }, { name: "c" }] });
  expect(editedRows(values, "deleteEverything")).toBeNull();
});
