/** Made once: to make one for every sentence takes longer than to count what it says. */
const inFigures = new Intl.NumberFormat('en-GB');

/** A sentence for a count: none for nought. */
export const sentenceCount = (
  count: number,
  sentence: { readonly one: string; readonly many: (count: string) => string },
): readonly string[] => {
  if (count === 0) return [];
  return [count === 1 ? sentence.one : sentence.many(inFigures.format(count))];
};
