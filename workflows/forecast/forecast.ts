import type { Clause, Duty, FactName, KycPolicy } from "../kyc/policy.ts";
import type { PersonRole } from "../kyc/profile.ts";
import { siteRequirements } from "../site/requirements.ts";
import { type Because, stopId, stopsFor, testsFor } from "./journey.ts";
import type { Known } from "./known.ts";

/** One thing that is asked of the merchant, or waited for, or may yet be. */
export interface Expected {
  /** `data:business`, `doc:registerExtract`, `site:products`, `test:refund`, `do:channel/testing`, `wait:onboarding/advising`. */
  id: string;
  kind: "data" | "document" | "site" | "test" | "do" | "wait";
  /** `certain`: it comes. `possible`: it comes when one of `conditions`, or what `because` names, turns out so. */
  when: "certain" | "possible";
  /** Required to go on, or only later, or when somebody asks. */
  duty: Duty;
  /** Each is one way in which it comes: facts, and the values they would have to have. */
  conditions: readonly Clause[];
  because: Because | null;
  /** One for each person of a role, rather than one for the company. */
  perPerson: boolean;
}

const strictness: Record<Duty, number> = { required: 2, later: 1, onRequest: 0 };

/**
 * Everything that can still come to a merchant of whom this much is known: pure, a few microseconds, and complete. What is
 * asked later without having been in it is a surprise, and a fault of this function (surprise.test.ts walks for them).
 *
 * @returns papers and data in the order of the policy, then the site, the tests, the stops of the way
 */
export function forecast(policy: KycPolicy, known: Known): Expected[] {
  const found = new Map<string, Expected>();
  const add = (id: string, kind: Expected["kind"], rule: Rule): void => {
    const judged = judge(rule.when, known);
    if (judged === "never") return;
    // Somebody represents, and an agent who signs has a name; whether there are others to ask is not known before they are named.
    const verdict = judged === "always" && rule.each.length > 0 && !rule.each.some(isSure) ? "people" : judged;
    const earlier = found.get(id);
    const isCertain = verdict === "always" || earlier?.when === "certain";
    found.set(id, {
      id,
      kind,
      when: isCertain ? "certain" : "possible",
      duty: earlier && strictness[earlier.duty] > strictness[rule.duty] ? earlier.duty : rule.duty,
      conditions: isCertain ? [] : [...(earlier?.conditions ?? []), ...(verdict === "people" ? [] : verdict)],
      because: isCertain ? null : verdict === "people" ? "people" : (earlier?.because ?? null),
      perPerson: rule.each.length > 0 || (earlier?.perPerson ?? false),
    });
  };
  for (const { data, when } of policy.data) add(`data:${data}`, "data", { when, duty: "required", each: [] });
  for (const { document, when, duty, each } of policy.documents) {
    add(`doc:${document}`, "document", { when, duty, each });
  }
  for (const requirement of siteRequirements) add(`site:${requirement}`, "site", always);
  for (const { site, when } of policy.site) add(`site:${site}`, "site", { when, duty: "required", each: [] });
  for (const item of testsFor(known.lines)) add(`test:${item}`, "test", always);
  const way = stopsFor(known.lines).map(
    (stop): Expected => ({
      id: stopId(stop),
      kind: stop.kind,
      when: stop.because === null ? "certain" : "possible",
      duty: "required",
      conditions: [],
      because: stop.because,
      perPerson: false,
    }),
  );
  return [...found.values(), ...way];
}

interface Rule {
  when: readonly Clause[];
  duty: Duty;
  each: readonly PersonRole[];
}
const always: Rule = { when: [], duty: "required", each: [] };
const isSure = (role: PersonRole): boolean => role === "representative" || role === "agent";

/** Whether a rule holds of what is known: it does, it cannot, or it would under one of the clauses that are left. */
function judge(when: readonly Clause[], known: Known): "always" | "never" | Clause[] {
  if (when.length === 0) return "always";
  const open: Clause[] = [];
  for (const clause of when) {
    const left = rest(clause, known);
    if (left === null) continue;
    if (Object.keys(left).length === 0) return "always";
    open.push(left);
  }
  return open.length === 0 ? "never" : open;
}

/** What of a clause is not settled yet; `null` when it cannot hold any more. */
function rest(clause: Clause, { facts, areOffered }: Known): Clause | null {
  const left: Clause = {};
  for (const name of Object.keys(clause) as FactName[]) {
    const wanted = clause[name]!;
    const values = facts[name];
    if (values === undefined) {
      left[name] = wanted;
      continue;
    }
    const fitting = values.filter((value) => wanted.includes(value));
    if (fitting.length === 0) return null;
    // Of channels that are only offered some may be left out; one of them is taken in any case.
    if (name === "channel" && areOffered && fitting.length < values.length) left[name] = fitting;
  }
  return left;
}

/** Ids as the machine and the KYC room ask them, without the person they are asked of. */
export const classOf = (id: string): string => id.replace(/#.*$/, "");

/** What a changed answer does to a forecast: everything that still counts is kept, and nothing falls away unsaid. */
export interface ForecastChange {
  kept: string[];
  added: Expected[];
  /** No longer asked; `wasGiven` when something handed in falls away with it. */
  dropped: { expected: Expected; wasGiven: boolean }[];
}

/** @param given ids of what has been handed in, persons included */
export function compareForecasts(
  before: readonly Expected[],
  after: readonly Expected[],
  given: Iterable<string>,
): ForecastChange {
  const now = new Set(after.map((expected) => expected.id));
  const then = new Set(before.map((expected) => expected.id));
  const handedIn = new Set(Array.from(given, classOf));
  return {
    kept: before.flatMap(({ id }) => (now.has(id) ? [id] : [])),
    added: after.filter(({ id }) => !then.has(id)),
    dropped: before
      .filter(({ id }) => !now.has(id))
      .map((expected) => ({ expected, wasGiven: handedIn.has(expected.id) })),
  };
}
