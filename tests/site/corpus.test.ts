import { expect, test } from "vitest";
import { judge } from "#app/site/judge/judge.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { archiveOf, corpus } from "./corpus.ts";
import { Tally } from "./score.ts";

const shops = corpus();
const judged = shops.map((shop, place) => ({
  shop,
  judgement: judge(archiveOf(shop, place), place % 2 === 0 ? "unknown" : shop.goods),
}));

test("the corpus has at least two hundred shops in seven languages, and none twice", () => {
  expect(shops.length).toBeGreaterThanOrEqual(200);
  expect(new Set(shops.map(({ lang }) => lang)).size).toBe(7);
  expect(new Set(shops.map(({ id }) => id)).size).toBe(shops.length);
  expect(shops.filter(({ heldOut }) => heldOut).length).toBeGreaterThan(50);
});

test.each(siteRequirements)("%s is told with F1 of at least 0.97 and hardly a false pass", (name) => {
  const tally = new Tally();
  for (const { shop, judgement } of judged)
    tally.add(shop.truth[name], judgement.requirements[name]!.verdict === "fulfilled");
  expect(tally.figures.f1).toBeGreaterThanOrEqual(0.97);
  expect(tally.figures.precision).toBeGreaterThanOrEqual(0.98);
});

test("layouts nobody had seen when the rules were written do as well", () => {
  const tally = new Tally();
  for (const { shop, judgement } of judged)
    if (shop.heldOut)
      for (const name of siteRequirements)
        tally.add(shop.truth[name], judgement.requirements[name]!.verdict === "fulfilled");
  expect(tally.figures.f1).toBeGreaterThanOrEqual(0.97);
});

test("the company at the foot of a page is read to the letter, whatever its labels", () => {
  const wrong = judged.flatMap(({ shop, judgement }) =>
    Object.entries(shop.company).flatMap(([field, truth]) => {
      const found = judgement.business[field as keyof typeof judgement.business];
      return String(found).replace(/\s/g, "") === String(truth).replace(/\s/g, "")
        ? []
        : [`${shop.id} ${field}: ${found} instead of ${truth}`];
    }),
  );
  expect(wrong.length).toBeLessThanOrEqual(shops.length * 7 * 0.01);
});

test("every verdict that is not met says how to mend it, and each shows where", () => {
  for (const { judgement } of judged)
    for (const result of Object.values(judgement.requirements)) {
      if (result.verdict === "fulfilled")
        expect(result).toMatchObject({
          fix: null,
          evidence: [
            expect.objectContaining({
              quote: expect.stringMatching(/\S/),
              url: expect.stringMatching(/^https:/),
              selector: expect.stringMatching(/\S/),
            }),
            ...result.evidence.slice(1).map(() => expect.anything()),
          ],
        });
      else {
        expect(result.fix).toMatch(/\S/);
        expect(result).toMatchObject({
          evidence: [
            { url: expect.stringMatching(/^https:/), quote: expect.any(String), selector: expect.any(String) },
            ...result.evidence.slice(1).map(() => expect.anything()),
          ],
        });
      }
    }
});

test("the same archive gives the same judgement, byte for byte", () => {
  for (const place of [0, 60, 120, 200]) {
    const archive = archiveOf(shops[place]!, place);
    expect(JSON.stringify(judge(structuredClone(archive)))).toBe(JSON.stringify(judge(structuredClone(archive))));
  }
});
