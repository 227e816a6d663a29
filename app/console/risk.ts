/** How closely a merchant has to be looked at, in bands of the score on its card (0 to 100). */
export const riskBands = ["low", "medium", "high"] as const;
export type RiskBand = (typeof riskBands)[number];

export const riskFrom = { medium: 30, high: 70 };

/** null while nobody and nothing has looked. */
export function riskBand(score: number | null): RiskBand | null {
  if (score === null) return null;
  return score >= riskFrom.high ? "high" : score >= riskFrom.medium ? "medium" : "low";
}
