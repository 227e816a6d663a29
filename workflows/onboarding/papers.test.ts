import { expect, test } from "vitest";
import { itemsOf } from "../kyc/items.ts";
import { plainProfile } from "../kyc/profile.ts";
import { newCase, type OnboardingContext } from "./context.ts";
import type { OnboardingEvent } from "./events.ts";
import { onboardingGuards } from "./guards.ts";

const profile = plainProfile("krCorporation", { people: [{ id: "p1", roles: ["representative"] }] });
const having = (items: OnboardingContext["items"]): OnboardingContext => ({
  ...newCase,
  profile,
  policy: "2026-08",
  items,
});
const sent = (event: OnboardingEvent) => ({ ...event, by: "m", at: "2026-11-22T00:00:00.000Z" });
const provide = (item: string) => sent({ type: "PROVIDE_ITEM", item, ref: "1" });
const item = (state: "given" | "refused") => ({ state, ref: "1", reason: null });

test("a paper that is handed in on request is taken, one that no policy names is not", () => {
  const asks = (id: string) => onboardingGuards.itemIsAsked({ context: having({}), event: provide(id) });
  expect(asks("doc:articles")).toBe(true);
  expect(asks("doc:businessRegistration")).toBe(true);
  expect(asks("doc:nonsense")).toBe(false);
  expect(asks("doc:articles#p1")).toBe(false);
});

test("a case goes on without it, and a refused one can be asked for again", () => {
  const all = Object.fromEntries(itemsOf(profile, "2026-08").map((id) => [id, item("given")]));
  const event = sent({ type: "SUBMIT_KYC" });
  expect(onboardingGuards.nothingMissing({ context: having(all), event })).toBe(true);
  expect(onboardingGuards.somethingRefused({ context: having(all), event })).toBe(false);
  const refused = having({ ...all, "doc:articles": item("refused") });
  expect(onboardingGuards.nothingMissing({ context: refused, event })).toBe(true);
  expect(onboardingGuards.somethingRefused({ context: refused, event })).toBe(true);
});
