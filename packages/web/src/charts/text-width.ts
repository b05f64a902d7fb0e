/** Text in charts is 16 units of the drawing, which is 16 pixels at the size it is drawn for. */
export const TEXT_SIZE = 16;
export const LINE_HEIGHT = 20;

/** Arial's widths at 16 pixels, near enough and rather wide than narrow: the server has no fonts to measure with. */
const widthOf = (character: string): number => {
  if (/[ijl|'.,:;!ftr()[\]·’‘]/.test(character)) return 5;
  if (/[mwMW%@—…]/.test(character)) return 14;
  if (/[A-Z&]/.test(character)) return 11.5;
  return character === ' ' ? 4.5 : 9;
};

export const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
};

/** What a reader takes for one letter: one that is written with its accent apart is not cut between the two. */
const letters = new Intl.Segmenter('en');

/** The text, cut with an ellipsis to fit; empty when not even five letters would. */
export const fitText = (text: string, width: number): string => {
  if (textWidth(text) <= width) return text;
  const characters = Array.from(letters.segment(text), ({ segment }) => segment);
  while (characters.length > 5) {
    characters.pop();
    const cut = `${characters.join('').trimEnd()}…`;
    if (textWidth(cut) <= width) return cut;
  }
  return '';
};

/** The text over at most so many lines, breaking at spaces; the last is cut if the rest does not fit. */
export const wrapText = (text: string, width: number, lines = 2): readonly string[] => {
  const wrapped: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && wrapped.length < lines) {
    if (wrapped.length === lines - 1) {
      wrapped.push(fitText(rest.join(' '), width) || (rest[0] ?? ''));
      break;
    }
    let taken = 1;
    while (taken < rest.length && textWidth(rest.slice(0, taken + 1).join(' ')) <= width) taken += 1;
    wrapped.push(rest.slice(0, taken).join(' '));
    rest = rest.slice(taken);
  }
  return wrapped;
};

/**
 * Moves labels apart so that none lies on another: each keeps its order, as near to where it belongs as the others
 * allow, and inside the range. Returns positions in the order given.
 */
export const spread = (
  wanted: readonly number[],
  gap: number,
  from: number,
  to: number,
): readonly number[] => {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  const placed: number[] = [];
  for (const [i, { at }] of order.entries())
    placed.push(Math.max(at, i === 0 ? from : (placed[i - 1] ?? 0) + gap));
  for (let i = placed.length - 1; i >= 0; i--) {
    const limit = i === placed.length - 1 ? to : (placed[i + 1] ?? to) - gap;
    placed[i] = Math.min(placed[i] ?? 0, limit);
  }
  const result = wanted.map(() => 0);
  for (const [i, { index }] of order.entries()) result[index] = placed[i] ?? 0;
  return result;
};
