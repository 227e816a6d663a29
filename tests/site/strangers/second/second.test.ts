import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { asked } from "../strangers.ts";
import { secondPages, secondShops } from "./second.ts";

const pages = secondPages();
const shops = secondShops();
const charsetIn = (html: string) => /charset=["']?([\w-]+)/.exec(html)?.[1] ?? "utf-8";
const textOf = (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes);
  return iconv.decode(buffer, charsetIn(buffer.toString("latin1")));
};
const squeezed = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replace(/[\s,.·()-]/g, "");

test("the second set of strangers is large, and every page and shop has its own name", () => {
  expect(pages.length).toBeGreaterThanOrEqual(240);
  expect(shops.length).toBeGreaterThanOrEqual(40);
  const names = [...pages, ...shops].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(pages.map(({ lang }) => lang)).size).toBe(7);
  expect(pages.filter(({ lang }) => lang === "ko").length / pages.length).toBeGreaterThan(0.4);
});

test.each([true, false])(
  "each half (held out: %s) has both sides of every requirement, on pages and in shops",
  (held) => {
    for (const all of [pages, shops])
      for (const name of asked) {
        const marks = all.filter(({ heldOut }) => heldOut === held).map(({ truth }) => truth[name]);
        expect(marks, name).toContain("+");
        expect(
          marks.some((mark) => mark === "-" || mark === "~"),
          name,
        ).toBe(true);
      }
    const own = pages.filter(({ heldOut }) => heldOut === held);
    expect(own.some(({ tokushoho }) => tokushoho)).toBe(true);
    expect(own.some(({ company }) => company.bizRegNoValid === "false")).toBe(true);
    expect(own.length).toBeGreaterThanOrEqual(100);
  },
);

test("pages hold more that is not met than is met, for every requirement", () => {
  for (const name of asked) {
    const marks = pages.map(({ truth }) => truth[name]);
    const met = marks.filter((mark) => mark === "+").length;
    expect(met, name).toBeGreaterThanOrEqual(20);
    expect(marks.filter((mark) => mark === "-" || mark === "~" || mark === ".").length, name).toBeGreaterThan(met);
  }
});

test.each(pages.map((page) => [page.name, page] as const))("%s says what is told of its company", (_, page) => {
  const html = textOf(page.bytes);
  expect(html).not.toMatch(/^%(?:grid|detail|basket|order)\b|\[\[[bx]:|^!(?:head|biz|tok)/m);
  const text = squeezed(html);
  if (page.company.bizRegNoValid === "true") expect(page.company.bizRegNo?.replace(/\D/g, "")).toHaveLength(10);
  for (const key of ["companyName", "bizRegNo", "representative", "address", "phone", "mailOrderNo"]) {
    const told = page.company[key];
    if (told === undefined || told === "*") continue;
    const spellings = told.split(" || ").filter((each) => each !== "*");
    expect(
      spellings.some((each) => text.includes(squeezed(each))),
      `${key} ${told}`,
    ).toBe(true);
  }
});

test("shops have two pages at least, each with an address of its own", () => {
  for (const { name, pages: own } of shops) {
    expect(own.length, name).toBeGreaterThanOrEqual(2);
    expect(new Set(own.map(({ url }) => url)).size, name).toBe(own.length);
  }
});
