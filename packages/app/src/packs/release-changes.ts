import { isDeepStrictEqual } from 'node:util';
import type { Day, ShownCell, ShownPack, ShownTable } from '@rightplace/domain';

/** What was published under the same title before, and how what would be printed now differs from it. */
export interface EarlierVersion {
  readonly id: number;
  readonly version: number;
  readonly on: Day;
  /** As people read both: a cell, a note, a definition. Nothing: it would be the same again. */
  readonly changes: readonly ReleaseChange[];
}

export interface ReleaseChange {
  /** "Table 1.1, Abuse or neglect, 2026". */
  readonly where: string;
  readonly was: string;
  readonly is: string;
}

const NOTHING = '–';

/** Every difference between two sets as they are printed. It reads nothing that a reader of both could not. */
export const changesBetween = (was: ShownPack, is: ShownPack): readonly ReleaseChange[] => {
  const [before, after] = [saidIn(was), saidIn(is)];
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((where): ReleaseChange[] => {
    const [old, now] = [before.get(where) ?? NOTHING, after.get(where) ?? NOTHING];
    return old === now ? [] : [{ where, was: old, is: now }];
  });
  // What no line above tells of, such as the name of the authority, is a difference all the same.
  return changes.length === 0 && !isDeepStrictEqual(asKept(was), asKept(is))
    ? [{ where: 'How it is set out', was: 'as before', is: 'changed' }]
    : changes;
};

/** Plain JSON, as it is kept. */
const asKept = (pack: ShownPack): unknown => JSON.parse(JSON.stringify(pack));

const saidIn = ({ tables, years, definitions }: ShownPack): ReadonlyMap<string, string> =>
  new Map([
    ...tables.flatMap((table) => [...cellsOf(table, years), ...wordsOf(table)]),
    ...definitions.map(
      ({ title, definition, version }) =>
        [`What is counted: ${title}`, `${definition} (${version})`] as const,
    ),
  ]);

const cellsOf = (
  { number, lines }: ShownTable,
  years: ShownPack['years'],
): readonly (readonly [string, string])[] =>
  lines.flatMap(({ title, area, cells }) =>
    cells.map(
      (cell, i) =>
        [`${number}, ${title}${area === 'england' ? ', England' : ''}, ${years[i]}`, textOf(cell)] as const,
    ),
  );

const wordsOf = ({ number, notes, sources }: ShownTable): readonly (readonly [string, string])[] => [
  [`${number}, notes`, notes.join(' ')],
  [`${number}, sources`, sources.join(' ')],
];

const textOf = ({ text, counted }: ShownCell): string => (counted === null ? text : `${text} (${counted})`);
