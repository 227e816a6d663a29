/** A channel as the solver sees it. */
export interface Candidate {
  key: string;
  /** A month's cost of having it at all, minor units. */
  fixedMinor: number;
  /** Business days until it is open. */
  days: number;
  /** A month's cost of carrying a wish (by its place), minor units; a wish that is not here is not carried. */
  costs: ReadonlyMap<number, number>;
}

export interface BundleInstance {
  candidates: readonly Candidate[];
  /** How many wishes there are. */
  wants: number;
  /** Days added for each contract after the first. */
  furtherDays: number;
  /** No more channels than this; absent: as many as it takes. */
  maxChannels?: number;
}

/** What bundles are compared by, in this order: more covered, less cost, fewer days, fewer contracts. */
export interface BundleScore {
  covered: number;
  costMinor: number;
  days: number;
  channels: number;
}

export interface Bundle {
  /** Places in `candidates`, rising. */
  chosen: number[];
  /** For each wish the place of the channel that carries it, or `null`. */
  carriedBy: (number | null)[];
  score: BundleScore;
}

/** Negative when `one` is the better bundle. */
export const compareScores = (one: BundleScore, other: BundleScore): number =>
  other.covered - one.covered ||
  one.costMinor - other.costMinor ||
  one.days - other.days ||
  one.channels - other.channels;

/** What a set of channels is worth: each wish goes to the cheapest of them, ties to the first. */
export function evaluate(instance: BundleInstance, chosen: readonly number[]): Bundle {
  const carriedBy: (number | null)[] = [];
  let costMinor = 0;
  let covered = 0;
  for (let want = 0; want < instance.wants; want++) {
    let cheapest: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const place of chosen) {
      const cost = instance.candidates[place]?.costs.get(want);
      if (cost !== undefined && cost < least) {
        least = cost;
        cheapest = place;
      }
    }
    carriedBy.push(cheapest);
    if (cheapest === null) continue;
    covered++;
    costMinor += least;
  }
  let days = 0;
  for (const place of chosen) {
    const candidate = instance.candidates[place]!;
    costMinor += candidate.fixedMinor;
    days = Math.max(days, candidate.days);
  }
  days += Math.max(chosen.length - 1, 0) * instance.furtherDays;
  return { chosen: [...chosen], carriedBy, score: { covered, costMinor, days, channels: chosen.length } };
}

/**
 * The best bundle of channels: covers most wishes, then costs least, then opens soonest, then needs fewest contracts.
 *
 * Exact: a branch-and-bound search over the channels that no other channel makes superfluous. Every branch left out is
 * left out because even its most hopeful end is not better than what was found. Proven against brute force in
 * bundle.test.ts and `npm run bench -- proposal`.
 */
export function solveBundle(instance: BundleInstance): Bundle {
  return new Search(instance).run();
}

class Search {
  private readonly instance: BundleInstance;
  private readonly limit: number;
  /** `costs[candidate][want]`; infinite where it does not carry the wish. */
  private readonly costs: Float64Array[];
  private best: BundleScore = { covered: 0, costMinor: 0, days: 0, channels: 0 };
  private bestChosen: number[] = [];

  constructor(instance: BundleInstance) {
    this.instance = instance;
    this.limit = instance.maxChannels ?? Number.POSITIVE_INFINITY;
    this.costs = instance.candidates.map(({ costs }) => {
      const row = new Float64Array(instance.wants).fill(Number.POSITIVE_INFINITY);
      for (const [want, cost] of costs) row[want] = cost;
      return row;
    });
  }

  run(): Bundle {
    if (this.limit > 0) {
      const served = new Float64Array(this.instance.wants).fill(Number.POSITIVE_INFINITY);
      this.visit([], this.worthwhile(), served, 0, 0);
    }
    return evaluate(
      this.instance,
      [...this.bestChosen].sort((one, other) => one - other),
    );
  }

