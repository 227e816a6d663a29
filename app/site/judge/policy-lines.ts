import { refund, refundLabel } from "../lexicon/refund.ts";
import { shipping, shippingLabel } from "../lexicon/shipping.ts";
import { cadence, customerVoice, instruction, isFiller, placeholder, provider, unfilled } from "../lexicon/voices.ts";
import type { Block } from "../page/blocks.ts";
import { normalise, weight } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";
import { pathOf } from "./voice.ts";

export type Topic = "shipping" | "refund";

/** A sentence that speaks of shipping or of giving back, by its own words or by what it stands under. */
export interface Line {
  block: Block;
  /** Normalised, values that a template left open taken out. */
  text: string;
  /** Heads of its row, column or term: `배송기간`, `delivery time (days)`. */
  label: string;
  /** It stands under a heading of the topic. */
  headed: boolean;
}

export interface Lines {
  shipping: Line[];
  refund: Line[];
  /** Headings that promise the topic. */
  headings: Record<Topic, Block[]>;
  /** Lines taken out because something is still to be written there, under a heading of the topic. */
  unwritten: Record<Topic, Block[]>;
  /** Lines in which a template left values open. */
  open: Record<Topic, Block[]>;
  /** Lines of the topic that nobody can see. */
  hidden: Record<Topic, Block[]>;
  /** Lines on giving back under a heading of a payment company. */
  foreign: Block[];
  /** Shipping words that appear only where goods go back. */
  returnShipping: Block[];
  /** The page calls itself by the topic: in its title, first heading or address. */
  claimed: Record<Topic, boolean>;
}

const PATH: Record<Topic, RegExp> = {
  shipping:
    /shipping|delivery|ship(?:ment)?(?:[-_/.]|$)|baesong|haiso|soryo|van-chuyen|giao-hang|pengiriman|배송|送料|配送/,
  refund:
    /refund|returns?(?:[-_/.]|$)|return-?policy|exchange|cancel|henpin|doi-tra|hoan-tien|pengembalian|retur|환불|반품|返品|退換|退貨/,
};

/** Lines end the topic of what stands above them: other matters of a shop. */
const otherMatter =
  /^(?:문의|고객센터|결제|개인정보|리뷰|후기|상품 ?(?:정보|상세|설명|문의)|contact|payments?|privacy|reviews?|description|details|specifications?|about|お支払い|お問い?合わせ|プライバシー|会社概要|商品説明|販売価格|liên hệ|thanh toán|bảo mật|mô tả|ติดต่อ|ชำระเงิน|รายละเอียด|kontak|pembayaran|deskripsi|privasi|聯絡|付款|商品說明|隱私)/u;

const QUESTION = /[?？]["'」』)]?$/u;

/** What is done with the data of people. */
export const PRIVACY =
  /개인정보|privacy|personal data|プライバシー|個人情報|bảo mật|riêng tư|ความเป็นส่วนตัว|ข้อมูลส่วนบุคคล|privasi|隱私|個人資料|cookie/u;

const SPLIT = /(?<=[。！？!?])\s*|(?<=[.])\s+(?=\S)|\s*[;；\n]\s*|\s+[•·▪■□※]\s*|\s+(?=\d{1,2}\)\s)|\s+(?=[①-⑳])/u;
const ABBREVIATION = /(?:\b(?:no|approx|incl|excl|e\.g|i\.e|etc|min|max|rp|tp|co|ltd|st|mr|ms|dr)\.|\d\.)\s*$/;

