/** A person or a company somewhere above the merchant. */
export interface Party {
  id: string;
  kind: "person" | "company";
  /** Nobody looks behind these: the state and its bodies, public institutions, financial and disclosed listed companies. */
  exempt?: boolean;
}

/** `holder` has `percent` of the voting shares of `of`. */
export interface Holding {
  holder: string;
  of: string;
  percent: number;
}

/** How somebody rules without the shares; what step 2 asks when nobody holds enough. */
export interface Control {
  personId: string;
  by: "appointsRepresentative" | "appointsMajority" | "controlsInFact";
}

export interface OwnershipFacts {
  /** Id under which the merchant itself stands in `holdings`. */
  merchantId: string;
  /** Sole proprietors own themselves, unless they act for somebody else. */
  isSoleProprietor: boolean;
  actsForAnother: boolean;
  /** The merchant itself is a body that nobody looks behind. */
  merchantExempt: boolean;
  parties: Party[];
  holdings: Holding[];
  controls: Control[];
  /** Ids of the people who represent the merchant. */
  representatives: string[];
  /** The merchant said why direct shares add up to less than 100: the rest is held below the threshold. */
  shortfallExplained: boolean;
}

export interface OwnerPolicy {
  /** Percent; 25 by Korean decree (art. 10-5) and most PSPs, 10 for some at higher risk. */
  ownerThresholdPercent: number;
  /** Companies that are looked through on a chain; two by Korean practice. */
  lookThroughSteps: number;
}

export interface Owner {
  personId: string;
  /** Part of the merchant over all ways, in percent, rounded to two places; null where no share is known. */
  percent: number | null;
  /** What makes this person an owner. */
  because:
    | "directShare"
    | "chainOfShares"
    | "sharesTogether"
    | "largestHolder"
    | Control["by"]
    | "representative"
    | "self";
}

/** What is wrong or missing. `blocks`: nobody can be called the owner before it is cleared up. */
export interface OwnerFinding {
  finding:
    | "moreThanAll"
    | "shareOutOfRange"
    | "unknownParty"
    | "holdingTwice"
    | "circular"
    | "unexplainedRest"
    | "holdersUnknown"
    | "tooManyLayers"
    | "nobodyFound";
  /** Whom it is about. */
  partyId: string;
  blocks: boolean;
}

export interface Ownership {
  owners: Owner[];
  /** The one answer the rule asks for: the largest share, or the first found. All others are recorded too. */
  principal: string | null;
  /** Which step of the rule found them; null when something is in the way, or nobody needs to be found. */
  step: 1 | 2 | 3 | null;
  exempt: boolean;
  findings: OwnerFinding[];
}
