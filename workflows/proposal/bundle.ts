/** A channel as the solver sees it. */
export interface Candidate {
  key: string;
  /** A month's cost of having it at all, minor units. */
  fixedMinor: number;
  /** Business days until it is open. */
  days: number;
  /** What carrying a wish (by its place) takes; a wish that is not here is not carried. */
  carries: ReadonlyMap<number, Carriage>;
}

export interface Carriage {
  /** A month, minor units. */
  costMinor: number;
  /** What is not as one would like it: refunds or a sandbox missing or unknown, a question still to be asked. 0 to 15. */
  doubts: number;
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

/**
 * What bundles are compared by, in this order: more covered, less cost, fewer days, fewer contracts; and among equals
 * the one with fewer doubts.
 */
export interface BundleScore {
  covered: number;
  costMinor: number;
  days: number;
  channels: number;
  doubts: number;
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
  one.channels - other.channels ||
  one.doubts - other.doubts;

/** What a set of channels is worth: each wish goes to the cheapest of them, then to the least doubtful, then to the first. */
export function evaluate(instance: BundleInstance, chosen: readonly number[]): Bundle {
  const carriedBy: (number | null)[] = [];
  const score: BundleScore = { covered: 0, costMinor: 0, days: 0, channels: chosen.length, doubts: 0 };
  for (let want = 0; want < instance.wants; want++) {
    let carrier: number | null = null;
    let least: Carriage | null = null;
    for (const place of chosen) {
      const carriage = instance.candidates[place]?.carries.get(want);
      if (!carriage || (least && joined(carriage) >= joined(least))) continue;
      least = carriage;
      carrier = place;
    }
    carriedBy.push(carrier);
    if (!least) continue;
    score.covered++;
    score.costMinor += least.costMinor;
    score.doubts += least.doubts;
  }
  for (const place of chosen) {
    const candidate = instance.candidates[place]!;
    score.costMinor += candidate.fixedMinor;
    score.days = Math.max(score.days, candidate.days);
  }
  score.days += Math.max(chosen.length - 1, 0) * instance.furtherDays;
  return { chosen: [...chosen], carriedBy, score };
}

/** Cost and doubts in one number, so that the search compares one. Costs stay below 2^49, which is USD 5 trillion. */
const SHIFT = 16;
const joined = ({ costMinor, doubts }: Carriage): number => costMinor * SHIFT + doubts;
const doubtsIn = (value: number): number => value % SHIFT;
const costIn = (value: number): number => (value - doubtsIn(value)) / SHIFT;

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
  /** `costs[candidate][want]`, cost and doubts joined; infinite where it does not carry the wish. */
  private readonly costs: Float64Array[];
  private best: BundleScore = { covered: 0, costMinor: 0, days: 0, channels: 0, doubts: 0 };
  private bestChosen: number[] = [];

