/** One thing somebody does, in words, and how to do it. */
export interface Step {
  name: string;
  /** Adds what is worth telling about it. */
  act(): Promise<string | undefined>;
}
