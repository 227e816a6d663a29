/** The settings do not make a running Gangway: one sentence a problem, all of them at once. */
export class ConfigRefused extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(problems.join("\n"));
    this.name = "ConfigRefused";
    this.problems = problems;
  }
}
