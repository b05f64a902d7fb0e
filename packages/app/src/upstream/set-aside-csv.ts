import { type Cell, csvText } from '../measure/csv-file.ts';
import type { UpstreamReport } from './upstream-report.ts';

const COLUMNS = ['what', 'file', 'line', 'column', 'child', 'why', 'what to do'] as const;

/** Every row that was not taken in, and every one that was and may be wrong, with where and what to do. */
export const upstreamSetAsideCsv = ({
  notTaken,
  doubts = [],
}: Pick<UpstreamReport, 'notTaken' | 'doubts'>): string => {
  const lines = (what: string, rows: UpstreamReport['notTaken']): readonly (readonly Cell[])[] =>
    rows.map(({ file, line, column, child, reason, todo }) => [
      what,
      file,
      line,
      column,
      child,
      reason,
      todo,
    ]);
  return csvText(COLUMNS, [...lines('set aside', notTaken), ...lines('to be looked at', doubts)]);
};
