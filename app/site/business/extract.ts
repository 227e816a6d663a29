import { unfilled } from "../lexicon/voices.ts";
import type { Block } from "../page/blocks.ts";
import { descendants, type Element, isElement, selectorOf } from "../page/dom.ts";
import { collapse, fold } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";
import { type BusinessField, type LabelHit, labelsIn } from "./labels.ts";
import { isValidRegistration } from "./registration.ts";
import {
  bareAddress,
  bareCompany,
  bareKoreanName,
  isMobile,
  koreanAddress,
  koreanRegNo,
  phonesIn,
  readers,
} from "./values.ts";

export interface BusinessInfo {
  companyName: string | null;
  bizRegNo: string | null;
  bizRegNoValid: boolean | null;
  representative: string | null;
  address: string | null;
  phone: string | null;
  phoneIsMobile: boolean | null;
  mailOrderNo: string | null;
  email: string | null;
}

export interface FoundValue {
  field: BusinessField;
  value: string;
  quote: string;
  selector: string;
}

interface Line {
  text: string;
  block: Block;
}

/** Full-width and compatibility forms folded, except the one sign that is part of a company's name. */
const soften = (text: string) =>
  collapse(
    [...text]
      .map((letter) => (letter === "㈜" ? letter : BARS.has(letter) ? "|" : letter === "ⓒ" ? "©" : fold(letter)))
      .join(""),
  )
    .replace(unfilled, " ")
    // 회 사 명 : 대 표 이 사 : letters of a label, set apart for looks.
    .replace(/(?<![가-힣\d])[가-힣](?: [가-힣]){1,6}(?= ?[:：])/gu, (run) => run.replaceAll(" ", ""))
    // Between figures every dash is a hyphen.
    .replace(/(?<=\d)(\s?)[‐‑‒–—―−](\s?)(?=\d)/gu, "$1-$2");
/** Letters that Korean shops set as a bar between values. */
const BARS = new Set(["ㅣ", "│", "｜", "ᅵ", "∣", "┃", "︱"]);

/**
 * The data of the company behind a page, from its foot first and then from anywhere, by labels where there are any
 * and by shape where there are none. What is masked, made of zeros or left open by a template is not there.
 *
 * @param lang tells mobile numbers apart by the country's plan
 */
export function businessOf(page: Page, lang: string): { info: BusinessInfo; found: FoundValue[] } {
  const visible = page.blocks.filter(({ hidden, said }) => !hidden && !said);
  const footer = linesOf(visible.filter(({ region }) => region === "footer"));
  const rest = linesOf(visible.filter(({ region, control }) => region !== "footer" && region !== "nav" && !control));
  const all = new Map<BusinessField, FoundValue[]>();
  for (const lines of [footer, rest]) {
    const labelled = lines === rest ? together(fromLabels(lines)) : fromLabels(lines);
    const bare = hasCompanyData(labelled, lines) ? fromShapes(lines, labelled) : [];
    for (const value of [...labelled, ...bare]) all.set(value.field, [...(all.get(value.field) ?? []), value]);
  }
  const first = (field: BusinessField) => all.get(field)?.[0]?.value ?? null;
  const phones = (all.get("phone") ?? []).map(({ value }) => value);
  const phone = phones.find((value) => !isMobile(value, lang)) ?? phones[0] ?? null;
  const number = all.get("bizRegNo")?.find(({ value }) => koreanRegNo(value))?.value ?? first("bizRegNo");
  // Ten digits in a row are a Korean number on a Korean page, and somebody else's elsewhere.
  const bizRegNo =
    number !== null && lang === "ko" && /^\d{10}$/.test(number) ? number.replace(/^(\d{3})(\d{2})/, "$1-$2-") : number;
  return {
    info: {
      companyName: first("companyName"),
      bizRegNo,
      bizRegNoValid: bizRegNo === null ? null : isValidRegistration(bizRegNo, lang),
      representative: first("representative"),
      address: first("address"),
      phone,
      phoneIsMobile: phone === null ? null : isMobile(phone, lang),
      mailOrderNo: first("mailOrderNo"),
      email: first("email"),
    },
    found: [...all.values()].flat(),
  };
}

