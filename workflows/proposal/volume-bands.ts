/**
 * Monthly overseas sales as merchants state them: a band in two currencies side by side, round in both ("KRW 100
 * million / USD 100 thousand or more"). The two are the same answer, not an exchange rate.
 */
export interface VolumeBand {
  id: VolumeBandId;
  /** Whole units, not minor ones; `to` is excluded, `null` is open. */
  krw: { from: number; to: number | null };
  usd: { from: number; to: number | null };
}

export const volumeBandIds = ["under10k", "10k", "50k", "100k", "300k", "1m"] as const;
export type VolumeBandId = (typeof volumeBandIds)[number];

const edges = [0, 10_000, 50_000, 100_000, 300_000, 1_000_000];

/** In rising order. The dollar edges 10,000 (Paymentwall) and 100,000 (the minimum fee's break-even) decide something. */
export const volumeBands: readonly VolumeBand[] = volumeBandIds.map((id, place) => {
  const from = edges[place] ?? 0;
  const to = edges[place + 1] ?? null;
  return { id, usd: { from, to }, krw: { from: from * 1_000, to: to === null ? null : to * 1_000 } };
});

export const volumeBand = (id: VolumeBandId): VolumeBand => volumeBands.find((band) => band.id === id)!;

/**
 * Three volumes a month that a proposal is priced at: the band's lower edge, its middle, its upper edge. The lowest
 * band begins at half of its middle, an open one counts up to three times its edge.
 *
 * @returns whole US dollars, rising; the second is "the stated volume"
 */
export function threeVolumesUsd(id: VolumeBandId): [number, number, number] {
  const { from, to } = volumeBand(id).usd;
  const upper = to ?? from * 3;
  const middle = Math.round((from + upper) / 2);
  return [from === 0 ? Math.round(middle / 2) : from, middle, upper];
}
