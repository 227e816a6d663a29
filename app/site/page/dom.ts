import { DomHandler, Parser, type parseDocument } from "htmlparser2";
import { collapse } from "./normalise.ts";

export type Document = ReturnType<typeof parseDocument>;
export type Node = Document["children"][number];
export type Element = Extract<Node, { attribs: Record<string, string> }>;

/** As deep as browsers nest; what lies deeper stands where the last one is. */
const MAX_DEPTH = 512;
/** A long page of an honest shop has some ten thousand. What comes after is not read. */
const MAX_ELEMENTS = 30_000;
const MAX_LETTERS = 2_000_000;

/** Builds a tree that is neither deeper nor larger than an honest page, so that whoever reads it may walk it as it likes. */
class BoundedHandler extends DomHandler {
  /** For each open tag, whether it became an element. */
  private readonly open: boolean[] = [];
  private depth = 0;
  private elements = 0;
  private letters = 0;

  override onopentag(name: string, attribs: Record<string, string>): void {
    const isKept = this.depth < MAX_DEPTH && this.elements < MAX_ELEMENTS;
    this.open.push(isKept);
    this.elements++;
    if (!isKept) return;
    this.depth++;
    super.onopentag(name, attribs);
  }

  override onclosetag(): void {
    if (!this.open.pop()) return;
    this.depth--;
    super.onclosetag();
  }

  override ontext(text: string): void {
    this.letters += text.length;
    if (this.letters <= MAX_LETTERS && this.elements <= MAX_ELEMENTS) super.ontext(text);
  }
}

/** Parsed as data: nothing in it runs, nothing of it is ever put into a page of ours. */
export function parseHtml(html: string): Document {
  const handler = new BoundedHandler();
  new Parser(handler, { decodeEntities: true }).end(html);
  return handler.root;
}

export const isElement = (node: Node | Document | null | undefined): node is Element =>
  node != null && "attribs" in node;
export const attribute = (element: Element, name: string): string => element.attribs[name] ?? "";

/** `class`, `id` and `data-role` in one lower-case string: what the author called it. */
export const called = ({ attribs }: Element): string =>
  `${attribs.class ?? ""} ${attribs.id ?? ""} ${attribs["data-section-type"] ?? ""}`.toLowerCase();

export function* ancestors(element: Element): Generator<Element> {
  for (let up = element.parent; isElement(up as Node); up = up!.parent) yield up as Element;
}

/** Elements below, in the order of the document. */
export function* descendants(root: Element | Document): Generator<Element> {
  const stack: Node[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
}

const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{4,}/i;
/** Names by which the large shop hosts and kits hide something; `visually-hidden` is for ears and stays. */
const HIDDEN_CLASS = /(?:^|\s)(?:displaynone|d-none|hidden|hide|is-hidden|dn|none)(?:\s|$)/i;

/** Not to be seen as the page stands; something may still open it. */
export const isHiddenElement = ({ attribs }: Element): boolean =>
  "hidden" in attribs ||
  attribs.type === "hidden" ||
  HIDDEN_STYLE.test(attribs.style ?? "") ||
  HIDDEN_CLASS.test(attribs.class ?? "");

/** Text below an element that can be seen at once. */
export function shownTextOf(node: Node): string {
  if (isElement(node) && (isSilent(node) || isHiddenElement(node))) return "";
  if (node.type === "text") return (node as { data: string }).data;
  return "children" in node ? (node.children as Node[]).map(shownTextOf).join(" ") : "";
}

const silent = new Set([
  "script",
  "style",
  "template",
  "noscript",
  "svg",
  "head",
  "iframe",
  "object",
  "canvas",
  "video",
  "audio",
  "math",
]);
export const isSilent = (element: Element): boolean => silent.has(element.name);

/** All text below an element that a reader could come to see. */
export function textOf(node: Node | Document): string {
  if (isElement(node)) {
    if (isSilent(node)) return "";
    if (node.name === "br") return "\n";
  } else if (node.type === "text") return (node as { data: string }).data;
  return "children" in node ? (node.children as Node[]).map(textOf).join(" ") : "";
}

const places = new WeakMap<object, Map<Element, { at: number; of: number }>>();

/** Which of its parent's children of the same name an element is, counted from one. A parent is counted once: some have thousands. */
function placeOf(element: Element): { at: number; of: number } {
  const parent = element.parent as { children: Node[] } | null;
  if (!parent) return { at: 1, of: 1 };
  let known = places.get(parent);
  if (!known) {
    known = new Map();
    const named = new Map<string, Element[]>();
    for (const node of parent.children) {
      if (!isElement(node)) continue;
      const same = named.get(node.name) ?? [];
      named.set(node.name, same);
      same.push(node);
    }
    for (const same of named.values())
      for (const [at, one] of same.entries()) known.set(one, { at: at + 1, of: same.length });
    places.set(parent, known);
  }
  return known.get(element) ?? { at: 1, of: 1 };
}

const NAMES_WITHOUT_ESCAPE = /^[a-zA-Z_][\w-]*$/;

/** A CSS selector that leads back to an element: from the nearest `id`, or from `body`, by positions. */
export function selectorOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = isElement(at.parent as Node) ? (at.parent as Element) : null) {
    const id = attribute(at, "id");
    if (NAMES_WITHOUT_ESCAPE.test(id)) {
      steps.unshift(`#${id}`);
      break;
    }
    if (at.name === "html" || at.name === "body") {
      steps.unshift(at.name);
      break;
    }
    const place = placeOf(at);
    steps.unshift(place.of > 1 ? `${at.name}:nth-of-type(${place.at})` : at.name);
    // Browsers put a body into every table; the source often leaves it out.
    if (at.name === "tr" && isElement(at.parent as Node) && (at.parent as Element).name === "table")
      steps.unshift("tbody");
  }
  return steps.join(" > ");
}

export const collapseText = (element: Element): string => collapse(textOf(element));

/** The words beside a box or a radio button: its label around it, the label for it, or what follows it. */
export function labelFor(input: Element, elements: Element[]): string {
  const around = [...ancestors(input)].find(({ name }) => name === "label");
  if (around) return collapseText(around) || picturesIn(around);
  const id = attribute(input, "id");
  const label = id === "" ? undefined : elements.find(({ name, attribs }) => name === "label" && attribs.for === id);
  if (label) return collapseText(label) || picturesIn(label);
  let words = "";
  for (let next = input.next; next && !(isElement(next) && next.name === "input"); next = next.next) {
    words += ` ${textOf(next)}`;
    if (words.length > 120) break;
  }
  return collapse(words).slice(0, 80) || attribute(input, "aria-label") || attribute(input, "title");
}

const picturesIn = (element: Element): string =>
  [...descendants(element)]
    .filter(({ name }) => name === "img")
    .map((picture) => attribute(picture, "alt"))
    .join(" ");