/** Away from the foot a single label is a word like any other; a company's data stand together, or bear a number. */
function together(found: FoundValue[]): FoundValue[] {
  const kinds = new Set(found.map(({ field }) => field));
  if (kinds.has("bizRegNo") || kinds.has("mailOrderNo") || kinds.size >= 3) return found;
  return kinds.has("address") && kinds.has("phone")
    ? found
    : found.filter(({ field }) => field === "phone" || field === "email");
}

function linesOf(blocks: Block[]): Line[] {
  return blocks.map((block) => {
    const label = (block.tag === "dd" || isValueCell(block)) && block.level === 0 ? block.under[0] : undefined;
    const text = soften(block.text);
    return {
      text: label && !text.toLowerCase().startsWith(label) && labelsIn(label).length > 0 ? `${label} : ${text}` : text,
      block,
    };
  });
}

/** A cell beside its label; a column of a list (of customers, of orders) names other people's values. */
function isValueCell({ cell, element }: Block): boolean {
  const row = element.parent as Element | null;
  if (!cell || row?.name !== "tr") return false;
  const cells = row.children.filter(isElement);
  return cells.length === 2 || cells.some(({ name }) => name === "th");
}

/** A line of labels and values; a label at the end of a line speaks of the next line. */
function fromLabels(lines: Line[]): FoundValue[] {
  const found: FoundValue[] = [];
  lines.forEach(({ text, block }, index) => {
    if (text.length > 1_500 || SOMEBODY_ELSE.test(text)) return;
    const hits = labelsIn(text);
    hits.forEach((hit, at) => {
      if (hit.field === "other") return;
      const until = hits[at + 1]?.start ?? text.length;
      let raw = text.slice(hit.end, until);
      // In running text a label is a word like any other: a value follows it at once.
      const isSentence = text.length > 220 && !/^[\s]*[:：]/.test(raw);
      if (isSentence && hit.field !== "bizRegNo" && hit.field !== "mailOrderNo") return;
      const next = lines[index + 1];
      // The label of a field to fill in is no label of a value.
      const isField = [...descendants(block.element)].some(
        ({ name }) => name === "input" || name === "select" || name === "textarea",
      );
      if (isField && raw.trim() === "") return;
      if (
        /^[\s:：\-–=|.)\]]*$/.test(raw) &&
        until === text.length &&
        next &&
        (labelsIn(next.text)[0]?.start ?? 1) > 0 &&
        next.block.region === block.region
      )
        raw = next.text;
      if (hit.field === "companyName" || hit.field === "representative") {
        const startsLikeValue =
          /^\s*[:：.\-–=|)\]]|^\s+\S|^$/.test(raw) || raw === next?.text || text[hit.end - 1] === ".";
        if (!startsLikeValue) return;
        // "회사명" in a sentence goes on with a particle, a heading ends there.
        if (/^(?:[은는이가을를의과와도]|에서|으로)\s/.test(raw)) return;
      }
      const bare = raw.replace(/^[\s:：\-–=|.)\]]+/, "");
      const value = readers[hit.field](bare);
      // Several numbers may stand behind one label; which of them is a pocket's is decided later.
      for (const each of hit.field === "phone" && value ? phonesIn(bare) : [value])
        if (each)
          found.push({
            field: hit.field,
            value: each,
            quote: block.text.slice(0, 240),
            selector: selectorOf(block.element),
          });
    });
  });
  return found;
}

