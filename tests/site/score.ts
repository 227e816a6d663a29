/** Counts of one question over many shops. */
export class Tally {
  hit = 0;
  falseAlarm = 0;
  miss = 0;
  right = 0;
  doubt = 0;

  add(truth: boolean, said: boolean, inDoubt = false) {
    if (inDoubt) this.doubt++;
    if (truth && said) this.hit++;
    else if (said) this.falseAlarm++;
    else if (truth) this.miss++;
    else this.right++;
  }

  get figures() {
    const precision = this.hit + this.falseAlarm === 0 ? 1 : this.hit / (this.hit + this.falseAlarm);
    const recall = this.hit + this.miss === 0 ? 1 : this.hit / (this.hit + this.miss);
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { precision: round(precision), recall: round(recall), f1: round(f1) };
  }
}

export const round = (n: number) => Math.round(n * 10_000) / 10_000;
