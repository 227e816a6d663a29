import type { SiteRequirement } from "#workflows/site/requirements.ts";
import type { Archive } from "../archive/archive.ts";
import { ancestors, selectorOf } from "../page/dom.ts";
import type { RequirementResult, Span } from "../report.schema.ts";
import type { PageJudgement } from "./judge-page.ts";

const QUOTE = 240;

/**
 * What is not there cannot be quoted: the verdict shows where it would have stood. Policies belong at the foot of the
 * front page, goods and buttons in its middle; a page that did not open is named itself.
 */
export function withPlaceLookedAt(
  result: RequirementResult,
  pages: PageJudgement[],
  { unreachable }: Archive,
): RequirementResult {
  if (result.evidence.length > 0) return result;
  const span =
    result.reason === "unreachable" && unreachable[0]
      ? { url: unreachable[0].url, quote: "", selector: "", shot: null }
      : placeFor(result.requirement, pages[0]);
  return span ? { ...result, url: result.url ?? span.url, evidence: [span] } : result;
}

function placeFor(requirement: SiteRequirement, front: PageJudgement | undefined): Span | null {
  if (!front) return null;
  const isPolicy = requirement === "shippingPolicy" || requirement === "refundPolicy";
  const shown = front.page.blocks.filter(({ hidden, norm }) => !hidden && norm !== "");
  const foot = isPolicy ? shown.filter(({ region }) => region === "footer") : [];
  const blocks = foot.length > 0 ? foot : shown.filter(({ region }) => region === "main");
  const first = blocks[0];
  const footer = first && [...ancestors(first.element)].find(({ name }) => name === "footer");
  return {
    url: front.url,
    quote: blocks
      .map(({ text }) => text)
      .join(" · ")
      .slice(0, QUOTE),
    selector: footer ? selectorOf(footer) : first ? selectorOf(first.element) : "",
    shot: null,
  };
}
