/** How far work is: what is being done, and how much of all of it is behind. */
export interface WorkStep {
  /** As a person is told: "Running the rules". */
  readonly words: string;
  /** From 0 to 1, as far as it can be told. */
  readonly share: number;
}

export type Tell = (step: WorkStep) => void;

/** Of work that is itself part of other work: its share goes from one share of the whole to another. */
export const tellWithin =
  (tell: Tell | undefined, from: number, to: number): Tell =>
  ({ words, share }) =>
    tell?.({ words, share: from + share * (to - from) });
