import type { CodeList } from '../child/code-list.ts';
import { SDQ_BANDS } from '../health/sdq.ts';
import { ACTIVITIES, IN_TOUCH, LEAVERS_HOMES } from '../leaving-care/codes.ts';

/** Ages of care leavers on 31 March, as the Department for Education tells them apart. */
export const LEAVER_AGES = [
  { key: '17-18', from: 17, to: 18, title: '17 and 18' },
  { key: '19-21', from: 19, to: 21, title: '19 to 21' },
  { key: '22-25', from: 22, to: 25, title: '22 to 25' },
] as const;

export const findLeaverAge = (age: number): string | undefined =>
  LEAVER_AGES.find(({ from, to }) => age >= from && age <= to)?.key;

const NOT_SAID = 'unknown';

const titlesOf = ({ codes }: CodeList): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(codes).map(([code, { title }]) => [code, title]));

/** A dimension of which the case itself tells the key: nothing of the child in care does. */
export const toldByCase = (title: string, titles: Readonly<Record<string, string>>) => ({
  title,
  keyOf: () => NOT_SAID,
  titleOf: (key: string) => titles[key] ?? 'Not recorded',
  order: Object.keys(titles),
});

/** Ways to cut figures of what the return asks once a year. */
export const YEARLY_DIMENSIONS = {
  'sdq-band': toldByCase('Strengths and difficulties', SDQ_BANDS),
  'leaver-age': toldByCase(
    'Age of care leavers',
    Object.fromEntries(LEAVER_AGES.map(({ key, title }) => [key, title])),
  ),
  'in-touch': toldByCase('In touch', titlesOf(IN_TOUCH)),
  'leaver-home': toldByCase('Where care leavers live', titlesOf(LEAVERS_HOMES)),
  'leaver-activity': toldByCase('What care leavers do', titlesOf(ACTIVITIES)),
} as const;

export const OF_YEARLY_ROWS = Object.keys(YEARLY_DIMENSIONS) as readonly (keyof typeof YEARLY_DIMENSIONS)[];
