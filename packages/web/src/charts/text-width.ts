/** Text in charts is 16 units of the drawing, which is 16 pixels at the size it is drawn for. */
export const TEXT_SIZE = 16;
export const LINE_HEIGHT = 20;

/** What Arial takes for each character from the space on, in thousandths of the text's size: a server has no fonts to measure. */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const FIRST_CHARACTER = 32;
const NARROW = /[·’‘]/;

/** Fonts that stand in for Arial are as wide; fitted to the dots of a screen a little wider. */
const ROOM = 1.03;

const widthIn =
  (widths: readonly number[]) =>
  (text: string): number => {
    let width = 0;
    // With its accent a letter is as wide as without; most of what is not in the list is no wider than the text is high.
    for (const character of text.normalize('NFD').replaceAll(/\p{Mn}/gu, ''))
      width +=
        widths[(character.codePointAt(0) ?? 0) - FIRST_CHARACTER] ?? (NARROW.test(character) ? 278 : 1000);
    return Math.ceil((width / 1000) * TEXT_SIZE * ROOM);
  };

export const textWidth = widthIn(REGULAR);
/** Bold words are wider: measured as plain ones, a name at the end of a line leaves the picture. */
export const boldWidth = widthIn(BOLD);

/** What a reader takes for one letter: one that is written with its accent apart is not cut between the two. */
const letters = new Intl.Segmenter('en');

/** The text, cut with an ellipsis to fit; empty when not even five letters would. */
export const fitText = (text: string, width: number, widthOf = textWidth): string => {
  if (widthOf(text) <= width) return text;
  const characters = Array.from(letters.segment(text), ({ segment }) => segment);
  while (characters.length > 5) {
    characters.pop();
    const cut = `${characters.join('').trimEnd()}…`;
    if (widthOf(cut) <= width) return cut;
  }
  return '';
};

/** The text over at most so many lines, breaking at spaces; the last is cut if the rest does not fit. */
export const wrapText = (
  text: string,
  width: number,
  { lines = 2, widthOf = textWidth } = {},
): readonly string[] => {
  const wrapped: string[] = [];
  let rest = text.split(' ');
  while (rest.length > 0 && wrapped.length < lines) {
    if (wrapped.length === lines - 1) {
      wrapped.push(fitText(rest.join(' '), width, widthOf) || (rest[0] ?? ''));
      break;
    }
    let taken = 1;
    while (taken < rest.length && widthOf(rest.slice(0, taken + 1).join(' ')) <= width) taken += 1;
    wrapped.push(rest.slice(0, taken).join(' '));
    rest = rest.slice(taken);
  }
  return wrapped;
};

/** Widths in which a line's name and figure are tried, the narrowest first: what the drawing gives up of its plot for them. */
const END_WIDTHS = [150, 190] as const;

/** A line's name with its latest figure, over at most two lines. A name too long for them is cut; a figure never is. */
export const nameWithFigure = (name: string, figure: string): readonly string[] => {
  for (const width of END_WIDTHS) {
    const lines = wrapText(`${name} ${figure}`, width, { widthOf: boldWidth });
    if (lines.at(-1)?.endsWith(figure) === true) return lines;
  }
  return [fitText(name, END_WIDTHS[0], boldWidth), figure];
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
