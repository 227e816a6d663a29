import type { RequirementResult } from "../report.schema.ts";
import type { PageJudgement } from "./judge-page.ts";
import { bestOf, resultOf, silent } from "./results.ts";

/**
 * The way from a product to a payment, over the whole site. An order page that works is it. A button that begins a
 * purchase is only half: with a payment company's kit on the site it counts, without any trace of payment a person
 * looks. Buttons that lead nowhere undo an order page nobody can reach.
 */
export function checkoutOf(pages: PageJudgement[]): RequirementResult {
  const findings = pages.flatMap((page) => page.findings).filter(({ requirement }) => requirement === "checkout");
  const order = findings.filter(({ rule }) => rule === "checkout.orderPage");
  const way = findings.filter(({ rule }) => rule === "checkout.wayToBuy");
  const works = bestOf(order, "fulfilled");
  const begins = bestOf(way, "fulfilled");
  const blocked = bestOf(way, "not");
  const kits = pages.flatMap((page) => page.kits);

  if (works) {
    if (!begins && blocked && ["externalMarket", "messengerOnly", "deadControl"].includes(blocked.reason))
      return {
        ...resultOf(works),
        verdict: "unsure",
        reason: "buyControlUnproven",
        fix: "buyControlUnproven",
        confidence: 0.5,
      };
    const proof = begins ? begins.evidence.slice(0, 1).map((span) => ({ ...span, shot: null })) : [];
    const result = resultOf(works);
    return { ...result, evidence: [...result.evidence, ...proof] };
  }
  const fails = bestOf(order, "not");
  if (fails) return resultOf(fails);
  if (begins && kits.length > 0)
    return {
      ...resultOf(begins),
      verdict: "fulfilled",
      reason: "paymentKit",
      fix: null,
      confidence: 0.75,
      facts: { ...begins.facts, kits: [...new Set(kits)].slice(0, 6) },
    };
  // Basket, its way on, and the names of the cards that are taken: nothing on the way is missing but the window itself.
  const leadsOn = findings.some(({ reason, verdict }) => reason === "basketLeadsOn" && verdict === "fulfilled");
  const marks = [...new Set(pages.flatMap((page) => page.marks))];
  if (begins && leadsOn && marks.length > 0)
    return {
      ...resultOf(begins),
      verdict: "fulfilled",
      reason: "basketLeadsOn",
      fix: null,
      confidence: 0.7,
      facts: { ...begins.facts, methods: marks.slice(0, 8) },
    };
  if (begins)
    return {
      ...resultOf(begins),
      verdict: "unsure",
      reason: "buyControlUnproven",
      fix: "buyControlUnproven",
      confidence: 0.5,
    };
  const doubt = bestOf(order, "unsure");
  if (doubt) return resultOf(doubt);
  if (blocked) return resultOf(blocked);
  return silent("checkout", "checkout.wayToBuy", "not", "noWayToBuy", 0.8);
}
