import { leafOf } from "#app/cases/index.server.ts";
import type { CaseView } from "#app/engine/index.server.ts";
import type { Tone } from "#app/ui/tone.ts";

/** One step of a case in the pane on the left. */
export interface StepLine {
  page: "proposal" | "documents" | "contract" | "site";
  /** null: not begun. */
  tone: Tone | null;
  /** The state it is in, by its path; null when not begun. */
  state: string | null;
}

const afterProposal = new Set(["application", "approved", "live", "suspended"]);
const doneState = {
  proposal: "application",
  documents: "application.kyc.approved",
  contract: "application.contract.signed",
  site: "application.site.passed",
};

/** How each step stands, for whoever looks from the house's side: `act` is ours to do. */
export function stepsOf(view: CaseView): StepLine[] {
  const leaf = (prefix: string): StepLine["state"] => view.states.find((state) => state.startsWith(prefix)) ?? null;
  const isApproved = view.phase === "approved" || view.phase === "live" || view.phase === "suspended";
  const region = (page: "documents" | "contract" | "site", prefix: string): StepLine => {
    const state = isApproved ? doneState[page] : leaf(prefix);
    return { page, state, tone: toneOf(view, state) };
  };
  const proposing = leaf("advising") ?? leaf("deciding") ?? leaf("preScreening");
  return [
    afterProposal.has(view.phase)
      ? { page: "proposal", state: null, tone: "done" }
      : { page: "proposal", state: proposing, tone: toneOf(view, proposing) },
    region("contract", "application.contract"),
    region("documents", "application.kyc"),
    region("site", "application.site"),
  ];
}

function toneOf({ machineVersion }: CaseView, state: string | null): Tone | null {
  if (!state) return null;
  const leaf = leafOf("onboarding", machineVersion, state);
  if (leaf.isFinal) return "done";
  if (state === "application.kyc.rejected") return "problem";
  return leaf.turn === "us" ? "act" : "wait";
}
