import { countOf } from "../lexicon/compile.ts";
import {
  adviceTitle,
  article,
  byline,
  instruction,
  isFiller,
  jobTerms,
  jobTitle,
  logistics,
  orderDone,
  ownOrders,
  partnerTitle,
  placeholder,
  provider,
  providerName,
} from "../lexicon/voices.ts";
import { ancestors } from "../page/dom.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

/** Whose words a page is made of. Each a score; 1 is a suspicion, 2 is as good as sure. */
export interface Voice {
  /** Somebody writing about shops: a post, a column, news. */
  article: number;
  /** The terms of a payment company. */
  provider: number;
  /** A member's own orders. */
  ownOrders: number;
  /** An advertisement for a post: 1 by its title, 2 by its terms too. */
  job: number;
  /** For sellers, suppliers or dealers: their returns are not the buyers'. */
  partner: boolean;
  /** Will be filled one day. */
  unfinished: boolean;
}

const AGREEMENT =
  /agreement|terms|conditions|policy|약관|정책|規約|条件|điều khoản|chính sách|ข้อกำหนด|นโยบาย|syarat|kebijakan|條款|政策|协议/u;
const ARTICLE_TYPES =
  /^(?:BlogPosting|NewsArticle|Article|Review|AdvertiserContentArticle|ReportageNewsArticle|TechArticle|OpinionNewsArticle)$/;
const ARTICLE_PATH =
  /\/(?:blogs?|news|posts?|magazine|journal|articles?|column|story|stories|press|tin-tuc|berita|media|bbs|board|community|archives)(?:\/|$|\?|\.)|\/20\d\d\/\d\d\//;
const DATE =
  /(?:20\d\d[./-]\s?\d{1,2}[./-]\s?\d{1,2}|20\d\d\s?[년年]\s?\d{1,2}\s?[월月]|\d{1,2}[./]\d{1,2}[./]20\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2},? 20\d\d|\d{1,2} (?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม)\.? ?(?:20|25)\d\d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|tháng|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)[a-z]*\.? (?:20\d\d|\d{1,2}))/u;
const IN_FORCE =
  /시행|개정|updated?|effective|revised|last modified|制定|改定|施行|cập nhật|hiệu lực|ปรับปรุง|มีผล|diperbarui|berlaku|更新|生效|修訂/u;

export function voiceOf(page: Page): Voice {
  const main = page.blocks.filter(({ region, said, hidden }) => region === "main" && !said && !hidden);
  const text = main.map(({ norm }) => norm).join("\n");
  const heading = normalise(page.heading);
  const title = normalise(page.title).split(/ [|–—\-:·»<] /)[0] ?? "";
  const top = `${title}\n${heading}`;
  return {
    article: articleScore(page, text, top, main),
    provider: providerScore(text, top),
    ownOrders: ownOrdersScore(text, top),
    job: jobScore(text, top),
    partner: isForPartners(text, top),
    unfinished:
      placeholder.test(text) ||
      placeholder.test(title) ||
      instruction.test(text) ||
      main.some(({ norm }) => isFiller(norm)),
  };
}

function jobScore(text: string, top: string): number {
  if (!top.split("\n").some((line) => jobTitle.test(line))) return 0;
  const { distinct } = countOf(jobTerms, text);
  return distinct >= 2 ? 2 : distinct;
}

/** The title says so, and so does the text: a link to the partners' page alone is in many a menu. */
function isForPartners(text: string, top: string): boolean {
  // Who ships for other shops speaks of parcels all day long.
  if (countOf(logistics, text).distinct >= 2) return true;
  const titled = top.split("\n").some((line) => line.length <= 60 && partnerTitle.test(line));
  return titled && countOf(partnerTitle, text).times >= 2;
}

