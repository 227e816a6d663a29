import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCsv, methodsToCsv, toCsv, withMethodsFromCsv } from "#workflows/catalogue/csv.ts";
import { channelsTouched, differences } from "#workflows/catalogue/diff.ts";
import { catalogueProblems } from "#workflows/catalogue/problems.ts";
import { shippedCatalogue } from "./book.server.ts";

const problemsOf = (text: string) => {
  const read = withMethodsFromCsv(shippedCatalogue(), text);
  return read.ok ? [] : read.problems;
};

test("an edition is no different from itself, whatever the order of its lists and keys", () => {
  const turned = shippedCatalogue();
  turned.channels.reverse();
  for (const channel of turned.channels) channel.methods.reverse();
  expect(differences(shippedCatalogue(), turned)).toEqual([]);
});

test("what changed is named down to the field, and says which channels it touches", () => {
  const next = shippedCatalogue();
  const zalo = next.channels.find((channel) => channel.key === "ZALOPAY")!;
  zalo.methods.find((method) => method.key === "ZALOPAY_WALLET")!.hasSandbox = false;
  next.channels = next.channels.filter((channel) => channel.key !== "BBL");
  next.brands.unshift({ ...next.brands[0]!, id: "new-way" });
  const found = differences(shippedCatalogue(), next);
  expect(found.map(({ path, change }) => `${change} ${path}`)).toEqual([
    "added brands/new-way",
    "removed channels/BBL",
    "changed channels/ZALOPAY/methods/ZALOPAY_WALLET/hasSandbox",
  ]);
  expect(channelsTouched(found)).toEqual(["BBL", "ZALOPAY"]);
});

test("any table survives the way into a file and back", () => {
  // What begins like a formula is told apart on purpose; see the next test.
  const field = fc
    .string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "가", "'") })
    .map((text) => (text.startsWith("\r") ? `a${text}` : text));
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const kept = rows.filter((row) => row.some((one) => one !== ""));
      expect(fromCsv(toCsv(rows)).map(({ fields }) => fields)).toEqual(kept);
    }),
  );
});

test("a name that begins like a formula does not become one in a spreadsheet", () => {
  expect(toCsv([["=cmd()", "+82", "fine"]])).toBe("'=cmd(),'+82,fine\r\n");
});

test("the methods come back from their own file unchanged", () => {
  const read = withMethodsFromCsv(shippedCatalogue(), methodsToCsv(shippedCatalogue()));
  expect(read.ok && differences(shippedCatalogue(), read.catalogue)).toEqual([]);
});

test("a changed row is one change, a row that is gone is a method removed", () => {
  const lines = methodsToCsv(shippedCatalogue()).split("\r\n");
  const at = lines.findIndex((line) => line.includes(",ZALOPAY_WALLET,"));
  lines[at] = lines[at]!.replace(/,full,no$/, ",partial,no");
  const gone = lines.findIndex((line) => line.includes(",ZALOPAY_ALL,"));
  lines.splice(gone, 1);
  const read = withMethodsFromCsv(shippedCatalogue(), lines.join("\n"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(differences(shippedCatalogue(), read.catalogue).map(({ path, change }) => `${change} ${path}`)).toEqual([
    "changed channels/ZALOPAY/methods/ZALOPAY_WALLET/refund",
    "removed channels/ZALOPAY/methods/ZALOPAY_ALL",
  ]);
  expect(catalogueProblems(read.catalogue)).toEqual([]);
});

test("wrong rows are named with their line, column and word, all of them at once", () => {
  const csv = methodsToCsv(shippedCatalogue());
  const lines = csv.split("\r\n");
  const first = lines[1]!.split(",");
  lines[1] = [...first.slice(0, 4), "walet", ...first.slice(5)].join(",");
  lines[2] = lines[2]!.replace("APPOTAPAY,", "APOTAPAY,");
  lines[3] = lines[4]!;
  expect(problemsOf(lines.join("\r\n"))).toEqual([
    { line: 2, column: "type", problem: "shape", word: "walet" },
    { line: 3, column: "channel", problem: "unknownChannel", word: "APOTAPAY" },
    { line: 5, column: "key", problem: "duplicate", word: "APPOTAPAY_VA_VIETCAPITAL" },
  ]);
  expect(problemsOf("channel,key\nZALOPAY,X")).toContainEqual({
    line: 1,
    column: "refund",
    problem: "missingColumn",
    word: "refund",
  });
  expect(problemsOf("")).toHaveLength(14);
});