  constructor(instance: BundleInstance) {
    this.instance = instance;
    this.limit = instance.maxChannels ?? Number.POSITIVE_INFINITY;
    this.costs = instance.candidates.map(({ carries }) => {
      const row = new Float64Array(instance.wants).fill(Number.POSITIVE_INFINITY);
      for (const [want, carriage] of carries) row[want] = joined(carriage);
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
    const useful = candidates.flatMap((candidate, place) => (candidate.carries.size > 0 ? [place] : []));
    return useful.filter((place) => !useful.some((other) => other !== place && this.replaces(other, place)));
  }

  private replaces(better: number, worse: number): boolean {
    const one = this.instance.candidates[better]!;
    const other = this.instance.candidates[worse]!;
    if (one.fixedMinor > other.fixedMinor || one.days > other.days || one.carries.size < other.carries.size)
      return false;
    let isBetter = one.fixedMinor < other.fixedMinor || one.days < other.days || one.carries.size > other.carries.size;
    for (const [want, theirs] of other.carries) {
      const mine = one.carries.get(want);
      // Doubts are compared by themselves too: they are summed up apart from the cost.
      if (!mine || mine.costMinor > theirs.costMinor || mine.doubts > theirs.doubts) return false;
      if (mine.costMinor < theirs.costMinor || mine.doubts < theirs.doubts) isBetter = true;
    }
    // Twins replace each other: the first stays.
    return isBetter || better < worse;
  }

  /**
   * @param chosen taken so far
   * @param open not yet decided about
   * @param served at what each wish is carried by what is chosen, infinite where it is not
   * @param fixedMinor sum of the fixed costs of `chosen`
   * @param days the slowest of `chosen`
   */
  private visit(chosen: number[], open: number[], served: Float64Array, fixedMinor: number, days: number): void {
    const { wants, candidates, furtherDays } = this.instance;
    const slots = this.limit - chosen.length;
    const now: BundleScore = { covered: 0, costMinor: fixedMinor, days, channels: chosen.length, doubts: 0 };
    let hopedCost = fixedMinor;
    let hopedDoubts = 0;
    let neededDays = days;
    let rarest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    const missing: number[] = [];
    const hopes: number[] = [];
    for (let want = 0; want < wants; want++) {
      const current = served[want]!;
      let least = current;
      let fewestDoubts = current === Number.POSITIVE_INFINITY ? SHIFT : doubtsIn(current);
      let soonest = Number.POSITIVE_INFINITY;
      let carriers = 0;
      for (const place of open) {
        const cost = this.costs[place]![want]!;
        if (cost === Number.POSITIVE_INFINITY) continue;
        carriers++;
        if (cost < least) least = cost;
        if (doubtsIn(cost) < fewestDoubts) fewestDoubts = doubtsIn(cost);
        if (candidates[place]!.days < soonest) soonest = candidates[place]!.days;
      }
      if (current < Number.POSITIVE_INFINITY) {
        now.covered++;
        now.costMinor += costIn(current);
        now.doubts += doubtsIn(current);
        hopedCost += costIn(least);
        hopedDoubts += fewestDoubts;
      } else if (carriers > 0) {
        missing.push(want);
        hopes.push(costIn(least));
        hopedDoubts += fewestDoubts;
        if (soonest > neededDays) neededDays = soonest;
        if (carriers < fewest) {
          fewest = carriers;
          rarest = want;
        }
      }
    }
    this.offer(chosen, now);
    if (slots <= 0 || open.length === 0) return;

    const covered = this.reach(now.covered, missing, open, slots);
    if (covered < this.best.covered) return;
    if (covered === this.best.covered) {
      // To be better, a bundle below here must carry this many of the missing wishes; it cannot do so for less.
      const needed = covered - now.covered;
      const all = needed === missing.length;
      if (!all) hopes.sort((one, other) => one - other);
      for (let place = 0; place < needed; place++) hopedCost += hopes[place]!;
      const channels = chosen.length + this.fewestMore(missing, open, needed);
      const hopedDays = (all ? neededDays : days) + Math.max(channels - 1, 0) * furtherDays;
      const hope = { covered, costMinor: hopedCost, days: hopedDays, channels, doubts: all ? hopedDoubts : 0 };
      if (compareScores(hope, this.best) >= 0) return;
    }

    if (missing.length === 0) {
      this.improve(chosen, open, served, fixedMinor, days);
      return;
    }
    const carriers = open
      .filter((place) => this.costs[place]![rarest]! < Number.POSITIVE_INFINITY)
      .map((place) => ({ place, worth: this.gain(place, missing) }))
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
    const mine = this.costs[place]!;
    for (const want of candidate.carries.keys()) if (mine[want]! < next[want]!) next[want] = mine[want]!;
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
      for (const [want, { costMinor }] of candidate.carries) gain += Math.max(0, costIn(served[want]!) - costMinor);
      // Savings shrink as others are taken, so what does not pay now never will. Fewer doubts alone pay no contract.
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
    const row = this.costs[place]!;
    let gain = 0;
    for (const want of missing) if (row[want]! < Number.POSITIVE_INFINITY) gain++;
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
