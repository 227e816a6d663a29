import type { FoundValue } from "../business/extract.ts";
import { samePeople } from "../business/same-people.ts";
import { refundDays, refundFacets } from "../judge/facets.ts";
import type { PageJudgement } from "../judge/judge-page.ts";
import { pricesIn } from "../lexicon/money.ts";
import { condition as faultWords } from "../lexicon/refund.ts";
import { free, shipping } from "../lexicon/shipping.ts";
import { selectorOf } from "../page/dom.ts";
import type { Notice } from "../report.schema.ts";

const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/주식회사|\(주\)|㈜|유한회사|株式会社|合同会社|co\.?,? ?ltd\.?|inc\.?/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Where a site says one thing here and another there. For a person: some differences have good reasons. */
export function contradictionsOf(pages: PageJudgement[]): Notice[] {
  return [...twoValues(pages), ...refundPeriods(pages), ...shippingFees(pages)];
}

function twoValues(pages: PageJudgement[]): Notice[] {
  const notices: Notice[] = [];
  for (const field of ["representative", "bizRegNo", "companyName", "mailOrderNo"] as const) {
    const values = new Map<string, FoundValue & { url: string }>();
    for (const page of pages)
      for (const value of page.business.found)
        if (value.field === field && !values.has(plain(value.value)))
          values.set(plain(value.value), { ...value, url: page.url });
    // Of a company's name a part will do; who else represents it is said or not said.
    const isHeads = field === "representative";
    const isSpelling = (one: string, other: string) => !isHeads && (one.includes(other) || other.includes(one));
    // A Latin spelling beside the Korean one is the same company.
    const scripts = [...values.entries()].filter(
      ([key]) =>
        /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key) ||
        field === "bizRegNo" ||
        field === "mailOrderNo",
    );
    const different = scripts.filter(
      ([key, { value }], index) =>
        !scripts.some(
          ([other, { value: its }], at) =>
            at !== index && (isSpelling(key, other) || (isHeads && isSameHeads(value, its))),
        ),
    );
    if (different.length < 2) continue;
    notices.push({
      code: `contradiction.${field}`,
      severity: "before",
      facts: { values: different.map(([, { value }]) => value) },
      evidence: different.slice(0, 4).map(([, { url, quote, selector }]) => ({ url, quote, selector, shot: null })),
    });
  }
  return notices;
}

const isSameHeads = (one: string, other: string): boolean => {
  const heads = (text: string) => text.split(/[,·/&、]/).map((name) => [name]);
  return samePeople(one, heads(other)) || samePeople(other, heads(one));
};

/** 30-day returns here, seven days there; a longer time for faulty goods is the law and no contradiction. */
function refundPeriods(pages: PageJudgement[]): Notice[] {
  const stated = new Map<number, Notice["evidence"][number]>();
  pages.forEach((page) => {
    if (page.kind === "article" || page.kind === "account") return;
    for (const line of page.lines.refund) {
      if (
        !refundFacets(line).has("period") ||
        /영업일|business days|営業日|ngày làm việc|วันทำการ|hari kerja|工作[天日]|3 ?개월|30 ?일 ?이내 ?또는|안 ?날|discover/u.test(
          line.text,
        )
      )
        continue;
      const isMoney =
        /카드사|승인|입금|환급|처리|processed|issued|credited|refunds? (?:are|will|is|within)|返金|hoàn tiền|คืนเงิน|dana|退款|刷退/u.test(
          line.text,
        );
      const isFault =
        /불량|하자|파손|오배송|다르|defect|damag|faulty|wrong|不良|破損|誤|lỗi|hỏng|ชำรุด|เสียหาย|cacat|rusak|瑕疵|損/u.test(
          line.text,
        ) && faultWords.test(line.text);
      const [longest] = refundDays(line).reverse();
      if (isMoney || isFault || longest === undefined || longest < 2 || stated.has(longest)) continue;
      stated.set(longest, {
        url: page.url,
        quote: line.block.text.slice(0, 240),
        selector: selectorOf(line.block.element),
        shot: null,
      });
    }
  });
  return stated.size < 2
    ? []
    : [
        {
          code: "contradiction.refundPeriod",
          severity: "before",
          facts: { days: [...stated.keys()].sort((a, b) => a - b).map(String) },
          evidence: [...stated.values()].slice(0, 4),
        },
      ];
}

const CONDITION =
  /이상|미만|over|above|more than|from \$|spend|orders? (?:of|over)|以上|未満|từ|trên|ขึ้นไป|di atas|minimal|滿|满|최소/u;

/** Free for everybody here, a fee for everybody there. */
function shippingFees(pages: PageJudgement[]): Notice[] {
  let freely: Notice["evidence"][number] | null = null;
  let charged: Notice["evidence"][number] | null = null;
  pages.forEach((page) => {
    for (const block of page.page.blocks) {
      if (
        block.hidden ||
        block.said ||
        block.norm.length > 160 ||
        CONDITION.test(block.norm) ||
        /반품|교환|환불|return|返品|交換|提携|도서산간|제주|沖縄|離島|express|특급/u.test(block.norm)
      )
        continue;
      const label = block.under[0] ?? "";
      const isFree =
        free.test(block.norm) ||
        (/송료|배송비|送料|shipping fee|運費/u.test(label) && /^(?:전국 ?)?(?:무료|無料|free|免費)/u.test(block.norm));
      const amounts = pricesIn(block.norm);
      const isFee =
        /배송비|送料|shipping (?:fee|cost|charge)|delivery fee|運費|phí vận chuyển|ค่าจัดส่ง|ongkir/u.test(
          `${block.norm} ${label}`,
        ) &&
        shipping.test(`${block.norm} ${label}`) &&
        amounts.some(({ amount }) => amount > 0);
      const span = { url: page.url, quote: block.text.slice(0, 240), selector: selectorOf(block.element), shot: null };
      if (isFree && !isFee) freely ??= span;
      if (isFee && !isFree) charged ??= span;
    }
  });
  return freely && charged
    ? [{ code: "contradiction.shippingFee", severity: "before", facts: {}, evidence: [freely, charged] }]
    : [];
}
