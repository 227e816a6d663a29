export type CasePage = "journey" | "proposal" | "documents" | "contract" | "site" | "timeline" | "team";

/** Which pages of a case have something to show yet. */
export function navOf({ hasProposal, hasLines }: { hasProposal: boolean; hasLines: boolean }): CasePage[] {
  return [
    "journey",
    ...(hasProposal ? (["proposal"] as const) : []),
    ...(hasLines ? (["documents", "contract", "site"] as const) : []),
    "timeline",
    "team",
  ];
}
