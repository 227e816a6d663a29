import type { Page } from "playwright-core";

/** More than any page of ours has stops. */
const MOST = 250;

/** Hands that never leave the keyboard. */
export class Keys {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes on with the Tab key until it is at what is meant. @throws when it never comes there */
  async to(selector: string): Promise<this> {
    for (let press = 0; press < MOST; press++) {
      if (await this.page.evaluate((meant) => document.activeElement?.matches(meant) ?? false, selector)) return this;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key does not come to ${selector} on ${this.page.url()}`);
  }

  async press(key: string): Promise<this> {
    await this.page.keyboard.press(key);
    return this;
  }

  async type(selector: string, text: string): Promise<this> {
    await this.to(selector);
    await this.page.keyboard.insertText(text);
    return this;
  }

  /** Ticks a box, or goes to one of several radios with the arrows. */
  async choose(name: string, value: string): Promise<this> {
    const meant = `[name="${name}"][value="${value}"]`;
    const isRadio = await this.page.locator(meant).evaluate((box) => (box as HTMLInputElement).type === "radio");
    if (!isRadio) return (await this.to(meant)).press("Space");
    await this.to(`[name="${name}"]`);
    await this.press("Space");
    for (let press = 0; press < 12; press++) {
      if (await this.page.locator(meant).isChecked()) return this;
      await this.press("ArrowDown");
    }
    throw new Error(`the arrows do not come to ${meant}`);
  }

  /** Presses Enter on a link or button, and waits for another address. */
  async follow(selector: string): Promise<this> {
    await this.to(selector);
    const before = this.page.url();
    await this.press("Enter");
    await this.page.waitForURL((url) => url.href !== before, { waitUntil: "commit" });
    return this;
  }
}
