import { attribute, type Document, descendants, type Element, textOf } from "./dom.ts";
import { collapse } from "./normalise.ts";

/** One thing of JSON-LD or microdata: its types without the schema.org prefix, and its properties. */
export interface Thing {
  types: string[];
  props: Record<string, unknown>;
  element: Element;
}

const MAX_THINGS = 2_000;
const bare = (type: string) => type.replace(/^https?:\/\/schema\.org\//i, "").replace(/^schema:/i, "");

/** Every typed thing in the page's JSON-LD, nested ones and `@graph` included; what does not parse is skipped. */
export function jsonLdOf(document: Document): Thing[] {
  const things: Thing[] = [];
  const collect = (value: unknown, element: Element, depth: number) => {
    if (value === null || typeof value !== "object" || depth > 12 || things.length >= MAX_THINGS) return;
    if (Array.isArray(value)) {
      for (const item of value) collect(item, element, depth + 1);
      return;
    }
    const props = value as Record<string, unknown>;
    const types = [props["@type"]].flat().filter((type): type is string => typeof type === "string");
    if (types.length > 0) things.push({ types: types.map(bare), props, element });
    for (const inner of Object.values(props)) collect(inner, element, depth + 1);
  };
  for (const element of descendants(document)) {
    if (element.name !== "script" || !/ld\+json/i.test(attribute(element, "type"))) continue;
    const source = element.children.map((node) => ("data" in node ? String(node.data) : "")).join("");
    const json = source
      .trim()
      .replace(/^<!\[CDATA\[|\]\]>$/g, "")
      .replace(/^\s*<!--|-->\s*$/g, "");
    try {
      collect(JSON.parse(json), element, 0);
    } catch {
      try {
        // Raw line breaks inside strings are the commonest fault.
        collect(JSON.parse(json.replace(/[\n\r\t]+/g, " ").replace(/,\s*([}\]])/g, "$1")), element, 0);
      } catch {
        // somebody else's broken data
      }
    }
  }
  return things;
}

/** Microdata items with the text, content or address of their properties; nested items are things of their own too. */
export function microdataOf(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const scope of descendants(document)) {
    if (!("itemscope" in scope.attribs) || !scope.attribs.itemtype || things.length >= MAX_THINGS) continue;
    const props: Record<string, unknown> = {};
    for (const element of descendants(scope)) {
      const name = attribute(element, "itemprop");
      if (!name || ownerOf(element) !== scope) continue;
      const nested = "itemscope" in element.attribs;
      const value = nested
        ? { "@type": bare(attribute(element, "itemtype")) }
        : collapse(
            element.attribs.content ??
              element.attribs.href ??
              element.attribs.src ??
              element.attribs.datetime ??
              textOf(element),
          );
      for (const key of name.split(/\s+/)) props[key] ??= value;
    }
    things.push({ types: scope.attribs.itemtype.split(/\s+/).map(bare), props, element: scope });
  }
  return things;
}

function ownerOf(element: Element): Element | null {
  for (let up = element.parent as Element | null; up; up = up.parent as Element | null)
    if (up.attribs && "itemscope" in up.attribs) return up;
  return null;
}

/** `property` or `name` of each meta, lower case, first wins. */
export function metaOf(document: Document): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const element of descendants(document)) {
    if (element.name !== "meta") continue;
    const key = (element.attribs.property ?? element.attribs.name ?? "").toLowerCase();
    if (key) meta[key] ??= collapse(attribute(element, "content"));
  }
  return meta;
}

export const asText = (value: unknown): string =>
  typeof value === "string"
    ? collapse(value)
    : typeof value === "number"
      ? String(value)
      : Array.isArray(value)
        ? asText(value[0])
        : "";
export const asThing = (value: unknown): Record<string, unknown> | null =>
  Array.isArray(value)
    ? asThing(value[0])
    : value !== null && typeof value === "object"
      ? (value as Record<string, unknown>)
      : null;