const hasCompanyData = (labelled: FoundValue[], lines: Line[]): boolean =>
  labelled.some(({ field }) => field === "bizRegNo" || field === "mailOrderNo") ||
  lines.some(
    ({ text, block }) =>
      block.region === "footer" && (bareCompany.test(text) || isValidRegistration(koreanRegNo(text) ?? "", "ko")),
  ) ||
  lines.some(({ text }) => koreanRegNo(text) !== null && bareCompany.test(text)) ||
  cardAt(lines) >= 0;

/** Where a company's name, its address and its telephone stand within four lines of each other, or -1. */
const cardAt = (lines: Line[]): number =>
  lines.findIndex(({ text }, at) => {
    if (text.length > 60 || !bareCompany.test(text)) return false;
    const near = lines.slice(at, at + 4).map((line) => line.text);
    return near.some((each) => bareAddress(each) !== null) && near.some((each) => phonesIn(each).length > 0);
  });

/** A line without the figures that stand right behind other labels: a company's number is nobody's telephone. */
function withoutOtherNumbers(text: string, labels: LabelHit[]): string {
  let rest = text;
  for (const { field, start, end } of labels) {
    if (field === "phone" || field === "representative" || field === "companyName") continue;
    const value = /^[\s:：.\-–=)]*[A-Z]{0,3}\d[\d\s.\-/]*/.exec(text.slice(end))?.[0] ?? "";
    rest = rest.slice(0, start) + " ".repeat(end - start + value.length) + rest.slice(end + value.length);
  }
  return rest;
}

const isOwnData = (hit: { field: string } | undefined): boolean =>
  hit !== undefined && /^(?:representative|bizRegNo|mailOrderNo|address|phone)$/.test(hit.field);

/** A line about a company that serves this one: who takes the payments, who keeps the shop's machine. */
const SOMEBODY_ELSE =
  /^(?:결제 ?대행|전자지급결제|pg ?사|호스팅 ?(?:서비스|제공|사업자)|쇼핑몰 ?(?:솔루션|구축)|payment (?:provider|processor|agent)|決済代行)/iu;

