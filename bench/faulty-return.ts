/** A large return with last year's beside it, as bytes of files, with faults put in: what a validator meets in April. */
import { demoReturns, RETURN_COLUMNS } from '@rightplace/demo';
import { day } from '@rightplace/domain';
import { getTable, type ProviderLine } from '@rightplace/ssda903';
import { seededRandom } from './synthetic-episodes.ts';

export interface FileOfReturn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FaultyReturn {
  readonly files: readonly FileOfReturn[];
  readonly previous: readonly FileOfReturn[];
  /** Ofsted's lists, as the return without its faults would have them. */
  readonly providers: readonly ProviderLine[];
  readonly children: number;
  readonly rows: number;
}

/** A cell in so many is made wrong. */
const ONE_IN = 150;
const WRONG = ['', 'ZZ', '31/02/2026', '01/01/2016', 'X1', '0', 'm'] as const;

const placeOf = (column: (typeof RETURN_COLUMNS.Episodes)[number]): number =>
  RETURN_COLUMNS.Episodes.indexOf(column);
const [PLACE, PROVIDER, POST, URN] = (['PLACE', 'PLACE_PROVIDER', 'PL_POST', 'URN'] as const).map(placeOf);

/** Each home offers every kind of placement that some child there has. */
const listProvider = (providers: Map<string, ProviderLine>, cells: readonly string[]): void => {
  const [place = '', provider = '', postcode = '', urn = ''] = [PLACE, PROVIDER, POST, URN].map(
    (i) => cells[i ?? -1],
  );
  if (urn === '') return;
  const known = providers.get(urn);
  const joined = (before: string | null | undefined, code: string): string =>
    (before ?? '').split(',').includes(code) ? (before ?? '') : `${before ?? ''},${code}`;
  providers.set(urn, {
    URN: urn,
    PLACE_CODES: joined(known?.PLACE_CODES, place),
    PROVIDER_CODES: joined(known?.PROVIDER_CODES, provider),
    POSTCODE: known?.POSTCODE ?? postcode,
    LA_CODE_INFERRED: 'E10000016',
  });
};

/** Looked after on 31 March 2027: besides them a return tells of those who left in the year, and of care leavers. */
export const faultyReturn = (lookedAfter: number): FaultyReturn => {
  const next = seededRandom(903);
  const texts = new Map<string, string[]>();
  const providers = new Map<string, ProviderLine>();
  let [children, rows] = [0, 0];
  for (const { year, table, cells } of demoReturns({
    seed: 'faulty',
    asOf: day('2027-03-31'),
    children: lookedAfter,
    years: 1,
  })) {
    const key = `${year}/${getTable(table).fileName}`;
    const lines = texts.get(key) ?? [RETURN_COLUMNS[table].join(',')];
    texts.set(key, lines);
    if (table === 'Episodes') listProvider(providers, cells);
    const faulty =
      year === 2027
        ? cells.map((cell, i) =>
            i > 0 && next() * ONE_IN < 1 ? (WRONG[Math.floor(next() * WRONG.length)] ?? '') : cell,
          )
        : cells;
    lines.push(faulty.join(','));
    if (year !== 2027) continue;
    rows += 1;
    if (table === 'Header') children += 1;
  }
  const filesOf = (year: string): readonly FileOfReturn[] =>
    [...texts]
      .filter(([key]) => key.startsWith(year))
      .map(([key, lines]) => ({
        name: key.slice(5),
        bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
      }));
  return {
    files: filesOf('2027'),
    previous: filesOf('2026'),
    providers: [...providers.values()],
    children,
    rows,
  };
};
