import { review } from "../lexicon/voices.ts";
import {
  ancestors,
  attribute,
  called,
  type Document,
  type Element,
  isElement,
  isHiddenElement,
  isSilent,
  type Node,
} from "./dom.ts";
import { collapse, normalise } from "./normalise.ts";

export type Region = "header" | "nav" | "main" | "aside" | "footer";

/** One line of text as a reader meets it, and where it stands. */
export interface Block {
  index: number;
  /** As written, white space collapsed: this is what gets quoted. */
  text: string;
  /** As compared. */
  norm: string;
  tag: string;
  element: Element;
  region: Region;
  /** 1 to 6 for headings, 7 for what only looks like one, 0 for text. */
  level: number;
  /** Headings and labels it stands under, nearest first, as compared. */
  under: string[];
  /** Share of its letters that are links, 0 to 1. */
  linked: number;
  /** Not to be seen, and nothing on the page would show it. */
  hidden: boolean;
  /** Words of customers, not of the shop. */
  said: boolean;
  /** Part of something to press or choose. */
  control: boolean;
  /** Inside a table that lists, by row and column heads. */
  cell: boolean;
}

const blockTags = new Set(
  "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section select summary table tbody td textarea tfoot th thead tr ul".split(
    " ",
  ),
);

const LEADS = /^(?!#|javascript:|$)/i;
const TOGGLED =
  /tab|accord|collaps|panel|pane|toggle|faq|answer|modal|popup|layer|dialog|drop|slide|content|detail|view|menu|drawer|spoiler|expand|more|open|tooltip|sheet|cont\b|cnt/;
const REVIEW_BOX =
  /(?:^|[\s_-])(?:reviews?|comments?|testimonials?|feedback|ratings?|qna|qa-list|crema|alpha|후기|리뷰)(?:$|[\s_-])|review[-_]?(?:list|area|wrap|box|content|text)|comment[-_]?(?:list|body|text)/;

interface Scope {
  region: Region;
  hidden: boolean;
  said: boolean;
  control: boolean;
  link: boolean;
  owner: Element;
}

/** Cuts a page into its lines, in reading order, each with what stands above it. */
export function blocksOf(document: Document): Block[] {
  const blocks: Block[] = [];
  const shown = idsThatOpen(document);
  // Pieces, for a line may be put together of thousands of them.
  let pieces: string[] = [];
  let linked = 0;

  const flush = (scope: Scope) => {
    const clean = collapse(pieces.join(""));
    if (clean !== "") {
      const { owner } = scope;
      blocks.push({
        index: blocks.length,
        text: clean,
        norm: normalise(clean),
        tag: owner.name,
        element: owner,
        region: scope.region,
        level: 0,
        under: [],
        linked: Math.min(1, linked / clean.length),
        hidden: scope.hidden,
        said: scope.said,
        control: scope.control,
        cell: (owner.name === "td" || owner.name === "th") && !isLayout(owner),
      });
    }
    pieces = [];
    linked = 0;
  };

  const walk = (node: Node, scope: Scope) => {
    if (node.type === "text") {
      const { data } = node as { data: string };
      // Two inline elements without a gap between them are still two words, unless they are digits of one number.
      const end = pieces.at(-1) ?? "";
      if (
        end !== "" &&
        node.prev === null &&
        ((/[\p{L}\p{N})\]:|]$/u.test(end) && /^[\p{L}([]/u.test(data)) ||
          (/\p{L}$/u.test(end) && /^[\p{Sc}\d]/u.test(data))) &&
        isInlineBreak(node)
      )
        pieces.push(" ");
      if (data !== "") pieces.push(data);
      if (scope.link) linked += collapse(data).length;
      return;
    }
    if (!isElement(node) || isSilent(node)) return;
    if (node.name === "br") return flush(scope);
    if (node.name === "input") {
      // What nobody can change is text: old shops set prices so.
      const { type = "text", value = "" } = node.attribs;
      if (("readonly" in node.attribs || "disabled" in node.attribs) && type === "text" && !isHiddenElement(node))
        pieces.push(` ${value} `);
      return;
    }
    const own = scopeOf(node, scope, shown);
    const isBlock = blockTags.has(node.name);
    if (isBlock) {
      flush(scope);
      own.owner = node;
    }
    for (const child of node.children) walk(child, own);
    if (isBlock) flush(own);
  };

  const root: Scope = {
    region: "main",
    hidden: false,
    said: false,
    control: false,
    link: false,
    owner: bodyOf(document),
  };
  for (const node of document.children) walk(node, root);
  flush(root);
  nameRegions(blocks);
  return blocks;
}

/** A cell that holds a page rather than a value: the tables of the nineties. */
const isLayout = (cell: Element): boolean => {
  const inner = cell.children.filter(isElement);
  return (
    inner.filter(({ name }) => name === "br").length >= 3 ||
    (inner.some(({ name }) => name === "br") && inner.some(({ name }) => /^(?:p|center|hr)$/.test(name))) ||
    inner.some(({ name }) => /^(?:table|div|h[1-6]|form|ul|dl|section)$/.test(name))
  );
};

/** `<span>상호: 가나다</span><span>대표: 홍길동</span>`, but not `1<b>2</b>` nor a word with one bold letter. */
function isInlineBreak(node: Node): boolean {
  const parent = node.parent;
  return (
    isElement(parent as Node) &&
    /^(?:span|a|label|em|i|time|address|dfn|small|strong|b)$/.test((parent as Element).name)
  );
}

function bodyOf(document: Document): Element {
  const html = document.children.find((node) => isElement(node) && node.name === "html") as Element | undefined;
  const body = html?.children.find((node) => isElement(node) && node.name === "body") as Element | undefined;
  const any = body ?? html ?? (document.children.find(isElement) as Element | undefined);
  // A page of bare text has no element; something must own its lines.
  return (
    any ?? ({ name: "body", attribs: {}, children: document.children, parent: null, type: "tag" } as unknown as Element)
  );
}

/** Ids that something on the page opens: tabs, accordions, layers. */
function idsThatOpen(document: Document): Set<string> {
  const ids = new Set<string>();
  const stack: Node[] = [...document.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    const { href = "", for: target = "" } = node.attribs;
    if (href.startsWith("#") && href.length > 1) ids.add(href.slice(1));
    if (target) ids.add(target);
    for (const name of [
      "aria-controls",
      "data-target",
      "data-bs-target",
      "data-toggle-id",
      "data-tab",
      "data-id",
      "data-panel",
    ])
      for (const id of (node.attribs[name] ?? "").split(/\s+/)) if (id) ids.add(id.replace(/^#/, ""));
    stack.push(...node.children);
  }
  return ids;
}

function scopeOf(element: Element, outer: Scope, opened: Set<string>): Scope {
  const name = called(element);
  const { attribs } = element;
  const isHidden = isHiddenElement(element);
  const canOpen =
    isHidden &&
    (TOGGLED.test(name) ||
      opened.has(attribs.id ?? "") ||
      attribs.role === "tabpanel" ||
      "aria-labelledby" in attribs ||
      element.name === "details" ||
      isToggledBySibling(element));
  const role = attribs.role ?? "";
  let { region } = outer;
  if (
    element.name === "footer" ||
    role === "contentinfo" ||
    /(?:^|[\s_-])foot(?:er)?(?:$|[\s_-])|footer(?:wrap|area|box|inner)?|bottom[-_]?info/.test(name)
  ) {
    if (!isSmallFooter(element)) region = "footer";
  } else if (
    element.name === "nav" ||
    role === "navigation" ||
    /(?:^|[\s_-])(?:gnb|lnb|snb|navbar|breadcrumbs?|pagination|paging)(?:$|[\s_-])/.test(name)
  )
    region = region === "footer" ? "footer" : "nav";
  else if (
    element.name === "header" &&
    region === "main" &&
    ![...ancestors(element)].some(({ name }) => /^(?:article|section|main)$/.test(name))
  )
    region = "header";
  else if (element.name === "aside" && region === "main") region = "aside";
  else if (element.name === "main") region = "main";
  return {
    region,
    hidden: outer.hidden || (isHidden && !canOpen),
    said:
      outer.said ||
      (REVIEW_BOX.test(name) && !/^(?:html|body|main)$/.test(element.name)) ||
      /schema\.org\/Review/i.test(attribs.itemtype ?? ""),
    control:
      outer.control ||
      element.name === "button" ||
      element.name === "option" ||
      element.name === "select" ||
      (element.name === "label" && holdsChoice(element)),
    // A link to nowhere opens something here; only one that leads away makes its words a link.
    link: outer.link || (element.name === "a" && LEADS.test((attribs.href ?? "").trim())),
    owner: outer.owner,
  };
}

/** The foot of a card or a dialogue is no foot of the page. */
const isSmallFooter = (element: Element): boolean =>
  [...ancestors(element)].some(
    (up) =>
      up.name === "article" ||
      up.name === "blockquote" ||
      up.name === "form" ||
      /(?:^|[\s_-])(?:card|modal|dialog|entry|post)(?:$|[\s_-])/.test(called(up)),
  );

const holdsChoice = (label: Element): boolean =>
  label.children.some(
    (node) => isElement(node) && node.name === "input" && /radio|checkbox/.test(attribute(node, "type")),
  );

/** The panel after a button, a link to nowhere or a title that can be pressed. */
function isToggledBySibling(element: Element): boolean {
  for (let before = element.prev; before; before = before.prev) {
    if (!isElement(before)) continue;
    return (
      before.name === "button" ||
      before.name === "summary" ||
      before.name === "dt" ||
      /^h[1-6]$/.test(before.name) ||
      "onclick" in before.attribs ||
      before.attribs.role === "button" ||
      (before.name === "a" && /^(?:#|javascript:|$)/.test(before.attribs.href ?? ""))
    );
  }
  return false;
}

/** A heading that says "reviews" makes what follows the words of customers, up to the next heading of its rank. */
function nameRegions(blocks: Block[]): void {
  for (const block of blocks) {
    const heading = /^h([1-6])$/.exec(block.tag);
    if (heading) block.level = Number(heading[1]);
    else if (attribute(block.element, "role") === "heading")
      block.level = Number(attribute(block.element, "aria-level")) || 2;
  }
  let until = 0;
  for (const block of blocks) {
    if (block.level > 0 && until > 0 && block.level <= until) until = 0;
    // The foot of the page is nobody's review, whatever heading came last.
    if (block.region !== "main" && block.region !== "aside") until = 0;
    if (block.level > 0 && block.norm.length <= 40 && review.test(block.norm)) until = block.level;
    if (until > 0) block.said = true;
  }
}
