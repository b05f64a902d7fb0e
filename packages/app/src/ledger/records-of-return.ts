import {
  type CaseHeld,
  type ChildRecord,
  findFactPeriod,
  type Ledger,
  type Records,
} from '@rightplace/domain';

/** Records that measures take in a shape of their own and that the return tells of already. */
export const recordsOfReturn = ({ children }: Ledger): Pick<Records, 'casesHeld'> => {
  const casesHeld = children.flatMap(heldOf);
  // No return told of a social worker: that is not kept, which is not the same as nobody.
  return casesHeld.length === 0 ? {} : { casesHeld };
};

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
