import type { Grounds } from '@rightplace/domain';
import type { FoundCase } from './find-case.ts';

/** A start of care since the request was authorised, or care that goes on, whatever came first. */
const hasStarted = ({ child, loaded }: FoundCase): boolean =>
  child.periodsOfCare.some(
    ({ starts, ends }) => starts <= loaded.today && (ends === null || ends > loaded.today),
  );

/** What a decision on a case stands on, from the record. */
export const groundsOf = (found: FoundCase): Grounds => ({
  ...found.clock,
  evidence: found.evidence,
  isMet: (need) => (need === 'looked-after-start' ? hasStarted(found) : true),
  partsOf: found.colleagues.partsOf,
  nameOf: (person) => found.loaded.access.staff.members.get(Number(person))?.name ?? 'Somebody',
});
