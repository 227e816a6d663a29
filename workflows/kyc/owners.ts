import type { Holding, Owner, OwnerFinding, OwnerPolicy, Ownership, OwnershipFacts } from "./ownership.ts";

/** Shares are compared in millionths, so that three thirds of 33.33 % and a 24.99 % are what they look like. */
const EPSILON = 1e-6;

/**
 * Who stands behind a merchant, by the three steps of the Korean decree (Enforcement Decree of the Act on Reporting and
 * Using Specified Financial Transaction Information, art. 10-5) and of common practice abroad:
 *
 * 1. people with the threshold of voting shares or more: directly, through companies each holding as much of the next,
 *    or by all their shares together;
 * 2. if there is none, the largest holder, or who appoints the representative or most executives, or controls in fact;
 * 3. if there is none still, the representative.
 *
 * Findings keep the order in which they are met, so that two runs on the same facts leave the same trail.
 */
export function findOwners(facts: OwnershipFacts, policy: OwnerPolicy): Ownership {
  const nobody = { owners: [], principal: null, step: null, findings: [] };
  if (facts.merchantExempt) return { ...nobody, exempt: true };
  if (facts.isSoleProprietor && !facts.actsForAnother) {
    const owners = facts.representatives.map((personId): Owner => ({ personId, percent: 100, because: "self" }));
    return {
      ...nobody,
      exempt: false,
      owners,
      principal: owners[0]?.personId ?? null,
      step: owners.length > 0 ? 1 : null,
    };
  }
  const findings = shareFindings(facts);
  const found = [() => byShares(facts, policy, findings), () => byControl(facts, policy), () => byOffice(facts)];
  for (const [i, look] of found.entries()) {
    const owners = largestFirst(look());
    // A hidden layer may hide an owner: the later steps must not answer for it.
    if (owners.length === 0 && findings.some(({ blocks }) => blocks)) break;
    if (owners.length > 0) {
      return { owners, principal: owners[0]!.personId, step: (i + 1) as 1 | 2 | 3, exempt: false, findings };
    }
  }
  if (!findings.some(({ blocks }) => blocks)) {
    findings.push({ finding: "nobodyFound", partyId: facts.merchantId, blocks: true });
  }
  return { ...nobody, exempt: false, findings };
}

const largestFirst = (owners: Owner[]): Owner[] => owners.sort((a, b) => (b.percent ?? -1) - (a.percent ?? -1));

function shareFindings({ merchantId, parties, holdings, shortfallExplained }: OwnershipFacts): OwnerFinding[] {
  const findings: OwnerFinding[] = [];
  const known = new Set([merchantId, ...parties.map(({ id }) => id)]);
  const pairs = new Set<string>();
  const held = new Map<string, number>();
  for (const { holder, of, percent } of holdings) {
    for (const id of [holder, of])
      if (!known.has(id)) findings.push({ finding: "unknownParty", partyId: id, blocks: true });
    if (!(percent > 0 && percent <= 100)) findings.push({ finding: "shareOutOfRange", partyId: holder, blocks: true });
    if (pairs.has(`${holder}>${of}`)) findings.push({ finding: "holdingTwice", partyId: holder, blocks: true });
    pairs.add(`${holder}>${of}`);
    held.set(of, (held.get(of) ?? 0) + percent);
  }
  for (const [of, sum] of held) {
    if (sum > 100 + EPSILON) findings.push({ finding: "moreThanAll", partyId: of, blocks: true });
  }
  const direct = held.get(merchantId) ?? 0;
  if (direct < 100 - EPSILON && !shortfallExplained) {
    findings.push({ finding: "unexplainedRest", partyId: merchantId, blocks: false });
  }
  return findings;
}

