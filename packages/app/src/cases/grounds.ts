import { type Grounds, isMetBySearch } from '@rightplace/domain';
import { isMetByPanels } from '../panel/panel-facts.ts';
import { whyNoView } from '../panel/referral-in-words.ts';
import { caseChild, type FoundCase, namesIn } from './find-case.ts';

/** A start of care since the request was authorised, or care that goes on, whatever came first. */
const hasStarted = ({ child, loaded }: FoundCase): boolean =>
  child.periodsOfCare.some(
    ({ starts, ends }) => starts <= loaded.today && (ends === null || ends > loaded.today),
  );

const isMet = (found: FoundCase, need: string): boolean => {
  if (need === 'looked-after-start') return hasStarted(found);
  if (need === 'stayed-on') return found.child.periodsOfCare.some(({ endReason }) => endReason === 'E17');
  if (need === 'not-in-care') return !hasStarted(found);
  if (need === 'in-care') return hasStarted(found);
  const bySearch = found.search && isMetBySearch(need, found.search.standing);
  if (bySearch !== undefined) return bySearch;
  return isMetByPanels(need, found.panels, { now: found.now, today: found.loaded.today }) ?? true;
};

/** What a decision on a case stands on, from the record. */
export const groundsOf = (found: FoundCase): Grounds => ({
  ...found.clock,
  age: caseChild(found.child, found.loaded.today).age,
  born: found.child.details.dateOfBirth,
  evidence: found.evidence,
  isMet: (need) => isMet(found, need),
  whyNotMet: (need) => (need === 'panel-view' ? whyNoView(found.panels.referral) : undefined),
  partsOf: found.colleagues.partsOf,
  nameOf: namesIn(found.loaded),
});
