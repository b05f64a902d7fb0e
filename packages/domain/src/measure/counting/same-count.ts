import type { ChildId } from '../../child/record.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import type { CaseMeasure, Measure, MeasureContext } from '../measure.ts';
import { recordsByChild } from '../record-cases.ts';
import { kindsOf, type RecordKind, type Records } from '../records.ts';
import { tallyOn } from './count-on.ts';

/** Of a measure and of two authorities of one day with nobody in them but the children whose records changed. */
export type IsSameCount = (measure: Measure, before: AuthorityOnDay, after: AuthorityOnDay) => boolean;

/**
 * Tells whether a whole authority's count is what it was before some children's records changed, by looking at them alone: a
 * count is a sum over children, so where they add to it what they added before, it is the same. Never says so of what it
 * cannot tell that of: a case that hangs on others too, and what is worked out from other records that changed.
 */
export const sameCountAfter = (
  changed: Iterable<ChildId>,
  before: MeasureContext,
  after: MeasureContext,
): IsSameCount => {
  const ids = [...changed];
  const [then, now] = [contextOfSome(before, ids), contextOfSome(after, ids)];
  const others = changedKinds(before.records, after.records);
  return (measure, authorityThen, authorityNow) => {
    if (measure.kind === 'cases') {
      const looksAt = kindsOf(measure);
      if (others.some((kind) => looksAt.includes(kind))) return false;
      if (hangsOnThese(measure, authorityThen) || hangsOnThese(measure, authorityNow)) return false;
    }
    const [tallyThen, tallyNow] = [
      tallyOn(measure, authorityThen, then),
      tallyOn(measure, authorityNow, now),
    ];
    return JSON.stringify(tallyThen) === JSON.stringify(tallyNow);
  };
};

/** Whether another child's case may hang on one of these. */
const hangsOnThese = ({ hangsOn }: CaseMeasure, { ledger }: AuthorityOnDay): boolean => {
  if (hangsOn === undefined) return false;
  return hangsOn === 'siblings'
    ? ledger.histories.some(({ siblingGroup }) => siblingGroup !== undefined)
    : ledger.histories.some(({ stages, facts }) => stages.length > 0 || facts.length > 0);
};

const changedKinds = (before: Records = {}, after: Records = {}): readonly RecordKind[] => {
  const kinds = new Set([...Object.keys(before), ...Object.keys(after)]) as ReadonlySet<RecordKind>;
  return [...kinds].filter((kind) => before[kind] !== after[kind]);
};

/** With the records of these children, and those that are of no child. */
const contextOfSome = (context: MeasureContext, ids: readonly ChildId[]): MeasureContext => {
  if (context.records === undefined) return context;
  const of = ([kind, all]: [string, readonly object[]]) => [kind, recordsOfSome(all, ids)] as const;
  return { ...context, records: Object.fromEntries(Object.entries(context.records).map(of)) };
};

const recordsOfSome = (all: readonly object[], ids: readonly ChildId[]): readonly object[] => {
  const byChild = recordsByChild(all as readonly { readonly child: ChildId }[]);
  const ofNoChild = byChild.get(undefined as unknown as ChildId) ?? [];
  return [...ofNoChild, ...ids.flatMap((id) => byChild.get(id) ?? [])];
};
