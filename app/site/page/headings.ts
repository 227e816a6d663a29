import { refundLabel } from "../lexicon/refund.ts";
import { shippingLabel } from "../lexicon/shipping.ts";
import type { Block } from "./blocks.ts";
import { ancestors, attribute, called, type Element, isElement, textOf } from "./dom.ts";
import { normalise, weight } from "./normalise.ts";

const SENTENCE_END = /(?:[.!?。！？…]|니다|세요|어요|됩니다|함|음|ます|です|ません|ค่ะ|ครับ)\s*$/;
const MARKED =
  /^(?:[■□●○◆◇▶▷※★☆◎▣◈⊙#*·•▪-]|[[【〔<《「『(]|\d{1,2}[.)]|제\s?\d{1,3}\s?조|article \d|第\s?\d{1,3}\s?[条條]|[①-⑳]|[ivx]{1,4}\.)/u;
const TITLED =
  /(?:^|[\s_-])(?:tit|title|ttl|heading|head|subject|question|label|subtit|sub-title|q)(?:\d|$|[\s_-])|accordion[-_]?(?:btn|button|header|title)|tab[-_]?(?:title|btn)/;

/** Words that may be a heading over text of one of the policies, or over something that ends it. */
const topical = new RegExp(`${shippingLabel.source}|${refundLabel.source}`, "u");
const ending =
  /^(?:문의|고객센터|결제|개인정보|이용약관|리뷰|후기|상품 ?(?:정보|상세|설명|문의)|contact|payment|privacy|terms|reviews?|description|details|specifications?|about|お支払い|お問い?合わせ|プライバシー|会社概要|商品説明|liên hệ|thanh toán|bảo mật|mô tả|ติดต่อ|ชำระเงิน|รายละเอียด|kontak|pembayaran|deskripsi|privasi|聯絡|付款|商品說明|隱私)/u;

/**
 * Gives every line the headings it stands under. Beside `h1` to `h6` a heading is what readers take for one: a
 * term of a list, the head of a row or column, a button over a panel, a short line in bold or behind a bullet.
 */
export function placeUnderHeadings(blocks: Block[]): void {
  for (const block of blocks)
    if (block.level === 0 && looksLikeHeading(block, blocks[block.index + 1])) block.level = 7;

  const open: { level: number; norm: string; region: string }[] = [];
  for (const block of blocks) {
    while (open.length > 0 && open.at(-1)!.region !== block.region) open.pop();
    if (block.level > 0) {
      while (open.length > 0 && open.at(-1)!.level >= block.level) open.pop();
      block.under = open.map(({ norm }) => norm).reverse();
      open.push({ level: block.level, norm: block.norm, region: block.region });
      continue;
    }
    block.under = [...labelsOf(block), ...open.map(({ norm }) => norm).reverse()];
  }
}

function looksLikeHeading(block: Block, next: Block | undefined): boolean {
  const { tag, norm, element } = block;
  if (tag === "dt" || tag === "summary" || tag === "legend" || tag === "caption") return weight(norm) <= 120;
  const isShort = weight(norm) <= 60 && (!SENTENCE_END.test(norm) || norm.endsWith("?"));
  if (!isShort || !next || block.region === "nav" || block.region === "header") return false;
  if (tag === "button" || opensPanel(element))
    return weight(norm) <= 60 && (topical.test(norm) || "aria-expanded" in element.attribs);
  if (block.control || (block.cell && !isAloneInRow(element))) return false;
  const stands = topical.test(norm) || ending.test(norm);
  if (!stands || /\d\s*(?:일|日|days?|ngày|วัน|hari|天|원|円)/u.test(norm)) return false;
  if (/[:：]\s*\S/.test(norm)) return false;
  // A link to the policy is no heading over it; a list of such links would make each one.
  if (block.linked > 0.8 && !opensPanel(linkOf(element) ?? element)) return false;
  if (tag === "li" && !MARKED.test(norm) && !isBold(element) && !TITLED.test(called(element))) return false;
  if (MARKED.test(norm) || TITLED.test(called(element)) || isBold(element)) return true;
  return (
    weight(norm) <= 40 &&
    !/[,、]/.test(norm) &&
    next.level === 0 &&
    weight(next.norm) > weight(norm) &&
    next.linked < 0.8
  );
}

/** A row of one bold cell is a heading over the rows below it. */
const isAloneInRow = (element: Element): boolean => {
  const row = element.parent as Element | null;
  return row?.name === "tr" && cellsOf(row).length === 1 && (element.name === "th" || isBold(element));
};

const opensPanel = ({ attribs }: Element): boolean =>
  "aria-expanded" in attribs ||
  "aria-controls" in attribs ||
  "data-bs-target" in attribs ||
  attribs["data-toggle"] === "collapse" ||
  attribs.role === "tab";

const linkOf = (element: Element): Element | undefined =>
  element.name === "a"
    ? element
    : (element.children.find((node) => isElement(node) && node.name === "a") as Element | undefined);

/** The whole of the line is in bold. */
function isBold(element: Element): boolean {
  if (/^(?:b|strong)$/.test(element.name) || /font-weight\s*:\s*(?:bold|[6-9]00)/.test(attribute(element, "style")))
    return true;
  const meaningful = element.children.filter((node) => isElement(node) || textOf(node).trim() !== "");
  return meaningful.length > 0 && meaningful.every((node) => isElement(node) && isBold(node as Element));
}

/** Heads of the row and column of a cell, the term of a definition. */
function labelsOf({ element }: Block): string[] {
  const holder = [element, ...ancestors(element)].find(
    ({ name }) => name === "td" || name === "dd" || name === "table",
  );
  if (!holder || holder.name === "table") return [];
  if (holder.name === "dd") {
    for (let before = holder.prev; before; before = before.prev)
      if (isElement(before) && before.name === "dt") return [normalise(textOf(before))];
    return [];
  }
  const row = holder.parent as Element;
  const cells = row.children.filter(
    (node): node is Element => isElement(node) && (node.name === "td" || node.name === "th"),
  );
  const column = cells.indexOf(holder);
  const labels: string[] = [];
  const first = cells[0];
  if (first && first !== holder) labels.push(normalise(textOf(first)));
  const before = cells[column - 1];
  if (before && before !== first && before.name === "th") labels.unshift(normalise(textOf(before)));
  const head = headRow(row);
  const top = head && head !== row ? cellsOf(head)[column] : undefined;
  if (top) labels.push(normalise(textOf(top)));
  return labels.filter((label) => label !== "" && label.length <= 60);
}

const cellsOf = (row: Element) =>
  row.children.filter((node): node is Element => isElement(node) && (node.name === "td" || node.name === "th"));

function headRow(row: Element): Element | undefined {
  const body = row.parent as Element | null;
  const firstRow = (element: Element | null | undefined) =>
    element?.children?.find((node): node is Element => isElement(node) && node.name === "tr");
  const table = body?.name === "table" ? body : (body?.parent as Element | null | undefined);
  const thead = table ? theadOf(table) : undefined;
  const head = firstRow(thead) ?? firstRow(body);
  return head && cellsOf(head).every(({ name }) => name === "th") ? head : thead ? head : undefined;
}

const theads = new WeakMap<Element, Element | null>();

/** A table is looked through once: some have thousands of rows. */
function theadOf(table: Element): Element | undefined {
  let known = theads.get(table);
  if (known === undefined) {
    known = table.children?.find((node): node is Element => isElement(node) && node.name === "thead") ?? null;
    theads.set(table, known);
  }
  return known ?? undefined;
}
