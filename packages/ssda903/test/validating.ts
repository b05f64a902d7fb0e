import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import type { ValidateResult } from '../src/validate/run-rules.ts';
import type { ValidateInput } from '../src/validate/validate.ts';
import { arbitraryDirtyReturn, type RowsByTable } from './returns.ts';

export const YEAR = '2026-27';

export const returnOf = (tables: ValidateInput['tables'], rules?: readonly string[]): ValidateInput => ({
  collectionYear: YEAR,
  tables,
  ...(rules === undefined ? {} : { rules }),
});

export const found = ({
  findings,
}: ValidateResult): readonly (readonly [string, string, readonly number[]])[] =>
  findings.map(({ rule, table, rows }) => [rule, table, rows]);

/** A rule made up to try the engine out. */
export const about = (code: string) => ({
  code,
  title: code,
  fields: ['CHILD'],
  wrong: `It is ${code}.`,
  todo: 'Nothing.',
});

export const POSTCODES = [
  { pcd: 'AB1 2CD', oseast1m: '400000', osnrth1m: 300_000, laua: 'E10000016' },
  { pcd: 'AB12CE', oseast1m: 401_609, osnrth1m: 300_000, laua: 'W06000015' },
];

/** Everything that a rule may need, so that none is skipped for want of it. */
export const fullInput = (rows: RowsByTable, previous: RowsByTable): ValidateInput => ({
  collectionYear: YEAR,
  tables: rows,
  previous,
  reference: {
    authority: 'E10000016',
    providers: [{ URN: 'SW1234', PLACE_CODES: 'K2', PROVIDER_CODES: 'PR4', POSTCODE: 'AB1 2CD' }],
    postcodes: POSTCODES,
  },
});

export const dirtyInput = fc
  .tuple(arbitraryDirtyReturn(2027), arbitraryDirtyReturn(2026))
  .map(([rows, previous]) => fullInput(rows, previous));

/** How long some work takes. */
export const secondsOf = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};
