import { methodLabel, onlineMethod } from "../lexicon/buying.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

const MARK =
  /^(?:pay(?:ment)?[-_ ]?)?(visa|master ?card|amex|american express|jcb|paypal|apple ?pay|google ?pay|unionpay|line ?pay|paypay|kakao ?pay|naver ?pay|momo|vnpay|promptpay|gopay|ovo|shop ?pay|alipay|diners(?: club)?|discover)(?:[-_ ](?:logo|icon|mark))?$/;
const ENOUGH_MARKS = 2;

/**
 * What a shop says it can be paid with: in words under a heading of theirs, or by a row of at least two marks (a
 * single logo is as often an advertisement).
 */
export function paymentMarksOf(page: Page): string[] {
  const named = page.blocks
    .filter(
      ({ hidden, said, norm, under }) =>
        !hidden &&
        !said &&
        norm.length <= 160 &&
        onlineMethod.test(norm) &&
        under.slice(0, 2).some((heading) => heading.length < 40 && methodLabel.test(heading)),
    )
    .map(({ norm }) => onlineMethod.exec(norm)![0]);
  const shown = page.elements
    .filter(({ name }) => name === "img" || name === "svg" || name === "title")
    .map(
      ({ name, attribs, children }) =>
        MARK.exec(
          normalise(
            name === "title"
              ? children.map((node) => ("data" in node ? String(node.data) : "")).join("")
              : (attribs.alt ?? attribs["aria-label"] ?? ""),
          ),
        )?.[1],
    )
    .filter((mark) => mark !== undefined);
  const marks = new Set(shown);
  return [...new Set([...named, ...(marks.size >= ENOUGH_MARKS ? marks : [])])];
}
