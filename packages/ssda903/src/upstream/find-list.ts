import { listed } from '../set-aside.ts';
import type { TextRow } from './csv-rows.ts';
import { CHILD_COLUMN, headingsOf, LISTS, LISTS_NOT_READ, type ListRead, plainHeading } from './lists.ts';

/** A title, a date of extraction and the like may stand above the headings. */
const MOST_ROWS_ABOVE = 15;

export interface FoundList {
  readonly kind: 'list';
  readonly list: ListRead;
  readonly headingAt: number;
  readonly at: (column: string) => number;
}

export type ListSought =
  | FoundList
  | { readonly kind: 'not-needed'; readonly name: string }
  | { readonly kind: 'trouble'; readonly reason: string; readonly todo: string };

/** Which list rows are, by their headings: whatever the sheet or file is called and in whatever order the columns stand. */
export const findList = (rows: readonly TextRow[]): ListSought => {
  const top = rows.slice(0, MOST_ROWS_ABOVE);
  for (const [headingAt, { cells }] of top.entries()) {
    const headings = cells.map(plainHeading);
    const at = (column: string): number => headings.indexOf(plainHeading(column));
    if (at(CHILD_COLUMN) < 0) continue;
    const list = LISTS.find(({ starts }) => at(starts) >= 0);
    if (list !== undefined) return { kind: 'list', list, headingAt, at };
    const known = LISTS_NOT_READ.find(({ column }) => at(column) >= 0);
    if (known !== undefined) return { kind: 'not-needed', name: known.name };
  }
  return { kind: 'trouble', ...troubleWithHeadings(top) };
};

/** So many headings of a list make it likely that it is that list, with others renamed. */
const ENOUGH_TO_TELL = 3;

const troubleWithHeadings = (top: readonly TextRow[]): { readonly reason: string; readonly todo: string } => {
  const likely = top
    .flatMap((row) => {
      const headings = new Set(row.cells.map(plainHeading));
      return LISTS.map((list) => ({
        list,
        row,
        known: headingsOf(list).filter((heading) => headings.has(plainHeading(heading))),
      }));
    })
    .reduce((a, b) => (b.known.length > a.known.length ? b : a), NONE);
  const { list, row, known } = likely;
  if (list === undefined || known.length < ENOUGH_TO_TELL)
    return {
      reason: `Its headings are not those of a list that is read: a “${CHILD_COLUMN}” and the day of the contact, referral, assessment, enquiry, need or plan.`,
      todo: 'Head the columns as Annex A does, or leave it out.',
    };
  const missing = [CHILD_COLUMN, list.starts].filter((heading) => !known.includes(heading));
  const read = new Set(headingsOf(list).map(plainHeading));
  const others = row.cells.filter((cell) => cell !== '' && !read.has(plainHeading(cell)));
  return {
    reason: `Its headings on row ${row.line} are like those of ${list.name}, without ${listed(missing.map((heading) => `“${heading}”`))}.`,
    todo:
      others.length === 0
        ? 'Add the column.'
        : `If it was renamed, give it that heading again. Headings not known here: ${listed(others.slice(0, 8).map((heading) => `“${heading}”`))}.`,
  };
};

const NONE: {
  readonly list: ListRead | undefined;
  readonly row: TextRow;
  readonly known: readonly string[];
} = { list: undefined, row: { line: 1, cells: [] }, known: [] };

/** "List 7" in the name of a sheet or file that holds another list. */
export const otherListNamed = (file: string, { name }: ListRead): string | undefined => {
  const called = /list[\s_-]*0*(\d{1,2})(?!\d)/i.exec(file)?.[1];
  const is = /^List (\d+)/.exec(name)?.[1];
  return called === undefined || is === undefined || called === is ? undefined : `List ${called}`;
};
