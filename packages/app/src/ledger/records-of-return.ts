import {
  type CaseHeld,
  type ChildRecord,
  findFactPeriod,
  type Ledger,
  type Records,
} from '@rightplace/domain';
import { beside } from './recall.ts';

type RecordsOfReturn = Pick<Records, 'casesHeld'>;

/**
 * Records that measures take in a shape of their own and that the return tells of already: the very list of `before`, where
 * this ledger tells the same.
 */
export const recordsOfReturn = ({ children }: Ledger, before?: RecordsOfReturn): RecordsOfReturn => {
  const casesHeld = children.flatMap((child) => beside(kept, child, () => heldOf(child)));
  // No return told of a social worker: that is not kept, which is not the same as nobody.
  if (casesHeld.length === 0) return {};
  const same = before?.casesHeld;
  return { casesHeld: same !== undefined && areSame(same, casesHeld) ? same : casesHeld };
};

/** Found once for each record: most records of a ledger are those of the ledger before it. */
const kept = new WeakMap<ChildRecord, readonly CaseHeld[]>();

const areSame = (some: readonly CaseHeld[], others: readonly CaseHeld[]): boolean =>
  some.length === others.length &&
  some.every((one, at) => {
    const other = others[at];
    return one === other || JSON.stringify(one) === JSON.stringify(other);
  });

/** Who held the child's case. One whose end nobody wrote ended with the child's care. */
const heldOf = ({ id, facts, periodsOfCare }: ChildRecord): readonly CaseHeld[] =>
  facts.flatMap((fact): readonly CaseHeld[] => {
    const worker = fact.kind === 'social-worker' ? fact.fields['SW_ID'] : undefined;
    const period = worker === undefined ? undefined : findFactPeriod(fact);
    if (worker === undefined || period === undefined) return [];
    const care = periodsOfCare.findLast(({ starts }) => starts <= period.starts) ?? periodsOfCare[0];
    const ends = period.ends ?? care?.ends ?? null;
    return ends !== null && ends <= period.starts ? [] : [{ worker, child: id, starts: period.starts, ends }];
  });