function articleScore(page: Page, text: string, top: string, main: Page["blocks"]): number {
  let score = 0;
  if (page.jsonLd.some(({ types }) => types.some((type) => ARTICLE_TYPES.test(type)))) score += 1.2;
  if (page.microdata.some(({ types }) => types.some((type) => ARTICLE_TYPES.test(type)))) score += 1;
  if (page.meta["og:type"] === "article") score += 0.4;
  if (page.meta["article:published_time"] || page.meta.author) score += 0.3;
  if (ARTICLE_PATH.test(pathOf(page.url))) score += 0.8;
  if (adviceTitle.test(top)) score += 1;
  // The line under the title: who wrote it, and when.
  const start = Math.max(
    0,
    main.findIndex(({ level }) => level === 1) >= 0
      ? main.findIndex(({ level }) => level === 1)
      : main.findIndex(({ level }) => level > 0 && level < 7),
  );
  const near = main.slice(start, start + 6).filter(({ norm }) => norm.length < 160);
  if (near.some(({ norm }) => DATE.test(norm) && !IN_FORCE.test(norm))) score += 0.7;
  // The page sets it as a piece of writing; a policy that a theme wraps so bears neither date nor author.
  const isPiece = near.some(({ element }) => [element, ...ancestors(element)].some(({ name }) => name === "article"));
  if (isPiece && near.some(({ norm }) => (DATE.test(norm) && !IN_FORCE.test(norm)) || byline.test(norm))) score += 0.6;
  if (near.some(({ norm }) => byline.test(norm))) score += 0.6;
  else if (byline.test(text)) score += 0.3;
  const voice = countOf(article, text);
  score += Math.min(1.6, voice.distinct * 0.35);
  return isHouseRule(main) ? score / 2 : score;
}

const OPERATOR =
  /^(?:(?:작성자|글쓴이|등록자|posted by|by|投稿者|作者)\s?[:：]?\s?)?(?:운영자|운영팀|관리자|최고관리자|admin(?:istrator)?|店長|管理者|運営者|管理員|quản trị viên|ผู้ดูแล|pengelola)(?![\p{L}])/u;
const RULES =
  /(?:배송|반품|교환|환불|취소)[^.]{0,14}(?:규정|정책|기준)|(?:shipping|delivery|returns?|refunds?|exchange)[^.]{0,20}polic(?:y|ies)|(?:返品|配送|返金)[^。]{0,8}(?:規定|規約)|(?:配送|退換?貨|退款)[^。]{0,6}(?:規定|政策)/u;

/** What the operator of a shop posts on its board under the name of a rule is the shop's own word, dated or not. */
const isHouseRule = (main: Page["blocks"]): boolean =>
  main.some(({ norm }) => norm.length < 60 && OPERATOR.test(norm)) &&
  main.some(({ norm }) => norm.length < 60 && RULES.test(norm));

function providerScore(text: string, top: string): number {
  const { distinct, times } = countOf(provider, text);
  const named = providerName.test(top) || provider.test(top);
  // Their name over an agreement is enough: whatever it says of refunds, they say it.
  if (top.split("\n").some((line) => line.length <= 60 && providerName.test(line) && AGREEMENT.test(line))) return 2;
  if (distinct >= 4 && times >= 5) return 2;
  if (named && distinct >= 2) return 2;
  return distinct >= 3 && times >= 4 ? 1 : 0;
}

function ownOrdersScore(text: string, top: string): number {
  const dates = text.match(new RegExp(DATE.source, "gu"))?.length ?? 0;
  const { distinct } = countOf(ownOrders, text);
  const titled = countOf(ownOrders, top).distinct > 0;
  if (orderDone.test(top)) return 2;
  if (titled && distinct >= 2) return 2;
  if (dates >= 2 && distinct >= 3) return 2;
  return dates >= 1 && distinct >= 3 ? 1 : 0;
}

export const pathOf = (url: string): string => {
  if (!URL.canParse(url)) return url.toLowerCase();
  const { pathname, search } = new URL(url);
  try {
    return normalise(decodeURIComponent(pathname + search));
  } catch {
    return (pathname + search).toLowerCase();
  }
};
