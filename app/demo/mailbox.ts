import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

/** The development mailbox, read as a person reads it. */
export class Mailbox {
  private readonly reader: Visitor;
  private readonly seen = new Set<string>();

  constructor(base: string) {
    this.reader = new Visitor(base, "en");
  }

  private async letters(to: string): Promise<string[]> {
    const page = (await this.reader.open(`/dev/mail?${new URLSearchParams({ to })}`)).taken();
    return [...new Set(page.links("table a"))].filter((href) => href.includes("/dev/mail/"));
  }

  /** Looks away from everything that is there. */
  async forget(to: string): Promise<void> {
    for (const letter of await this.letters(to)) this.seen.add(letter);
  }

  async count(to: string): Promise<number> {
    return (await this.letters(to)).length;
  }

  /** The six digits of the next letter with a code. */
  code(to: string): Promise<string> {
    return until(`a code for ${to}`, async () => {
      for (const letter of await this.letters(to)) {
        if (this.seen.has(letter)) continue;
        this.seen.add(letter);
        const text = (await this.reader.open(letter)).text("pre") ?? "";
        const code = /(?<!\d)(\d{3}) ?(\d{3})(?!\d)/.exec(text);
        if (code) return `${code[1]}${code[2]}`;
      }
    });
  }
}