  /** Channels that are of any use: not those which another one replaces everywhere, at no more cost and no later. */
  private worthwhile(): number[] {
    const { candidates } = this.instance;
    const useful = candidates.flatMap((candidate, place) => (candidate.costs.size > 0 ? [place] : []));
    return useful.filter((place) => !useful.some((other) => other !== place && this.replaces(other, place)));
  }

  private replaces(better: number, worse: number): boolean {
    const one = this.instance.candidates[better]!;
    const other = this.instance.candidates[worse]!;
    if (one.fixedMinor > other.fixedMinor || one.days > other.days || one.costs.size < other.costs.size) return false;
    let isBetter = one.fixedMinor < other.fixedMinor || one.days < other.days || one.costs.size > other.costs.size;
    for (const [want, cost] of other.costs) {
      const mine = this.costs[better]![want]!;
      if (mine > cost) return false;
      if (mine < cost) isBetter = true;
    }
    // Twins replace each other: the first stays.
    return isBetter || better < worse;
  }

  /**
   * @param chosen taken so far
   * @param open not yet decided about
   * @param served cost at which each wish is carried by what is chosen, infinite where it is not
   * @param fixedMinor sum of the fixed costs of `chosen`
   * @param days the slowest of `chosen`
   */
  private visit(chosen: number[], open: number[], served: Float64Array, fixedMinor: number, days: number): void {
    const { wants, candidates, furtherDays } = this.instance;
    const slots = this.limit - chosen.length;
    let covered = 0;
    let costMinor = fixedMinor;
    let hopedCost = fixedMinor;
    let neededDays = days;
    let rarest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    const missing: number[] = [];
    const hopes: number[] = [];
    for (let want = 0; want < wants; want++) {
      const now = served[want]!;
      let least = now;
      let soonest = Number.POSITIVE_INFINITY;
      let carriers = 0;
      for (const place of open) {
        const cost = this.costs[place]![want]!;
        if (cost === Number.POSITIVE_INFINITY) continue;
        carriers++;
        if (cost < least) least = cost;
        if (candidates[place]!.days < soonest) soonest = candidates[place]!.days;
      }
      if (now < Number.POSITIVE_INFINITY) {
        covered++;
        costMinor += now;
        hopedCost += least;
      } else if (carriers > 0) {
        missing.push(want);
        hopes.push(least);
        if (soonest > neededDays) neededDays = soonest;
        if (carriers < fewest) {
          fewest = carriers;
          rarest = want;
        }
      }
    }
    this.offer(chosen, { covered, costMinor, days, channels: chosen.length });
    if (slots <= 0 || open.length === 0) return;

    const reach = this.reach(covered, missing, open, slots);
    if (reach < this.best.covered) return;
    if (reach === this.best.covered) {
      // To be better, a bundle below here must carry this many of the missing wishes; it cannot do so for less.
      const needed = reach - covered;
      const all = needed === missing.length;
      if (!all) hopes.sort((one, other) => one - other);
      for (let place = 0; place < needed; place++) hopedCost += hopes[place]!;
      const channels = chosen.length + this.fewestMore(missing, open, needed);
      const hopedDays = (all ? neededDays : days) + Math.max(channels - 1, 0) * furtherDays;
      if (compareScores({ covered: reach, costMinor: hopedCost, days: hopedDays, channels }, this.best) >= 0) return;
    }

    if (missing.length === 0) {
      this.improve(chosen, open, served, fixedMinor, days);
      return;
    }
    const carriers = open
      .filter((place) => this.costs[place]![rarest]! < Number.POSITIVE_INFINITY)
      .map((place) => ({ place, worth: this.worth(place, served) }))
      .sort((one, other) => other.worth - one.worth);
    let left = open;
    for (const { place } of carriers) {
      left = left.filter((other) => other !== place);
      this.take(place, chosen, left, served, fixedMinor, days);
    }
    // Where contracts are limited, a wish may have to go without.
    if (slots < open.length) this.visit(chosen, left, served, fixedMinor, days);
  }

