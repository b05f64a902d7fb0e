import type { RowColumn, RowFinding, RowForm } from '@rightplace/app';
import { collectionYearLabel, dayInWords, parseDay } from '@rightplace/domain';
import { type Html, html, status } from '../../kit/index.ts';

type Table = RowForm['table'];

/** "Correct an episode", "Add a review". */
const ROWS: Readonly<Record<Table, string>> = {
  Header: 'the Header',
  Episodes: 'an episode',
  Reviews: 'a review',
  UASC: 'the unaccompanied asylum-seeking status',
  OC2: 'the year’s health and wellbeing',
  OC3: 'the care leaver’s year',
  AD1: 'the adoption',
  PlacedAdoption: 'a decision to place for adoption',
  PrevPerm: 'permanence before care',
  Missing: 'a time missing or away',
  SWEpisodes: 'a social worker’s time with the child',
  DoLo: 'a deprivation of liberty order',
};

export const rowInWords = (table: Table): string => ROWS[table];

export const returnInWords = (year: number): string => `Return for ${collectionYearLabel(year)}`;

/** "of 1 September 2026"; nothing for a table with one row a child. */
export const whichRow = (rowKey: string): string => {
  const on = parseDay(rowKey.slice(0, 10));
  return on === undefined || rowKey.endsWith('-03-31') ? '' : `of ${dayInWords(on)}`;
};

/** "C2 – Full care order"; one that the year's list lacks says so. */
export const codeInWords = ({ code, meaning, isOfYear }: RowColumn['codes'][number], year: number): string =>
  `${code} – ${[meaning, !isOfYear && `not a code of ${collectionYearLabel(year)}`].filter(Boolean).join('; ')}`;

/** A cell as people read it. */
export const cellInWords = ({ codes }: RowColumn, cell: string, year: number): string => {
  const code = codes.find((each) => each.code === cell);
  return cell === '' ? 'Blank' : code === undefined ? cell : codeInWords(code, year);
};

export const changeTag = ({ change }: RowFinding): Html | false =>
  change === 'new' && status('New with this change', 'magenta');

export const findingsCounted = (n: number): string => `${n} ${n === 1 ? 'finding' : 'findings'}`;

/** What the change makes of what is found, in a sentence or two. */
export const summaryInWords = (
  { here, elsewhere, cleared }: Record<'here' | 'elsewhere' | 'cleared', readonly RowFinding[]>,
  /** What is weighed: "What you have typed". Undefined when nothing is yet. */
  weighed: string | undefined,
): Html => {
  const all = [...here, ...elsewhere];
  if (weighed === undefined)
    return html`${all.length === 0 ? 'The rules of the return find nothing in this child’s return.' : `The rules of the return have ${findingsCounted(here.length)} in this row and ${findingsCounted(elsewhere.length)} elsewhere in this child’s return.`}`;
  const fresh = all.filter(({ change }) => change === 'new').length;
  const stay = all.length - fresh;
  const parts = [
    cleared.length === 0 ? 'clears no finding' : `clears ${findingsCounted(cleared.length)}`,
    fresh === 0 ? 'brings no new one' : `brings ${fresh} new`,
    stay === 0 ? 'and leaves none' : `and leaves ${stay}`,
  ];
  return html`${weighed} ${parts.join(', ').replace(', and', ' and')}.`;
};
