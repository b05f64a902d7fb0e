import type { CaseMeasure, MeasureContext } from './measure.ts';
import type { Records } from './records/records.ts';

export type { Records } from './records/records.ts';

/** Kinds of record that a measure can be worked out from besides children's time in care. */
export type RecordKind = keyof Records;

/** Every kind that a measure is worked out from. It says so of each: what it does not say does not exist for it. */
export const kindsOf = ({ needs = [], looksAt = [] }: CaseMeasure): readonly RecordKind[] => [
  ...needs,
  ...looksAt,
];

/** Whether a kind of record that the measure needs is not kept here yet: nought recorded is a figure, not kept is none. */
export const lacksRecords = ({ needs = [] }: CaseMeasure, { records = {} }: MeasureContext): boolean =>
  needs.some((kind) => records[kind] === undefined);
