import { expect, test } from "vitest";
import { pageOf } from "../archive/folder.server.ts";
import { judge } from "../judge/judge.ts";
import { descendants, isElement, parseHtml } from "./dom.ts";

const many = (n: number, piece: (n: number) => string) => Array.from({ length: n }, (_, at) => piece(at)).join("");
const again = (piece: string, n: number) => piece.repeat(n);

/** Pages that were made to keep a reader busy: each once kept this one for a minute, or brought it down. */
const pages: Record<string, string> = {
  "a hundred thousand boxes in each other": again("<div>", 100_000),
  "lists and links in each other": again("<ul><li><a href='/x'>", 30_000),
  "two hundred thousand boxes beside each other": again("<div>a</div>", 200_000),
  "sixty thousand links in one line": many(60_000, (n) => `<a href="/p/${n}">상품 ${n}</a>`),
  "a shelf of eight thousand": `<ul>${many(8_000, (n) => `<li><a href="/p/${n}"><img src=a><h3>접시 ${n}</h3><span>12,000원</span></a></li>`)}</ul>`,
  "a table of thirty thousand rows": `<table>${again("<tr><th>상호</th><td>숲과길</td></tr>", 30_000)}</table>`,
  "thirty thousand headings": again("<h2>배송안내</h2><p>2~3일 소요</p>", 30_000),
  "twenty thousand questions": again("<p>배송은 얼마나 걸리나요?</p><p>2일</p>", 20_000),
  "twenty thousand feet": again("<footer><div>상호: a 대표: b</div></footer>", 20_000),
  "fifty thousand fields": again("<input name='a' type='text'>", 50_000),
  "labels in each other": again("<label>", 20_000) + again("<input>", 2_000),
  "a line of a million figures": `<footer>${again("1", 1_000_000)}</footer>`,
  "figures apart behind a label": `<footer>사업자등록번호 ${again("12 ", 400_000)}</footer>`,
  "a line of beginnings of telephones": `<footer>${again("02-", 400_000)}</footer>`,
  "an address without end": `<footer>서울 강남구 ${again("가나다 ", 200_000)}</footer>`,
  "a word without end": `<p>${again("a", 2_000_000)}</p>`,
  "spaces without end": `<p>${again(" ", 2_000_000)}x</p>`,
  "brackets that never close": `<footer>상호${again("(", 200_000)}</footer>`,
  "masks without end": `<footer>${again("*○x", 200_000)}</footer>`,
  "prices without end": `<p>${again("1,000원 ", 200_000)}</p>`,
  "a comment that never closes": `<!--${again("-", 2_000_000)}`,
  "an element with two hundred thousand attributes": `<a ${again("x='y' ", 200_000)} href='/'>배송</a>`,
  "data in data in data": `<script type="application/ld+json">${again("[", 100_000)}${again("]", 100_000)}</script>`,
  "twenty thousand products as data": `<script type="application/ld+json">[${many(20_000, (n) => `${n ? "," : ""}{"@type":"Product","name":"x${n}","offers":{"price":"1"}}`)}]</script>`,
};

test.each(Object.entries(pages))(
  "%s is read to an end",
  (_, body) => {
    const html = `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;
    const page = pageOf("https://hostile.example/", Buffer.from(html), "text/html; charset=utf-8", 200, "page.html");
    const { requirements } = judge({
      origin: "https://hostile.example",
      pages: [page],
      unreachable: [],
      leftOut: 0,
      robots: "none",
    });
    for (const { evidence } of Object.values(requirements))
      for (const { quote } of evidence) expect(quote.length).toBeLessThanOrEqual(240);
  },
  20_000,
);

test("what is read of a page is never deeper nor larger than what an honest one has", () => {
  const deepest = (html: string) => {
    let most = 0;
    for (const element of descendants(parseHtml(html))) {
      let depth = 0;
      for (let up: unknown = element; isElement(up as never); up = (up as { parent: unknown }).parent) depth++;
      most = Math.max(most, depth);
    }
    return most;
  };
  expect(deepest(again("<div>", 2_000))).toBe(512);
  expect([...descendants(parseHtml(again("<b>a</b>", 40_000)))]).toHaveLength(30_000);
  // What lies deeper is still read, and what closes it closes no more than it opened.
  const page = parseHtml(`<main>${again("<i>", 1_000)}배송${again("</i>", 1_000)}</main><footer>상호</footer>`);
  expect([...descendants(page)].filter(({ name, parent }) => name === "footer" && parent === page)).toHaveLength(1);
});
