import { press } from "./press.ts";
import type { Sheet, Visitor } from "./visitor.ts";

/** The advisor takes the case and sends what is suggested, as it stands on the desk's page. */
export async function propose(advisor: Visitor, caseId: string): Promise<Sheet> {
  await press(advisor, `/console/cases/${caseId}`, "TAKE_CASE");
  const desk = (await advisor.open(`/console/cases/${caseId}/proposal`)).taken();
  return (await desk.form('button[name="_intent"][value="send"]').send(["_intent", "send"])).taken();
}

/** The merchant takes all of it. */
export const accept = (merchant: Visitor, caseId: string) =>
  press(merchant, `/cases/${caseId}/proposal`, "ACCEPT_PROPOSAL");
