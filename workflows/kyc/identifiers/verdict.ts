/** Why a number cannot be right. Keys of sentences; the rooms hold the words. */
export type NumberProblem =
  | "missing"
  /** Too long, too short, wrong characters. */
  | "shape"
  /** The check digit does not fit the others: most often two digits swapped, or one mistyped. */
  | "checksum"
  /** A part that is never issued: an office, a type, a prefix, a region that does not exist. */
  | "component"
  /** It carries a year that has not come yet. */
  | "yearAhead";

/**
 * What can be said of a number without asking its registry. `certain: false` warns and never blocks: the rule is not
 * published, or may have changed. A passed check says nothing about whether the company exists.
 */
export type Verdict =
  | {
      ok: true;
      /** As it is stored and compared: capitals and digits only, unless the separators carry meaning. */
      value: string;
      /** As its country writes it. */
      shown: string;
    }
  | { ok: false; problem: NumberProblem; certain: boolean };

/** What a rule's check finds: nothing, or a problem with its weight. */
export type Fault = { problem: NumberProblem; certain: boolean } | null;

export const surely = (problem: NumberProblem): Fault => ({ problem, certain: true });
export const perhaps = (problem: NumberProblem): Fault => ({ problem, certain: false });
