import type { Desk } from "./desk.ts";
import { formOf, press } from "./press.ts";
import { until } from "./until.ts";
import type { Sheet, Visitor } from "./visitor.ts";

/** Accepts whatever was handed in, one thing after the other, as the reviewer's page opens it. @returns what was accepted */
export async function acceptEverything(reviewer: Visitor, caseId: string): Promise<string[]> {
  const path = `/console/cases/${caseId}/documents`;
  const accepted: string[] = [];
  for (;;) {
    const [form] = (await reviewer.open(path)).taken().forms(formOf("ACCEPT_ITEM"));
    const item = form?.value("item");
    if (!form || item === undefined || accepted.includes(item)) return accepted;
    (await form.send()).taken();
    accepted.push(item);
  }
}

/** The reviewer recommends once the lists have been asked about everybody. */
export async function recommend(reviewer: Visitor, caseId: string): Promise<Sheet> {
  const path = `/console/cases/${caseId}/documents`;
  await until("the screening", async () => (await reviewer.open(path)).taken().has(formOf("RECOMMEND_APPROVAL")));
  return press(reviewer, path, "RECOMMEND_APPROVAL");
}

export const confirmSite = (reviewer: Visitor, caseId: string) =>
  press(reviewer, `/console/cases/${caseId}/site`, "CONFIRM_SITE");

export const countersign = (approver: Visitor, caseId: string) =>
  press(approver, `/console/cases/${caseId}/contract`, "COUNTERSIGN_CONTRACT", { title: "대표이사" });

export const approve = (approver: Visitor, caseId: string) =>
  press(approver, `/console/cases/${caseId}/documents`, "APPROVE_KYC");

/** What the console says about where a case stands: its phase, and the words beside it. */
export async function whereIs(desk: Desk, caseId: string): Promise<{ phase: string; words: string }> {
  const page = (await (await desk.of("advisor")).open(`/console/cases/${caseId}`)).taken();
  return {
    phase: page.attributes("[data-phase]", "data-phase")[0] ?? "",
    words: page.text("[data-phase]") ?? "",
  };
}
