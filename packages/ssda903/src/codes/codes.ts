import type { CollectionYear } from '@rightplace/domain';
import { AUTHORITY_CODES } from './authorities.ts';
import { CARE_CODES } from './care.ts';
import { CHILD_CODES } from './child.ts';
import type { CodeSet } from './code-set.ts';
import { OUTCOME_CODES } from './outcomes.ts';
import { PERMANENCE_CODES } from './permanence.ts';
import { PLACEMENT_CODES } from './placement.ts';

/** The sets by the names that the tables and the rules of the return give them. */
export const CODE_SETS = {
  ...AUTHORITY_CODES,
  ...CARE_CODES,
  ...CHILD_CODES,
  ...OUTCOME_CODES,
  ...PERMANENCE_CODES,
  ...PLACEMENT_CODES,
} satisfies Record<string, CodeSet>;

export type CodeSetName = keyof typeof CODE_SETS;

/** Which sets a column has had, oldest first; each serves from its year until the next one's. */
interface CodeHistory {
  readonly sets: readonly { readonly from: CollectionYear; readonly set: CodeSetName }[];
  /** Codes of no listed year, that older returns hold or that the published list lacks. */
  readonly besides?: CodeSetName;
}

const ALWAYS = 0;

/** The columns whose codes change with the year. Every other column has one set, of the column's own name. */
const HISTORIES: Readonly<Record<string, CodeHistory>> = {
  SEX: {
    sets: [
      { from: ALWAYS, set: 'SEX_2022_24' },
      { from: 2025, set: 'SEX' },
    ],
  },
  PLACE: {
    sets: [
      { from: ALWAYS, set: 'PLACE_2022_24' },
      { from: 2025, set: 'PLACE_2024_25' },
      { from: 2026, set: 'PLACE' },
    ],
    besides: 'PLACE_HISTORIC',
  },
  REC: { sets: [{ from: ALWAYS, set: 'REC' }], besides: 'REC_HISTORIC' },
  ACTIV: { sets: [{ from: ALWAYS, set: 'ACTIV' }], besides: 'ACTIV_HISTORIC' },
  LA_PERM: { sets: [{ from: ALWAYS, set: 'LA_PERM' }], besides: 'LA_PERM_ADDED_SINCE' },
};

const isCodeSetName = (name: string): name is CodeSetName => Object.hasOwn(CODE_SETS, name);

const historyOf = (column: string): CodeHistory => {
  const history = HISTORIES[column];
  if (history !== undefined) return history;
  if (!isCodeSetName(column)) throw new RangeError(`${column} is not a column of codes`);
  return { sets: [{ from: ALWAYS, set: column }] };
};

/** The codes of a column in a collection year's list. A year after the last one listed has the last one's. */
export const codesIn = (column: string, year: CollectionYear): CodeSet => {
  const { sets } = historyOf(column);
  const current = sets.findLast(({ from }) => from <= year);
  return current === undefined ? {} : CODE_SETS[current.set];
};

/** The codes that a column has had in any year, the newest meaning first. Returns of many years are read with it. */
export const codesInAnyYear = (column: string): CodeSet => {
  const { sets, besides } = historyOf(column);
  const older = besides === undefined ? {} : CODE_SETS[besides];
  return sets.reduce<CodeSet>((all, { set }) => ({ ...all, ...CODE_SETS[set] }), older);
};

/** What a code means, whichever year it is from; undefined when no year has it. */
export const meaningOfCode = (column: string, code: string): string | undefined => {
  const codes = codesInAnyYear(column);
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
};