/** Values without labels, near a registration number or in the foot: told by their shape. */
function fromShapes(lines: Line[], labelled: FoundValue[]): FoundValue[] {
  const has = (field: BusinessField) => labelled.some((value) => value.field === field);
  const found: FoundValue[] = [];
  const near = new Set<number>();
  lines.forEach(({ text, block }, index) => {
    if (block.region === "footer" || koreanRegNo(text)) for (let at = index - 4; at <= index + 4; at++) near.add(at);
  });
  const card = cardAt(lines);
  const inCard = new Set(card < 0 ? [] : [0, 1, 2, 3].map((step) => lines[card + step]));
  for (const line of inCard) if (line) near.add(lines.indexOf(line));
  const add = (field: BusinessField, value: string | null | undefined, { block }: Line) => {
    if (value && !has(field) && !found.some((other) => other.field === field && other.field !== "phone"))
      found.push({ field, value: value.trim(), quote: block.text.slice(0, 240), selector: selectorOf(block.element) });
  };
  // A line with the number or a label of its own knows the name best; a heading over it may shorten it.
  const isSure = ({ text }: Line) =>
    !/니다|중개자/.test(text) && (koreanRegNo(text) !== null || labelsIn(text).some(isOwnData));
  const inOrder = [...lines.entries()].sort(([, a], [, b]) => Number(isSure(b)) - Number(isSure(a)));
  for (const [index, line] of inOrder) {
    const { text } = line;
    if (!near.has(index) || text.length > 600 || SOMEBODY_ELSE.test(text)) continue;
    const isBank = /은행|예금주|계좌|bank|농협|振込|ngân hàng|ธนาคาร|rekening/iu.test(text);
    if (!isBank) add("bizRegNo", koreanRegNo(text), line);
    // Ten figures by themselves, whose last one is right, among a company's data.
    if (!isBank)
      for (const piece of text.split(/[|/·•,\n]/))
        if (/^[1-9]\d{9}$/.test(piece.trim()) && isValidRegistration(piece.trim(), "ko"))
          add("bizRegNo", piece.trim().replace(/^(\d{3})(\d{2})/, "$1-$2-"), line);
    const labels = labelsIn(text).filter(
      ({ start, end }) => !/^(?:©|copyright|all rights)/i.test(text.slice(start, end)),
    );
    // Before the first label, and between a bar and the next label, stand the values that need none.
    const unlabelled = text.slice(0, labels[0]?.start ?? text.length);
    const withoutCopyright = unlabelled
      .replace(/(?:copyright|©|ⓒ|\(c\))[\s\d,–-]*/giu, " ")
      .replace(/all rights reserved.*$/iu, " ");
    const company = bareCompany.exec(withoutCopyright)?.[0];
    add("companyName", company?.replace(/^\s*by\s/i, ""), line);
    const withoutCompany = company ? text.slice(text.indexOf(company) + company.length).replace(/^[\s,.:|]+/, "") : "";
    // 소소한공방 | 대표자 …: a trade name has no form to be told by, but it opens the line of its own data.
    const opening = (/^([^|/·•,:：()]{2,24}?)\s*[|/·•,(]\s*\(?$/u.exec(unlabelled) ??
      // 쁘띠라뷰 ceo.류세린: one word, and then who stands behind it.
      (labels[0]?.field === "representative" ? /^([\p{L}\p{N}&.]{2,16})\s$/u.exec(unlabelled) : null))?.[1]?.trim();
    const isName =
      opening &&
      !bareKoreanName.test(opening) &&
      !/\d{3}|[.!?]$|copyright|©|ⓒ|고객|문의|안내|은행|bank/iu.test(opening);
    // 모래공방 | 한지윤 | 604-21-90779: no label at all, but the number says whose line it is.
    if (!opening && koreanRegNo(text) !== null && labels.length === 0) {
      const first = /^([^|/·•]{2,24}?)\s*[|/·•]/u.exec(text)?.[1]?.trim();
      if (first && !bareKoreanName.test(first) && !/\d{3}/.test(first)) add("companyName", first, line);
    }
    if (isName && isOwnData(labels[0])) add("companyName", opening, line);
    add(
      "address",
      koreanAddress
        .exec(text)?.[0]
        ?.replace(
          /\s*(?:[|/·]|,?\s*(?:tel|t\.|fax|전화|대표|사업자|통신판매|연락처|고객센터|이메일|e-?mail|우편)).*$/iu,
          "",
        )
        .replace(/,\s*$/, ""),
      line,
    );
    // In the foot an address shows what it is; elsewhere it may be anybody's.
    if (line.block.region === "footer" || inCard.has(line))
      for (const piece of [
        ...text.split(/\s[|·•/]\s|\||\n/),
        ...withoutCompany.split(/\.\s/),
        /〒\s?\d{3}-?\d{4}\s*[^|]{5,60}?(?=\s*(?:tel|電話|☎|fax|\||$))/iu.exec(text)?.[0] ?? "",
      ])
        add("address", bareAddress(piece), line);
    if (/\d{4}\s?-\s?[가-힣]{2,}\s?[가-힣]*\s?-\s?\d{3,6}/.test(text))
      add("mailOrderNo", readers.mailOrderNo(text.replace(/\d{3}-\d{2}-\d{5}/g, " ")), line);
    if (!isBank && !/fax|팩스/iu.test(text)) {
      // What stands behind another label is that label's number.
      const own = withoutOtherNumbers(text, labels);
      const numbers = phonesIn(own.replace(/\d{3}-\d{2}-\d{5}/g, " "));
      if (line.block.region === "footer" || koreanRegNo(text)) for (const number of numbers) add("phone", number, line);
    }
    add("email", readers.email(text), line);
    for (const piece of text.split(/[|ㅣ│/·•,\n]|\s{2,}/))
      if (bareKoreanName.test(piece.trim())) add("representative", piece, line);
  }
  return found;
}