function byShares(
  facts: OwnershipFacts,
  { ownerThresholdPercent, lookThroughSteps }: OwnerPolicy,
  findings: OwnerFinding[],
): Owner[] {
  const enough = (percent: number) => percent >= ownerThresholdPercent - EPSILON;
  const party = new Map(facts.parties.map((one) => [one.id, one]));
  const holdersOf = Map.groupBy(facts.holdings, ({ of }) => of);
  const reasons = new Map<string, Owner["because"]>();
  const shares = new Map<string, number>();
  const say = (finding: OwnerFinding["finding"], partyId: string, blocks: boolean) => {
    if (!findings.some((one) => one.finding === finding && one.partyId === partyId))
      findings.push({ finding, partyId, blocks });
  };

  const climb = (of: string, through: string[], part: number, unbroken: boolean): void => {
    for (const { holder, percent } of holdersOf.get(of) ?? []) {
      const ofMerchant = (part * percent) / 100;
      const chain = unbroken && enough(percent) && through.length <= lookThroughSteps;
      // Slivers decide nothing, and a tangle of them must not take all day.
      if (ofMerchant < 0.001 && !chain) continue;
      if (holder === facts.merchantId || through.includes(holder)) {
        say("circular", holder, enough(ofMerchant));
        continue;
      }
      const who = party.get(holder);
      if (who?.kind === "person") {
        shares.set(holder, (shares.get(holder) ?? 0) + ofMerchant);
        if (chain && reasons.get(holder) !== "directShare") {
          reasons.set(holder, through.length === 0 ? "directShare" : "chainOfShares");
        }
        continue;
      }
      if (!who || who.exempt) continue;
      const matters = chain || enough(ofMerchant);
      if (!holdersOf.has(holder)) {
        if (matters) say("holdersUnknown", holder, true);
        continue;
      }
      if (matters && through.length >= lookThroughSteps) say("tooManyLayers", holder, false);
      // Twenty layers are nobody's company; they only keep a malicious chart from running for ever.
      if (through.length < 20) climb(holder, [...through, holder], ofMerchant, chain);
    }
  };
  climb(facts.merchantId, [], 100, true);

  for (const [id, percent] of shares) if (enough(percent) && !reasons.has(id)) reasons.set(id, "sharesTogether");
  return [...reasons].map(([personId, because]) => ({
    personId,
    because,
    percent: rounded(shares.get(personId) ?? 0),
  }));
}

function byControl(facts: OwnershipFacts, policy: OwnerPolicy): Owner[] {
  const kinds = new Map(facts.parties.map(({ id, kind, exempt }) => [id, exempt ? "exempt" : kind]));
  const owners = new Map<string, Owner>();
  for (const personId of largestHolders(facts, facts.merchantId, kinds, policy.lookThroughSteps)) {
    const direct = facts.holdings.find(({ holder, of }) => holder === personId && of === facts.merchantId);
    owners.set(personId, { personId, percent: direct ? rounded(direct.percent) : null, because: "largestHolder" });
  }
  for (const { personId, by } of facts.controls) {
    if (!owners.has(personId)) owners.set(personId, { personId, percent: null, because: by });
  }
  return [...owners.values()];
}

/** The people with the largest share, through companies with the largest share; several when they are equal. */
function largestHolders(facts: OwnershipFacts, of: string, kinds: Map<string, string>, steps: number): string[] {
  const holders: Holding[] = facts.holdings.filter((holding) => holding.of === of);
  const most = Math.max(0, ...holders.map(({ percent }) => percent));
  return holders
    .filter(({ percent }) => percent >= most - EPSILON)
    .flatMap(({ holder }) => {
      if (kinds.get(holder) === "person") return [holder];
      return kinds.get(holder) === "company" && steps > 0 ? largestHolders(facts, holder, kinds, steps - 1) : [];
    });
}

const byOffice = ({ representatives }: OwnershipFacts): Owner[] =>
  representatives.map((personId) => ({ personId, percent: null, because: "representative" }));

const rounded = (percent: number): number => Math.round(percent * 100) / 100;
