import { selectAll, selectOne } from "css-select";
import { getAttributeValue, textContent } from "domutils";
import { parseDocument } from "htmlparser2";

type Document = ReturnType<typeof parseDocument>;
type Node = Document | Document["children"][number];
type Element = Extract<Node, { attribs: unknown }>;

const all = (selector: string, within: Node): Element[] => selectAll<Node, Element>(selector, within);
const one = (selector: string, within: Node): Element | null => selectOne<Node, Element>(selector, within);

/** What a visitor read: one page as it was answered, without scripts. */
export class Sheet {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly document: Document;
  private readonly visitor: Visitor;

  constructor(visitor: Visitor, url: URL, status: number, html: string) {
    this.visitor = visitor;
    this.url = url;
    this.status = status;
    this.html = html;
    this.document = parseDocument(html);
  }

  /** Text of the first element that fits, white space folded; null when none does. */
  text(selector = "main"): string | null {
    const found = one(selector, this.document);
    return found ? textContent(found).replace(/\s+/g, " ").trim() : null;
  }

  /** Addresses of the links that fit, absolute. */
  links(selector = "a"): string[] {
    return all(selector, this.document).flatMap((element) => {
      const href = getAttributeValue(element, "href");
      return href ? new URL(href, this.url).href : [];
    });
  }

  /** Values of an attribute over all elements that fit. */
  attributes(selector: string, name: string): string[] {
    return all(selector, this.document).flatMap((element) => getAttributeValue(element, name) ?? []);
  }

  has(selector: string): boolean {
    return one(selector, this.document) !== null;
  }

  /**
   * The form that has all that is asked for.
   *
   * @param wanted a selector that fits the form or something in it, e.g. `input[value=SUBMIT_KYC]`
   * @throws with what the page says, when there is none
   */
  form(wanted: string): PaperForm {
    const [form] = this.forms(wanted);
    if (!form)
      throw new Error(
        `no form with ${wanted} on ${this.url.pathname} (${this.status}): ${(this.text() ?? this.html).slice(0, 400)}`,
      );
    return form;
  }

  /** All forms that have what is asked for, in the page's order. */
  forms(wanted: string): PaperForm[] {
    return all("form", this.document)
      .filter((form) => selectOne<Node, Element>(wanted, [form]) ?? one(wanted, form))
      .map((form) => new PaperForm(this.visitor, this.url, form));
  }

  /**
   * This page, unless it says that something went wrong.
   *
   * @throws with the page's own words
   */
  taken(): Sheet {
    const complaint = this.text(".tone-problem") ?? this.text('[role="alert"]');
    if (this.status >= 400)
      throw new Error(
        `${this.url.pathname} answered ${this.status}: ${(complaint ?? this.text() ?? this.html).slice(0, 600)}`,
      );
    return this;
  }
}

/** A form as a browser without scripts sees it: what stands in it is sent along. */
export class PaperForm {
  private readonly visitor: Visitor;
  private readonly page: URL;
  private readonly element: Element;
  readonly fields: [name: string, value: string | File][];

  constructor(visitor: Visitor, page: URL, element: Element) {
    this.visitor = visitor;
    this.page = page;
    this.element = element;
    this.fields = this.controls().flatMap((control) => standingIn(control));
  }

  has(name: string): boolean {
    return this.controls().some((control) => getAttributeValue(control, "name") === name);
  }

  /** What stands in a field; undefined where nothing is sent for it. */
  value(name: string): string | undefined {
    const found = this.fields.find(([field]) => field === name)?.[1];
    return typeof found === "string" ? found : undefined;
  }

  private controls(): Element[] {
    return all("input, select, textarea", this.element);
  }

  /** Values by name; a list ticks several boxes; null empties or unticks. Names that the form does not have are an error. */
  fill(values: Record<string, string | File | readonly string[] | null>): this {
    for (const [name, value] of Object.entries(values)) {
      if (!this.has(name)) throw new Error(`the form on ${this.page.pathname} has no ${name}`);
      for (let at = this.fields.length - 1; at >= 0; at--) if (this.fields[at]![0] === name) this.fields.splice(at, 1);
      for (const one of value === null ? [] : [value].flat()) this.fields.push([name, one as string | File]);
    }
    return this;
  }

  /** Sends it, by the button of that name and value where it is given. */
  async send(button?: [name: string, value: string]): Promise<Sheet> {
    const method = (getAttributeValue(this.element, "method") ?? "get").toLowerCase();
    const action = new URL(getAttributeValue(this.element, "action") ?? this.page.href, this.page);
    const all = button ? [...this.fields, button] : this.fields;
    if (method === "get") {
      for (const [name, value] of all) action.searchParams.set(name, String(value));
      return this.visitor.open(action.href);
    }
    const isMultipart = getAttributeValue(this.element, "enctype") === "multipart/form-data";
    const body = isMultipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of all) body.append(name, value as string);
    return this.visitor.ask(action, { method: "POST", body });
  }
}

function standingIn(control: Element): [string, string][] {
  const name = getAttributeValue(control, "name");
  if (!name || control.attribs.disabled !== undefined) return [];
  if (control.name === "textarea") return [[name, textContent(control).replace(/^\n/, "")]];
  if (control.name === "select") {
    const options = all("option", control);
    const chosen = options.find((option) => option.attribs.selected !== undefined) ?? options[0];
    return chosen ? [[name, chosen.attribs.value ?? textContent(chosen)]] : [];
  }
  const type = control.attribs.type ?? "text";
  if (type === "file" || type === "submit" || type === "button") return [];
  if (type === "radio" || type === "checkbox")
    return control.attribs.checked === undefined ? [] : [[name, control.attribs.value ?? "on"]];
  return [[name, control.attribs.value ?? ""]];
}

/** Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends forms as they stand on the page. */
export class Visitor {
  private readonly base: string;
  private readonly cookies = new Map<string, string>();

  constructor(base: string, lang: "ko" | "en" = "ko") {
    this.base = base;
    this.cookies.set("lang", lang);
  }

  /** What the browser would send along: who this is. */
  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  open(path: string): Promise<Sheet> {
    return this.ask(new URL(path, this.base), { method: "GET" });
  }

  async ask(url: URL, init: { method: string; body?: BodyInit }): Promise<Sheet> {
    let [at, request] = [url, init];
    for (let hop = 0; hop < 10; hop++) {
      const response = await fetch(at, {
        ...request,
        redirect: "manual",
        headers: {
          Cookie: this.cookieHeader,
          Accept: "text/html",
          "Accept-Language": "ko",
          ...(request.method === "GET" ? {} : { Origin: new URL(this.base).origin, Referer: at.href }),
        },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = "", ...attributes] = cookie.split(";");
        const [name = "", ...value] = pair.split("=");
        if (attributes.some((one) => /^\s*max-age=0$/i.test(one))) this.cookies.delete(name);
        else this.cookies.set(name, value.join("="));
      }
      const location = response.headers.get("Location");
      if (location && response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        at = new URL(location, at);
        request = { method: "GET" };
        continue;
      }
      return new Sheet(this, at, response.status, await response.text());
    }
    throw new Error(`${url.pathname} sends us round in circles`);
  }
}
