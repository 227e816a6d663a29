import type { Block } from "./blocks.ts";
import { parseHtml, textOf } from "./dom.ts";
import { collapse, normalise } from "./normalise.ts";
import { asText, asThing, type Thing } from "./structured.ts";

/** Questions and answers that a page gives as data are lines of the page: a question heads its answer. */
export function faqBlocks(things: Thing[], from: number): Block[] {
  const blocks: Block[] = [];
  for (const { types, props, element } of things) {
    if (!types.includes("Question")) continue;
    const question = collapse(asText(props.name) || asText(props.text));
    const answer = asText(asThing(props.acceptedAnswer)?.text) || asText(asThing(props.suggestedAnswer)?.text);
    if (question === "" || answer === "") continue;
    const base = {
      tag: "script",
      element,
      region: "main" as const,
      linked: 0,
      hidden: false,
      said: false,
      control: false,
      cell: false,
    };
    const add = (text: string, level: number, under: string[]) =>
      blocks.push({ ...base, index: from + blocks.length, text, norm: normalise(text), level, under });
    add(question, 7, []);
    // Answers may carry markup of their own; it is read as text.
    for (const line of textOf(parseHtml(answer.replace(/<\/(?:p|li|div|h\d)>/gi, "<br>"))).split("\n"))
      if (collapse(line) !== "") add(collapse(line), 0, [normalise(question)]);
  }
  return blocks;
}
