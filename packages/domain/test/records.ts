import { day } from '../src/calendar/day.ts';
import { moment } from '../src/calendar/moment.ts';
import { childId, type Ledger } from '../src/child/record.ts';
import type { Conventions, ConventionsOn } from '../src/measure/conventions.ts';
import type { Figure } from '../src/measure/figure.ts';
import type { Records } from '../src/measure/records/records.ts';
import { pencePerWeek } from '../src/money/weekly.ts';
import { figureOf } from './figures.ts';
import { aChild, aLedger } from './ledgers.ts';

/** Records in a line each: `of('child 2024-01-05', …)` reads better than objects of branded text. */
export const who = childId;
export const on = day;
export const at = (text: string) => moment(`${text}:00Z`);
export const onOrNull = (text: string | null) => (text === null ? null : day(text));
/** Whole pounds a week. */
export const weekly = (pounds: number) => pencePerWeek(pounds * 100);

/** So many children in care since the start of 2023, called C1, C2 and so on, in foster care. */
export const inCare = (count: number, since = '2023-01-10', born = '2012-05-01'): Ledger =>
  aLedger(...names(count).map((id) => aChild(id, `${since} S C2 U6 PR4`, { born })));

export const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `C${i + 1}`);

/** The figure of a measure where only these records are kept. */
export const withRecords = (
  id: string,
  records: Records,
  asOf: string,
  ledger: Ledger = aLedger(),
  conventions: Partial<Conventions> | ConventionsOn = {},
): Figure =>
  figureOf(id, ledger, asOf, {
    records,
    conventions: typeof conventions === 'function' ? conventions : () => conventions,
  });
