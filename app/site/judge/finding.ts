import type { SiteRequirement, SiteVerdict } from "#workflows/site/requirements.ts";
import type { Block } from "../page/blocks.ts";
import { selectorOf } from "../page/dom.ts";
import type { Page } from "../page/page.ts";
import type { Lines } from "./policy-lines.ts";
import type { Voice } from "./voice.ts";

/** Where on the site something was read. */
export interface Span {
  url: string;
  /** As it stands on the page, white space collapsed, at most 240 letters. Text, never markup. */
  quote: string;
  selector: string;
}

/** Why a rule says what it says: a key of `words.ts` (reasons, and the sentence on how to fix it). */
export type Reason =
  | "productsShown"
  | "productShown"
  | "tooFewProducts"
  | "testProducts"
  | "priceZero"
  | "genericNames"
  | "allSoldOut"
  | "quoteOnly"
  | "amountTyped"
  | "emptyShop"
  | "noProducts"
  | "policyStated"
  | "digitalDeliveryStated"
  | "policyInData"
  | "policyEmpty"
  | "policyPlaceholder"
  | "policyThin"
  | "policyUnfilled"
  | "policyHidden"
  | "returnShippingOnly"
  | "articleNotPolicy"
  | "articleMaybe"
  | "providersTerms"
  | "ownOrdersOnly"
  | "jobAdvert"
  | "partnersTerms"
  | "exchangeOnly"
  | "noRefundAtAll"
  | "shorterThanLaw"
  | "noPolicy"
  | "orderPageWorks"
  | "buyControl"
  | "basketLeadsOn"
  | "buyControlUnproven"
  | "paymentKit"
  | "deadControl"
  | "externalMarket"
  | "messengerOnly"
  | "offlineOnly"
  | "orderPageUnfinished"
  | "noWayToBuy"
  | "unreachable"
  | "loginWall"
  | "appOnly"
  | "appPictures";

/** What one rule found on one page. */
export interface Finding {
  requirement: SiteRequirement;
  rule: string;
  version: number;
  verdict: SiteVerdict;
  reason: Reason;
  /** 0 to 1: how sure the rule is of its verdict. */
  confidence: number;
  evidence: Span[];
  /** What was read, by name: days, fee, number of products. */
  facts: Record<string, string | number | boolean | string[]>;
}

export interface Product {
  name: string;
  /** Major units; null when none is shown. */
  price: number | null;
  currency: string | null;
  /** Where it leads, or the page itself. */
  url: string;
  /** The page on which it was read. */
  foundOn: string;
  soldOut: boolean;
  selector: string;
  quote: string;
  source: "data" | "detail" | "card";
}

/** A page with what every rule wants to know of it, found once. */
export interface Subject {
  page: Page;
  lang: "ko" | "en" | "ja" | "vi" | "th" | "id" | "zh";
  voice: Voice;
  lines: Lines;
  products: Product[];
  /** The page is about one product. */
  isDetail: boolean;
}

export type Detector = (subject: Subject) => Finding | null;

const QUOTE = 240;

/** @param around a piece of the normalised text that should be inside the quote */
export function spanOf(page: Page, block: Block, around = ""): Span {
  const at = around === "" ? 0 : Math.max(0, block.norm.indexOf(around));
  const share = block.norm.length === 0 ? 0 : at / block.norm.length;
  const from =
    block.text.length <= QUOTE
      ? 0
      : Math.max(0, Math.min(block.text.length - QUOTE, Math.floor(share * block.text.length) - 20));
  return { url: page.url, quote: block.text.slice(from, from + QUOTE), selector: selectorOf(block.element) };
}
