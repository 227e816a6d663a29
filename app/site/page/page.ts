import { type Block, blocksOf } from "./blocks.ts";
import { attribute, type Document, descendants, type Element, parseHtml, textOf } from "./dom.ts";
import { faqBlocks } from "./faq.ts";
import { placeUnderHeadings } from "./headings.ts";
import { collapse, normalise } from "./normalise.ts";
import { jsonLdOf, metaOf, microdataOf, type Thing } from "./structured.ts";

export interface Link {
  /** Absolute where it can be made so, else as written. */
  href: string;
  raw: string;
  /** Its words, or those of the picture in it. */
  text: string;
  norm: string;
  element: Element;
}

/** A saved page, read: everything a detector looks at. Nothing in it is alive. */
export interface Page {
  url: string;
  status: number;
  title: string;
  /** First heading of the first rank, or the title's first part. */
  heading: string;
  declaredLang: string;
  blocks: Block[];
  links: Link[];
  scripts: { src: string; text: string }[];
  meta: Record<string, string>;
  jsonLd: Thing[];
  microdata: Thing[];
  elements: Element[];
  document: Document;
}

/** Reads a page. Pure: the same bytes give the same page. */
export function readPage({ url, status, html }: { url: string; status: number; html: string }): Page {
  const document = parseHtml(html);
  const blocks = blocksOf(document);
  placeUnderHeadings(blocks);
  const jsonLd = jsonLdOf(document);
  blocks.push(...faqBlocks(jsonLd, blocks.length));
  const elements = [...descendants(document)];
  const base = elements.find(({ name, attribs }) => name === "base" && attribs.href)?.attribs.href;
  const home = base && URL.canParse(base, url) ? new URL(base, url).href : url;
  const titleElement = elements.find(({ name }) => name === "title");
  const title = collapse(
    titleElement ? titleElement.children.map((node) => ("data" in node ? String(node.data) : "")).join("") : "",
  );
  return {
    url,
    status,
    title,
    heading:
      (
        blocks.find(({ level, region, hidden }) => level === 1 && region === "main" && !hidden) ??
        blocks.find(({ level }) => level === 1)
      )?.text ?? "",
    declaredLang: elements.find(({ name }) => name === "html")?.attribs.lang ?? "",
    blocks,
    links: elements
      .filter(({ name, attribs }) => name === "a" && "href" in attribs)
      .map((element) => linkOf(element, home)),
    scripts: elements
      .filter(({ name }) => name === "script")
      .map((element) => ({
        src: attribute(element, "src"),
        text: /json|template|html/i.test(attribute(element, "type"))
          ? ""
          : element.children.map((node) => ("data" in node ? String(node.data) : "")).join(""),
      })),
    meta: metaOf(document),
    jsonLd,
    microdata: microdataOf(document),
    elements,
    document,
  };
}

function linkOf(element: Element, base: string): Link {
  const raw = attribute(element, "href").trim();
  const words = collapse(textOf(element));
  const picture = [...descendants(element)].find(({ name }) => name === "img");
  const text =
    words ||
    attribute(element, "title") ||
    attribute(element, "aria-label") ||
    (picture ? attribute(picture, "alt") : "");
  return { href: URL.canParse(raw, base) ? new URL(raw, base).href : raw, raw, text, norm: normalise(text), element };
}

const SCRIPTS: [string, RegExp][] = [
  // Jamo and syllables: between the two blocks lie all the ideographs.
  ["ko", /[\u3131-\u318e\uac00-\ud7a3]/g],
  ["ja", /[\u3040-\u30ff]/g],
  ["th", /[\u0e00-\u0e7f]/g],
  ["zh", /[\u4e00-\u9fff]/g],
  ["vi", /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/g],
  ["latin", /[a-z]/g],
];
const INDONESIAN =
  /(?<![a-z])(?:yang|dan|untuk|dengan|tidak|kami|anda|pengiriman|produk|atau|dari|pembayaran|barang|keranjang)(?![a-z])/g;

/** The language that a page is written in, by its letters and, among Latin ones, by small words; not by what it declares. */
export function languageOf({
  blocks,
  title,
}: Pick<Page, "blocks" | "title">): "ko" | "en" | "ja" | "vi" | "th" | "id" | "zh" {
  const text = `${title.toLowerCase()} ${blocks.map(({ norm }) => norm).join(" ")}`.slice(0, 60_000);
  const count = Object.fromEntries(
    SCRIPTS.map(([lang, letters]) => [lang, text.match(letters)?.length ?? 0]),
  ) as Record<string, number>;
  const latin = count.latin ?? 0;
  if (count.ko! * 3 > latin * 0.15 + count.zh! && count.ko! > 20) return "ko";
  if (count.ja! > 20 && count.ja! * 4 > count.zh!) return "ja";
  if (count.th! > 40) return "th";
  if (count.zh! > 40 && count.zh! * 6 > latin) return "zh";
  if (count.vi! > latin * 0.04 && count.vi! > 15) return "vi";
  if ((text.match(INDONESIAN)?.length ?? 0) > Math.max(5, latin / 200)) return "id";
  return count.ko! > 5 && latin < 100 ? "ko" : "en";
}
