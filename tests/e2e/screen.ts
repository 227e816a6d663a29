import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";

export type Values = Readonly<Record<string, string | readonly string[] | null>>;

interface Looks {
  lang: "ko" | "en";
  width: 390 | 1440;
  /** Begins the names of the pictures. */
  who: string;
}

/**
 * Somebody in front of a real browser: goes to pages, fills in forms by their names, presses what the charts offer. Every page
 * that is looked at is judged by axe and photographed into shots/e2e, so that a person can look at it too.
 */
export class Screen {
  readonly page: Page;
  private readonly base: string;
  private readonly looks: Looks;
  private static shots = 0;

  private constructor(page: Page, base: string, looks: Looks) {
    this.page = page;
    this.base = base;
    this.looks = looks;
  }

  static async open(browser: Browser, base: string, looks: Looks): Promise<Screen> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: looks.width, height: looks.width === 390 ? 844 : 900 },
      locale: looks.lang === "ko" ? "ko-KR" : "en-US",
      timezoneId: "Asia/Seoul",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(90_000);
    await context.addCookies([{ name: "lang", value: looks.lang, url: base }]);
    const page = await context.newPage();
    // A page that throws in the browser is broken, however well it looks.
    page.on("pageerror", (error) => Screen.faults.push(`${looks.who} ${page.url()}: ${error.message}`));
    return new Screen(page, base, looks);
  }

  /** What axe and the width of the window have against the pages so far, and what the pages have thrown. */
  static readonly faults: string[] = [];

  async go(path: string): Promise<void> {
    const answer = await this.page.goto(new URL(path, this.base).href);
    expect(answer?.status(), path).toBeLessThan(400);
    await this.page.waitForFunction(() => "__remixContext" in window && document.readyState === "complete");
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async text(selector = "main"): Promise<string> {
    return (await this.page.locator(selector).first().innerText()).replace(/\s+/g, " ").trim();
  }

  /** Judges and photographs what is there. */
  async look(name: string): Promise<void> {
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined));
    await mkdir("shots/e2e", { recursive: true });
    const number = String(++Screen.shots).padStart(2, "0");
    const { who, lang, width } = this.looks;
    await this.page.screenshot({
      path: join("shots/e2e", `${number}-${who}-${name}-${lang}-${width}.png`),
      fullPage: true,
    });
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.evaluate(axe.source);
    const found = await this.page.evaluate(async () => {
      const judge = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await judge.run(document, { iframes: false, resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    });
    Screen.faults.push(...found.map((fault) => `${who} ${name}: ${fault}`));
    const sideways = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) Screen.faults.push(`${who} ${name}: scrolls sideways by ${sideways} px`);
  }

  /** Fills in the form around (or with) a selector, by the names of its fields. */
  async fill(form: Locator, values: Values): Promise<void> {
    await form.evaluate((element) => {
      for (const fold of element.querySelectorAll("details")) fold.open = true;
    });
    for (const [name, value] of Object.entries(values)) {
      const field = form.locator(`[name="${name}"]`);
      const kind = await field.first().evaluate((element) => {
        const input = element as HTMLInputElement;
        return input.localName === "input" ? input.type : input.localName;
      });
      if (kind === "radio" || kind === "checkbox") {
        for (const one of [value ?? []].flat()) {
          const box = one === "on" ? field.first() : form.locator(`[name="${name}"][value="${one}"]`);
          await box.check({ force: true });
        }
      } else if (kind === "select") await field.selectOption(value as string);
      else await field.fill((value as string | null) ?? "");
    }
  }

  /** The form that holds what is asked for. */
  form(selector: string): Locator {
    return this.page.locator("form", { has: this.page.locator(selector) }).first();
  }

  /** Presses a form's button and waits until the page answers with another address. */
  async submit(form: Locator, button = "button[type=submit]"): Promise<void> {
    const before = this.page.url();
    await form.locator(button).first().click();
    await this.page
      .waitForURL((url) => url.href !== before)
      .catch(async (cause) => {
        throw new Error(`${this.path} did not go on: ${(await this.text()).slice(0, 600)}`, { cause });
      });
    await this.page.waitForLoadState();
  }

  /** Presses the button of an event, and waits until it has been taken: the page then has another form, or none. */
  async press(event: string, values: Values = {}, also = ""): Promise<void> {
    const form = this.form(`input[name="type"][value="${event}"]${also}`);
    await form.waitFor({ state: "attached" }).catch(async (cause) => {
      throw new Error(`no ${event} on ${this.path}: ${(await this.text()).slice(0, 600)}`, { cause });
    });
    await form.evaluate((element) => {
      for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
        fold.open = true;
    });
    await this.fill(form, values);
    const key = await form.locator('input[name="_key"]').inputValue();
    await form.locator("button[type=submit]").click();
    await this.page
      .waitForFunction((old) => !document.querySelector(`input[name="_key"][value="${old}"]`), key)
      .catch(async (cause) => {
        throw new Error(`${event} was not taken on ${this.path}: ${(await this.text()).slice(0, 600)}`, { cause });
      });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
