import { controlsOf, paymentKitsOf } from "../judge/controls.ts";
import type { Detector, Finding } from "../judge/finding.ts";
import { hasCardFields, kindOf } from "../judge/page-kind.ts";
import { methodLabel, offlineMethod, onlineMethod } from "../lexicon/buying.ts";
import { placeholder } from "../lexicon/voices.ts";
import { attribute, collapseText, type Element, labelFor, selectorOf } from "../page/dom.ts";
import { normalise } from "../page/normalise.ts";
import type { Page } from "../page/page.ts";

interface Choice {
  element: Element;
  text: string;
  online: boolean;
  offline: boolean;
}

/**
 * A page where an order is paid: ways to pay that can be chosen (or a card's own fields, or a payment company's
 * kit), and the button that does it. Ways that pass every payment company by (bank transfer, cash) are no payment
 * function.
 */
export const orderPage: Detector = ({ page, voice }): Finding | null => {
  const kind = kindOf(page, voice);
  if (kind === "account" || kind === "article") return null;
  const choices = choicesOf(page, kind === "order");
  const controls = controlsOf(page);
  // On an order page "buy" is the last word too.
  const pays = controls.filter(({ says, state }) => (says === "pay" || kind === "order") && state === "live");
  const kits = paymentKitsOf(page);
  const cardFields = hasCardFields(page);
  const online = choices.filter((choice) => choice.online);
  const offline = choices.filter((choice) => choice.offline && !choice.online);
  const finding = (
    verdict: Finding["verdict"],
    reason: Finding["reason"],
    confidence: number,
    elements: (Element | null | undefined)[],
  ): Finding => ({
    requirement: "checkout",
    rule: "checkout.orderPage",
    version: 2,
    verdict,
    reason,
    confidence,
    evidence: elements
      .filter((element): element is Element => element != null)
      .slice(0, 4)
      .map((element) => ({ url: page.url, quote: quoteOf(element), selector: selectorOf(element) })),
    facts: {
      methods: online.slice(0, 12).map(({ text }) => text),
      kits: kits.slice(0, 6).map(({ what }) => what),
      button: pays[0]?.text ?? "",
    },
  });

  const button = pays[0]?.element;
  const kitElement = kits[0]?.element ?? button;
  if (online.length > 0 && pays.length > 0)
    return finding("fulfilled", "orderPageWorks", kits.length > 0 || cardFields ? 0.98 : 0.9, [
      button,
      ...online.map(({ element }) => element),
    ]);
  if (cardFields && pays.length > 0) return finding("fulfilled", "orderPageWorks", 0.9, [button]);
  if (kits.length > 0 && pays.length > 0) return finding("fulfilled", "paymentKit", 0.9, [kitElement, button]);
  if (kind !== "order") return null;

  const main = page.blocks.filter(({ region, hidden }) => region === "main" && !hidden);
  const unfinished = main.find(({ norm, level }) => norm.length < 100 && level === 0 && placeholder.test(norm));
  if (unfinished && online.length === 0 && kits.length === 0)
    return finding("not", "orderPageUnfinished", 0.8, [unfinished.element]);
  if (offline.length > 0 && online.length === 0 && kits.length === 0 && !cardFields)
    return finding(
      "not",
      "offlineOnly",
      0.8,
      offline.map(({ element }) => element),
    );
  if (online.length > 0 && controls.some(({ state }) => state === "dead"))
    return finding("not", "deadControl", 0.7, [controls.find(({ state }) => state === "dead")?.element]);
  if (kits.length > 0) return finding("unsure", "paymentKit", 0.5, [kitElement]);
  if (pays.length > 0) return finding("unsure", "buyControlUnproven", 0.5, [button]);
  return finding("unsure", "orderPageUnfinished", 0.4, [main[0]?.element]);
};

/** Radio buttons, boxes, options, tabs and buttons that name a way to pay. */
function choicesOf(page: Page, isOrder: boolean): Choice[] {
  const choices: Choice[] = [];
  const add = (element: Element, text: string) => {
    const norm = normalise(text);
    if (norm === "" || norm.length > 80) return;
    const choice = {
      element,
      text: text.slice(0, 60),
      online: onlineMethod.test(norm),
      offline: offlineMethod.test(norm),
    };
    if (choice.online || choice.offline) choices.push(choice);
  };
  const underMethod = new Set(
    page.blocks
      .filter(({ under }) => under.slice(0, 2).some((heading) => heading.length < 40 && methodLabel.test(heading)))
      .map(({ element }) => element),
  );
  // On the last page before paying the way is already chosen and stands there as text under its heading.
  if (isOrder)
    for (const { element, text, norm, control, hidden, region } of page.blocks)
      if (!hidden && !control && region === "main" && norm.length <= 60) {
        const [label = "", ...way] = norm.split(/[:：]/);
        if (underMethod.has(element) && norm.length <= 40) add(element, text);
        else if (way.length > 0 && label.length < 24 && methodLabel.test(label)) add(element, text);
      }
  for (const element of page.elements) {
    const { name, attribs } = element;
    if (name === "input" && /radio|checkbox/.test(attribs.type ?? "")) {
      const words = labelFor(element, page.elements);
      // An agreement names the card too; a way to pay is short and is not "I agree".
      if (!/동의|agree|accept|同意|đồng ý|ยอมรับ|setuju/iu.test(words))
        add(element, words || `${attribs.value ?? ""} ${attribs.name ?? ""}`);
      if (words && choices.at(-1)?.element !== element && /pay|method/i.test(attribs.name ?? ""))
        add(element, attribs.value ?? "");
    } else if (name === "option" && /pay|method|결제/i.test(selectName(element))) add(element, collapseText(element));
    else if (
      (name === "button" || name === "a" || attribs.role === "tab" || attribs.role === "radio" || name === "label") &&
      (underMethod.has(element) ||
        /pay(?:ment)?[-_]?(?:method|type|option)|settle/i.test(
          `${attribs.class ?? ""} ${attribs["data-method"] ?? ""} ${attribs.name ?? ""}`,
        ))
    )
      add(element, collapseText(element));
    else if (name === "li" && underMethod.has(element)) add(element, collapseText(element));
  }
  return choices;
}

const selectName = (option: Element): string => {
  const select = option.parent as Element | null;
  return select?.attribs ? `${attribute(select, "name")} ${attribute(select, "id")}` : "";
};

const quoteOf = (element: Element): string => {
  const words = collapseText(element);
  if (words !== "") return words.slice(0, 240);
  const { name, attribs } = element;
  return `<${name}${["type", "name", "value", "src", "action"].map((key) => (attribs[key] ? ` ${key}="${attribs[key]}"` : "")).join("")}>`.slice(
    0,
    240,
  );
};