  private take(
    place: number,
    chosen: number[],
    left: number[],
    served: Float64Array,
    fixedMinor: number,
    days: number,
  ) {
    const candidate = this.instance.candidates[place]!;
    const next = served.slice();
    for (const [want, cost] of candidate.costs) if (cost < next[want]!) next[want] = cost;
    this.visit([...chosen, place], left, next, fixedMinor + candidate.fixedMinor, Math.max(days, candidate.days));
  }

  /** Everything is carried: a further channel is worth it only where it saves more than it costs. */
  private improve(chosen: number[], open: number[], served: Float64Array, fixedMinor: number, days: number): void {
    let most = 0;
    let best = -1;
    const saving: number[] = [];
    for (const place of open) {
      const candidate = this.instance.candidates[place]!;
      let gain = -candidate.fixedMinor;
      for (const [want, cost] of candidate.costs) if (cost < served[want]!) gain += served[want]! - cost;
      // Savings shrink as others are taken, so what does not pay now never will.
      if (gain <= 0) continue;
      saving.push(place);
      if (gain > most) {
        most = gain;
        best = place;
      }
    }
    if (best < 0) return;
    const left = saving.filter((place) => place !== best);
    this.take(best, chosen, left, served, fixedMinor, days);
    this.visit(chosen, left, served, fixedMinor, days);
  }

  private offer(chosen: number[], { days, ...rest }: BundleScore): void {
    const score = { ...rest, days: days + Math.max(chosen.length - 1, 0) * this.instance.furtherDays };
    if (compareScores(score, this.best) >= 0) return;
    this.best = score;
    this.bestChosen = chosen;
  }

  /** How many wishes could at most be carried in the end. */
  private reach(covered: number, missing: number[], open: number[], slots: number): number {
    if (slots >= open.length || slots >= missing.length) return covered + missing.length;
    const gains = open.map((place) => this.gain(place, missing)).sort((one, other) => other - one);
    let most = 0;
    for (let place = 0; place < slots; place++) most += gains[place] ?? 0;
    return covered + Math.min(most, missing.length);
  }

  private gain(place: number, missing: number[]): number {
    let gain = 0;
    for (const want of missing) if (this.costs[place]![want]! < Number.POSITIVE_INFINITY) gain++;
    return gain;
  }

  /** At least this many more contracts: wishes no two of which share a channel need one each. */
  private fewestMore(missing: number[], open: number[], needed: number): number {
    if (needed === 0) return 0;
    if (needed < missing.length) {
      const most = Math.max(...open.map((place) => this.gain(place, missing)));
      return Math.ceil(needed / most);
    }
    const used = new Set<number>();
    let apart = 0;
    for (const want of missing) {
      const carriers = open.filter((place) => this.costs[place]![want]! < Number.POSITIVE_INFINITY);
      if (carriers.some((place) => used.has(place))) continue;
      apart++;
      for (const place of carriers) used.add(place);
    }
    return apart;
  }

  private worth(place: number, served: Float64Array): number {
    let worth = 0;
    for (const [want] of this.instance.candidates[place]!.costs) if (served[want] === Number.POSITIVE_INFINITY) worth++;
    return worth;
  }
}

/** Tries every subset: the measure that {@link solveBundle} is held against. Up to some twenty channels. */
export function bruteForce(instance: BundleInstance): Bundle {
  const count = instance.candidates.length;
  let best = evaluate(instance, []);
  for (let bits = 1; bits < 2 ** count; bits++) {
    const chosen: number[] = [];
    for (let place = 0; place < count; place++) if (bits & (1 << place)) chosen.push(place);
    if (chosen.length > (instance.maxChannels ?? Number.POSITIVE_INFINITY)) continue;
    const bundle = evaluate(instance, chosen);
    if (compareScores(bundle.score, best.score) < 0) best = bundle;
  }
  return best;
}
