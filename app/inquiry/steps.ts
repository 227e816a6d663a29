/** The pages of an inquiry, in order; the last one shows all and sends it. */
export const stepNames = ["where", "ways", "sales", "business", "contact", "check"] as const;
export type StepName = (typeof stepNames)[number];

export const pathOf = (step: StepName): string => (step === "where" ? "/inquiry" : `/inquiry/${step}`);

export const stepOfPath = (path: string): StepName =>
  stepNames.find((step) => pathOf(step) === path.replace(/\/$/, "")) ?? "where";
