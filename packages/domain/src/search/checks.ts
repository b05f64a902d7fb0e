import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Answers, Options } from '../form/form.ts';
import { hasWords } from '../form/has-words.ts';
import type { Fault } from '../form/read-answers.ts';
import { wordIn } from './said-in-entry.ts';

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

/** What is looked at of every home: nobody says that it does not apply. With why. */
const ALWAYS: Partial<Record<CheckId, string>> = {
  registration:
    'every home is registered and its Ofsted number matches, or its carers are approved, or an order stands in place of it',
  'background-checks': 'whoever cares for a child or lives with one is checked, in every kind of home',
  concerns: 'what is known of concerns is read before any child is placed',
  location: 'where a child is to live is looked at, wherever it is',
};

const IMPACT =
  'whoever lives there already has to be thought of; where nobody does, record it as in order and say so';

/** Why a check applies, whatever is said; undefined where it may be said not to. */
const whyApplies = (id: CheckId, { said }: { readonly said: Answers }): string | undefined =>
  id === 'impact' ? (said['children-there'] === '1' ? undefined : IMPACT) : ALWAYS[id];

/** What is wrong with saying that a check does not apply to an offer: that it always does, or that nothing is said why. */
export const findWaiverFaults = (said: Answers, offer: { readonly said: Answers }): readonly Fault[] => {
  const [check, evidence] = [wordIn(said.check), wordIn(said.evidence)];
  if (said.result !== 'not-needed' || !isCheck(check)) return [];
  const why = whyApplies(check, offer);
  if (why !== undefined)
    return [{ question: 'result', sentence: `“${CHECKS[check]}” cannot be said not to apply: ${why}` }];
  return hasWords(evidence)
    ? []
    : [{ question: 'evidence', sentence: 'Say in a few words why this check does not apply to this home' }];
};

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

/** What was said not to apply, each with why, in the order of the checks. */
export const checksWaived = (checks: ReadonlyMap<CheckId, Checked>): readonly Checked[] =>
  ALL_CHECKS.flatMap((id) => {
    const checked = checks.get(id);
    return checked?.result === 'not-needed' ? [checked] : [];
  });

/** "15 of 15 checks are recorded: 3 passed, 12 said not to apply." */
export const checksTally = (checks: ReadonlyMap<CheckId, Checked>): string => {
  const count = (result: Checked['result']): number =>
    [...checks.values()].filter((checked) => checked.result === result).length;
  const parts = [
    [count('passed'), 'passed'],
    [count('not-needed'), 'said not to apply'],
    [count('failed'), 'not in order'],
  ] as const;
  const told = parts.filter(([many]) => many > 0).map(([many, words]) => `${many} ${words}`);
  return `${checks.size} of ${ALL_CHECKS.length} checks are recorded${told.length === 0 ? '' : `: ${told.join(', ')}`}.`;
};

/** Everything that keeps the checks from being complete. */
export const faultsOfChecks = (checks: ReadonlyMap<CheckId, Checked>, today: Day): readonly string[] =>
  ALL_CHECKS.flatMap((id) => findCheckFault(id, checks.get(id), today) ?? []);
