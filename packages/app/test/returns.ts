/** Returns for tests: a few invented rows, the demonstration's, and the made-up sample. */
import { day } from '@rightplace/domain';
import { demoReturns, RETURN_COLUMNS } from '../../demo/src/index.ts';
import { getTable } from '../../ssda903/src/index.ts';
import type { GivenFile } from '../src/import/given-files.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const csvFile = (name: string, ...lines: readonly string[]): GivenFile => ({
  name,
  bytes: bytesOf(`${lines.join('\r\n')}\r\n`),
});

export const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
export const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
export const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE';

/** Two invented children in foster care, one of whom moved. */
export const smallReturn = (year = '2026'): readonly GivenFile[] => [
  csvFile(`${year}/header.csv`, HEADER, 'ZZ1,F,01/02/2014,WBRI,,,', 'ZZ2,M,03/04/2010,MWBC,,,'),
  csvFile(
    `${year}/episodes.csv`,
    EPISODES,
    'ZZ1,01/05/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001',
    'ZZ2,01/06/2025,S,V2,N1,U6,PR1,10/09/2025,X1,CARPL,ZZ1 1AA,ZZ2 2BB,9900001',
    'ZZ2,10/09/2025,P,V2,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002',
  ),
  csvFile(`${year}/reviews.csv`, REVIEWS, 'ZZ1,01/02/2014,28/05/2025,PN1'),
];

/** The same with one file replaced: a corrected return. */
export const withFile = (files: readonly GivenFile[], file: GivenFile): readonly GivenFile[] =>
  files.map((each) => (each.name === file.name ? file : each));

const cellText = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The invented authority's returns, a folder a year. */
export const demonstrationReturns = (options: {
  readonly children: number;
  readonly years: number;
  readonly seed?: string;
}): readonly GivenFile[] => {
  const lines = new Map<string, string[]>();
  for (const { year, table, cells } of demoReturns({
    seed: 'returns',
    asOf: day('2026-03-31'),
    ...options,
  })) {
    const name = `${year}/${getTable(table).fileName}`;
    const ofFile = lines.get(name) ?? [RETURN_COLUMNS[table].join(',')];
    lines.set(name, ofFile);
    ofFile.push(cells.map(cellText).join(','));
  }
  return [...lines].map(([name, rows]) => csvFile(name, ...rows));
};

export { differences, readWritten, rowTexts, textsLess } from '../../ssda903/test/files.ts';
/** The made-up files of others, dirty on purpose. */
export { sampleFiles as sampleReturn } from '../../ssda903/test/sample.ts';
