/** How our documents look, in the units a Word file counts by: half points for letters, twentieths of a point for lengths. */
export const MARGIN = 1134;
/** An A4 page within its margins. */
export const WIDTH = 11906 - 2 * MARGIN;

export const INK = '0b0c0c';
export const QUIET = '505a5f';
export const RULE = 'b1b4b6';
export const SHADE = 'f3f2f1';

const heading = (size: number, before: number) => ({
  run: { font: 'Arial', size, bold: true, color: INK },
  // A heading is never the last thing on a page.
  paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
});

export const STYLES = {
  default: {
    document: {
      run: { font: 'Arial', size: 22, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 269, lineRule: 'auto' } },
    },
    title: heading(40, 60),
    heading1: heading(30, 320),
    heading2: heading(26, 240),
    heading3: heading(22, 200),
  },
} as const;

export const NUMBERED = 'numbered';
export const BULLETS = 'bullets';
