/**
 * Table 1.1 of the West Sussex strategy of 2018, as it is printed. Its line for socially unacceptable behaviour stands there
 * twice, and the two disagree about 2012 and 2015: which is right cannot be known, so neither is taken for it.
 */
export const WEST_SUSSEX_YEARS = [2012, 2013, 2014, 2015, 2016] as const;

export const UNCLEAR = 'source unclear';

export const WEST_SUSSEX_TABLE: Readonly<Record<string, readonly string[]>> = {
  N1: ['155', '195', '150', '185', '180'],
  N2: ['15', '10', '10', '15', '20'],
  N3: ['10', '15', '20', '25', '25'],
  N4: ['35', '45', '45', '40', '25'],
  N5: ['25', '30', '30', '15', '25'],
  N6: [`<5 or <0, ${UNCLEAR}`, '10', '5', `15 or 10, ${UNCLEAR}`, '5'],
  N7: ['<5', '0', '0', '0', '0'],
  N8: ['35', '40', '45', '65', '90'],
};

/** What a cell may say: its text, or each of its readings. */
export const readingsOf = (cell: string): readonly string[] =>
  cell.endsWith(UNCLEAR) ? cell.slice(0, -`, ${UNCLEAR}`.length).split(' or ') : [cell];

/** True counts that are printed so: a rounded one may be any of five, and "fewer than five" any of four. */
export const countsPrintedAs = (text: string): readonly number[] => {
  if (text === '<5') return [1, 2, 3, 4];
  // Fewer than nought cannot be: this reading is a slip of the pen.
  if (text === '<0') return [];
  const value = Number(text);
  return value === 0 ? [0] : [-2, -1, 0, 1, 2].map((off) => value + off).filter((count) => count >= 5);
};
