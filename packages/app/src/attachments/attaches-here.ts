/**
 * Whether somebody may attach a document to a case, or take one off: whoever may write its evidence where it stands, or take a
 * step on it. Whoever comes to it for a word of their own alone may read, and no more.
 */
export const attachesHere = ({
  isReached,
  mayWrite,
  steps,
}: {
  readonly isReached: boolean;
  readonly mayWrite: boolean;
  /** Theirs by their part, some of them refused to them. */
  readonly steps: readonly { readonly refusal: unknown }[];
}): boolean => isReached && (mayWrite || steps.some(({ refusal }) => refusal === undefined));
