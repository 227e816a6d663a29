import type { CaseView } from "#app/engine/index.server.ts";
import { itemsOf } from "#workflows/kyc/items.ts";
import { hasPassed } from "#workflows/onboarding/pre-screen.ts";

export const gateNames = [
  "proposal",
  "preScreen",
  "contract",
  "items",
  "screening",
  "site",
  "kyc",
  "tests",
  "keys",
] as const;
export type GateName = (typeof gateNames)[number];

/** One thing that stands between a case and its first live payment. */
export interface Gate {
  gate: GateName;
  state: "done" | "open" | "problem";
  /** How many of how many, where it is counted. */
  count: { done: number; all: number } | null;
}

const beforeTests = new Set(["proposed", "preScreen", "testSetup", "testing"]);
const withKeys = new Set(["keysIssued", "liveVerification", "live", "suspended"]);

/** All gates of a case in the order in which they are passed. */
export function gatesFor({ phase, states, context, channels }: CaseView): Gate[] {
  const isApproved = phase === "approved" || phase === "live" || phase === "suspended";
  const asked = context.profile && context.policy ? itemsOf(context.profile, context.policy) : [];
  const stateOf = (id: string) => context.items[id]?.state;
  const accepted = asked.filter((id) => stateOf(id) === "accepted").length;
  const open = channels.filter((channel) => channel.status === "active");
  const gate = (name: GateName, isDone: boolean, isProblem = false, count: Gate["count"] = null): Gate => ({
    gate: name,
    state: isDone ? "done" : isProblem ? "problem" : "open",
    count,
  });
  const counted = (name: GateName, done: number, all: number, isProblem = false) =>
    gate(name, all > 0 && done === all, isProblem, all > 0 ? { done, all } : null);
  // Cases of version 1 ask at their channels; a proposal without such a PSP asks nobody.
  const preScreenGate = ({ lines, preScreens }: CaseView["context"]): Gate[] => {
    const marked = preScreens ? lines.filter((line) => line.preScreen) : [];
    const passed = marked.filter((line) => hasPassed({ preScreens }, line)).length;
    return marked.length > 0 && phase !== "live" ? [counted("preScreen", passed, marked.length)] : [];
  };
  return [
    gate("proposal", context.lines.length > 0),
    ...preScreenGate(context),
    gate("contract", context.contractSigned),
    counted(
      "items",
      accepted,
      asked.length,
      asked.some((id) => stateOf(id) === "refused"),
    ),
    gate("screening", context.screening === "clear" || context.screening === "dismissed", context.screening === "hit"),
    gate("site", context.site.passed, context.site.failure !== null),
    gate("kyc", isApproved || states.includes("application.kyc.approved"), states.includes("application.kyc.rejected")),
    counted(
      "tests",
      open.filter(({ phase: at }) => !beforeTests.has(at) && at !== "pspRefused").length,
      open.length,
      open.some(({ phase: at }) => at === "pspRefused"),
    ),
    counted("keys", open.filter(({ phase: at }) => withKeys.has(at)).length, open.length),
  ];
}
