import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LangContext } from "../i18n/lang-context.ts";
import type { Lang } from "../i18n/words.ts";
import { Choice } from "./choice.tsx";
import { CopyButton } from "./copy-button.tsx";
import { DateTime } from "./date-time.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { Field } from "./field.tsx";
import { Money } from "./money.tsx";
import { SearchList } from "./search-list.tsx";
import { Status } from "./status.tsx";

const rendered = (element: ReactElement, lang: Lang = "en") =>
  renderToStaticMarkup(<LangContext.Provider value={lang}>{element}</LangContext.Provider>);

test("a field carries what was typed and ties hint and error to its box", () => {
  const html = rendered(
    <Field label="Shop" name="people.0.shop" id="people-0-shop" value="http://x" hint="Why" error="Wrong" />,
  );
  expect(html).toContain('value="http://x"');
  expect(html).toContain('for="people-0-shop"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('aria-describedby="people-0-shop-hint people-0-shop-error"');
  expect(html).toMatch(/id="people-0-shop-error".*Wrong/);
});

test("an optional field says so in the language of the page, a needed one has no star", () => {
  expect(rendered(<Field label="상호" name="a" optional />, "ko")).toContain("(선택)");
  expect(rendered(<Field label="상호" name="a" />, "ko")).not.toMatch(/\*|선택/);
});

test("a search list is a plain list of boxes, ticked as they were", () => {
  const html = rendered(
    <SearchList
      legend="Where"
      name="countries"
      value={["vn"]}
      options={[
        { value: "vn", label: "Vietnam", group: "Asia" },
        { value: "jp", label: "Japan", group: "Asia" },
      ]}
    />,
  );
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).toMatch(/checked="" [^>]*value="vn"|value="vn"[^>]*checked=""/);
  expect(html).not.toContain('type="search"');
});

test("a choice posts the value of its card, and a locked card says why", () => {
  const html = rendered(
    <Choice
      legend="Kind"
      name="kind"
      value="b"
      options={[
        { value: "a", label: "A", locked: "Not yet" },
        { value: "b", label: "B" },
      ]}
    />,
  );
  expect(html).toMatch(/disabled="".*Not yet/);
  expect(html).toMatch(/<input[^>]*value="b"[^>]*checked=""|<input[^>]*checked=""[^>]*value="b"/);
});

test("the summary leads to each field, and is silent when nothing is wrong", () => {
  const list = [{ id: "shop", name: "shop", message: "Enter the shop." }];
  expect(rendered(<ErrorSummary errors={{ attempt: 0, list }} />)).toContain('href="#shop"');
  expect(rendered(<ErrorSummary errors={{ attempt: 0, list: [] }} />)).toBe("");
});

test("what only scripts can do is not offered before they run", () => {
  expect(rendered(<CopyButton text="x" />)).toBe("");
});

test("a status is a word and a shape, never colour alone", () => {
  for (const tone of ["act", "wait", "done", "closed", "problem", "info"] as const) {
    expect(rendered(<Status tone={tone} />)).toMatch(/<svg.*<\/svg>[A-Z]/);
  }
});

test("money and times are said in the language of the page", () => {
  expect(rendered(<Money amountMinor={5000} currency="KRW" />, "ko")).toContain("5,000원");
  expect(rendered(<DateTime at="2026-11-22T06:00:00Z" />, "ko")).toContain("11월 22일 (일) 15:00");
});
