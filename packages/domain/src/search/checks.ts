import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Options } from '../form/form.ts';

/** What is looked at before a child is placed. Of one’s own carers some of it does not apply, and whoever checks says so. */
export const CHECKS = {
  registration: 'Registration and Ofsted number match',
  inspection: 'Latest inspection read, with its date',
  purpose: 'Statement of purpose fits the child',
  insurance: 'Insurance',
  'background-checks': 'Assurance of background checks of staff (DBS)',
  staffing: 'Staffing',
  impact: 'Impact and risk assessment on the other children',
  location: 'Assessment of the location',
  visit: 'Visit, in person or by video',
  'host-authority': 'Host authority contacted',
  concerns: 'Log of safeguarding concerns looked at',
  'earlier-visits': 'Our own earlier quality visits',
  references: 'References from other authorities',
  price: 'Breakdown of the price',
  education: 'Education offer',
} as const;

export type CheckId = keyof typeof CHECKS;
export const ALL_CHECKS = Object.keys(CHECKS) as readonly CheckId[];
const isCheck = (text: string): text is CheckId => Object.hasOwn(CHECKS, text);

export const CHECK_RESULTS: Options = {
  passed: 'In order',
  failed: 'Not in order',
  'not-needed': 'Does not apply',
};

/** One check as it was last recorded. */
export interface Checked {
  readonly id: CheckId;
  readonly result: 'passed' | 'failed' | 'not-needed';
  readonly evidence: string;
  /** The last day on which the evidence holds; undefined where it does not end. */
  readonly until: Day | undefined;
}

export const readCheck = (said: {
  readonly check: string;
  readonly result: string;
  readonly evidence: string;
  readonly until: Day | undefined;
}): Checked | undefined =>
  isCheck(said.check) &&
  (said.result === 'passed' || said.result === 'failed' || said.result === 'not-needed')
    ? { id: said.check, result: said.result, evidence: said.evidence, until: said.until }
    : undefined;

/** Why a check does not stand on a day; undefined when it does. What is not recorded does not stand. */
export const findCheckFault = (id: CheckId, checked: Checked | undefined, today: Day): string | undefined => {
  if (checked === undefined) return `${CHECKS[id]}: not done`;
  if (checked.result === 'failed') return `${CHECKS[id]}: not in order`;
  return checked.until !== undefined && checked.until < today
    ? `${CHECKS[id]}: what was seen held until ${dayInWords(checked.until)}`
    : undefined;
};

/** Everything that keeps the checks from being complete. */
export const faultsOfChecks = (checks: ReadonlyMap<CheckId, Checked>, today: Day): readonly string[] =>
  ALL_CHECKS.flatMap((id) => findCheckFault(id, checks.get(id), today) ?? []);