/** Sorts the sentences of a page by what they speak of. */
export function linesOf(page: Page): Lines {
  const lines: Lines = {
    shipping: [],
    refund: [],
    headings: { shipping: [], refund: [] },
    unwritten: { shipping: [], refund: [] },
    open: { shipping: [], refund: [] },
    hidden: { shipping: [], refund: [] },
    foreign: [],
    returnShipping: [],
    claimed: claims(page),
  };
  // A page without headings of its own is under its title.
  const pageTopic = topicOf(normalise(page.heading)) ?? topicOf(titleOf(page));
  const onPrivacy = PRIVACY.test(normalise(page.heading)) || PRIVACY.test(titleOf(page));
  // Where the page has headings, what stands before or outside them is not under its title: banners, dialogues.
  const hasHeadings = page.blocks.some(({ level, region, hidden }) => level > 0 && region === "main" && !hidden);
  let carried: Topic | null = null;
  let carriedUnder = "";
  // A question set as plain text heads its answer as a heading would, up to the next question or heading.
  let asked: Topic | "both" | null = null;

  for (const block of page.blocks) {
    if (block.said || block.region === "nav") continue;
    if (block.level > 0) asked = null;
    else if (QUESTION.test(block.norm) && weight(block.norm) <= 100 && block.linked < 0.5) asked = topicOf(block.norm);
    if (block.level > 0) {
      if (block.region !== "footer" && !block.hidden && weight(block.norm) <= 120 && block.linked < 0.8) {
        if (shippingLabel.test(block.norm)) lines.headings.shipping.push(block);
        if (refundLabel.test(block.norm)) lines.headings.refund.push(block);
      }
      // A heading may be the sentence itself (Returns within 30 days); a label never has a number in it.
      if (!/\d/.test(block.norm) || block.linked > 0.5) continue;
    }
    if (block.linked > 0.7 || (block.control && block.tag !== "textarea")) continue;
    if (block.under.some((heading) => provider.test(heading) && weight(heading) < 80)) {
      if (refund.test(block.norm)) lines.foreign.push(block);
      continue;
    }

    const context = contextOf(block, hasHeadings && block.under.length === 0 ? null : pageTopic) ?? asked;
    // What is done with people's data speaks of couriers and refunds too, and is neither policy.
    if (context === null && (onPrivacy || block.under.some((heading) => weight(heading) < 60 && PRIVACY.test(heading))))
      continue;
    const section = block.under.join("|");
    if (section !== carriedUnder) carried = null;
    carriedUnder = section;

    const isOpen = isFiller(block.norm) || instruction.test(block.norm);
    for (const sentence of sentencesOf(block.norm).flatMap(clausesOf)) {
      if (customerVoice.test(sentence)) continue;
      const says = { shipping: shipping.test(sentence), refund: refund.test(sentence) };
      const topic = decide(says, context, carried);
      if (!topic) {
        if (says.shipping && says.refund) lines.returnShipping.push(block);
        continue;
      }
      if (context === "both" || context === null) carried = topic;
      // How often a box comes, and when it is charged again, says nothing of its way.
      if (topic === "shipping" && cadence.test(sentence) && !/무료|無料|free|免費/.test(sentence)) continue;
      if (topic === "refund" && says.shipping) lines.returnShipping.push(block);
      if (block.hidden) {
        lines.hidden[topic].push(block);
        continue;
      }
      if (isOpen || placeholder.test(sentence)) {
        lines.unwritten[topic].push(block);
        continue;
      }
      const text = sentence.replace(unfilled, " ");
      if (text !== sentence) lines.open[topic].push(block);
      const label = block.cell || block.tag === "dd" ? block.under.slice(0, 2).join(" ") : "";
      lines[topic].push({ block, text, label, headed: context === topic || context === "both" });
    }
  }
  return lines;
}

function decide(says: Record<Topic, boolean>, context: Topic | "both" | null, carried: Topic | null): Topic | null {
  if (says.refund) return "refund";
  if (context === "refund") return "refund";
  if (says.shipping || context === "shipping") return "shipping";
  if (context === "both") return carried;
  return null;
}

/** The nearest heading that speaks of either; a heading on another matter ends it. */
function contextOf(block: Block, pageTopic: Topic | "both" | null): Topic | "both" | null {
  for (const heading of block.under) {
    const topic = topicOf(heading);
    if (topic) return topic;
    if (otherMatter.test(heading)) return null;
  }
  return block.region === "main" ? pageTopic : null;
}

export function topicOf(heading: string): Topic | "both" | null {
  if (weight(heading) > 120) return null;
  const ships = shippingLabel.test(heading.replace(/정기 ?배송|定期(?:便|配送)/gu, " "));
  const refunds = refundLabel.test(heading);
  return ships && refunds ? bothOrReturn(heading) : ships ? "shipping" : refunds ? "refund" : null;
}

/** 배송/교환/반품 is both; 반품 배송비, return shipping, 返品送料 is about the way back. */
const bothOrReturn = (heading: string): "both" | "refund" =>
  /(?:반품|교환|환불)[ 의]*(?:배송비|배송|택배비)|return (?:shipping|postage|delivery)|返品(?:時の)?(?:送料|配送)|返送料|phí (?:vận chuyển )?(?:đổi|trả)|ค่า(?:จัด)?ส่งคืน|ongkir retur|退貨運費/u.test(
    heading,
  )
    ? "refund"
    : "both";

const titleOf = (page: Page) => normalise(page.title).split(/\s[|–—\-:·»<]\s|[|｜]/)[0] ?? "";

function claims(page: Page): Record<Topic, boolean> {
  const path = pathOf(page.url);
  const top = [normalise(page.heading), titleOf(page)];
  const labels = { shipping: shippingLabel, refund: refundLabel };
  const claim = (topic: Topic) =>
    PATH[topic].test(path) ||
    top.some((text) => weight(text) <= 100 && labels[topic].test(text.replace(/정기 ?배송|定期(?:便|配送)/gu, " ")));
  return { shipping: claim("shipping"), refund: claim("refund") };
}

/** A sentence that speaks of both matters is read clause by clause. */
const clausesOf = (sentence: string): string[] =>
  shipping.test(sentence) && refund.test(sentence) && sentence.length > 24
    ? sentence.split(/\s*[,、，]\s*(?!\d{3})/u).filter((clause) => clause !== "")
    : [sentence];

export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const piece of text.split(SPLIT)) {
    const part = piece.trim();
    if (part === "") continue;
    const last = sentences.at(-1);
    if (last !== undefined && ABBREVIATION.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else sentences.push(part);
  }
  return sentences;
}
