import type { AskedWhen } from '../form/form.ts';
import type { ClockEntryKind } from './clock-entry.ts';

/** By which name a case is told what came of the one that was opened from it. */
export const FOLLOWS = 'follow';

/** What a step of a case says of a clock, so that nobody types it twice: a row of the table. */
export interface CaseClock {
  readonly workflow: string;
  /** The step that says it; or the case's own form, as it was saved last. */
  readonly step: string | { readonly form: true };
  readonly rule: string;
  readonly kind: Extract<ClockEntryKind, 'began' | 'done' | 'extended' | 'stopped'>;
  /** Only as the case comes into this state. */
  readonly into?: string;
  /** Which answer is the day; that on which the step was taken unless said. */
  readonly on?: string;
  /** Which answer is the time of that day. */
  readonly at?: string;
  /** Which answer is the day until which there is time; where it is not answered there is no such day, or no longer. */
  readonly until?: string;
  /** Which answer is how many weeks more there are. */
  readonly weeks?: string;
  /** Only while an answer is one of these. */
  readonly when?: AskedWhen;
}

/**
 * The offer of family group decision-making: considered from when the papers go to the gateway, due by when the application is to
 * be issued, done whatever the family said to it, and gone with the application, or where it was not offered, with why.
 */
const OFFER = { workflow: 'pre-proceedings', rule: 'fgdm-offer' } as const;
const ofOffer: readonly CaseClock[] = [
  { ...OFFER, step: 'submit', kind: 'began' },
  ...['issue-at-once', 'decide-to-issue'].map(
    (step): CaseClock => ({ ...OFFER, step, kind: 'began', on: 'decided-on', until: 'issue-by' }),
  ),
  {
    ...OFFER,
    step: 'family-meeting',
    kind: 'done',
    on: 'offered-on',
    when: { question: 'offer', is: ['held', 'accepted', 'declined'] },
  },
  {
    ...OFFER,
    step: 'family-meeting',
    kind: 'stopped',
    when: { question: 'offer', is: ['not-offered'] },
  },
  ...['not-enter', 'step-out', 'end-otherwise'].map(
    (step): CaseClock => ({ ...OFFER, step, kind: 'stopped', on: 'decided-on' }),
  ),
  { ...OFFER, step: 'withdraw', kind: 'stopped' },
  { ...OFFER, step: FOLLOWS, into: 'ended-otherwise', kind: 'stopped' },
];

/** Visits after a return home begin with it, and end with the help. */
const ofGoingHome = ['home-visit-first', 'home-visit'].flatMap((rule): readonly CaseClock[] => [
  { workflow: 'return-home', step: 'went-home', rule, kind: 'began', on: 'left-on' },
  { workflow: 'return-home', step: 'visit', rule, kind: 'done', on: 'visited' },
  { workflow: 'return-home', step: 'close', rule, kind: 'stopped' },
]);

const ofPreProceedings = ['step-out', 'decide-to-issue', 'end-otherwise'].flatMap(
  (step): readonly CaseClock[] =>
    [
      { rule: 'pre-proceedings', kind: 'done' as const },
      { rule: 'pre-proceedings-review', kind: 'stopped' as const },
    ].map((row) => ({ workflow: 'pre-proceedings', step, on: 'decided-on', ...row })),
);

/** An emergency that comes to nothing, or after which the child leaves care, takes with it what the law timed. */
const ofEmergency = ['police-protection', 'epo'].flatMap((rule): readonly CaseClock[] => [
  {
    workflow: 'emergency-entry',
    step: { form: true },
    rule,
    kind: 'began',
    on: 'power-on',
    at: 'power-at',
    when: { question: 'trigger', is: [rule === 'epo' ? 'emergency-protection-order' : rule] },
  },
  ...['manager-refuse', 'director-refuse', 'stop-denied', 'withdraw'].map(
    (step): CaseClock => ({ workflow: 'emergency-entry', step, rule, kind: 'stopped' }),
  ),
  { workflow: 'emergency-entry', step: 'exit-plan', rule, kind: 'stopped', on: 'leaves-on' },
]);

/**
 * Which steps of which processes say something of which clocks. Whatever the record tells by itself stands in no row, and
 * somebody may still say by hand what no case says.
 */
export const CASE_CLOCKS: readonly CaseClock[] = [
  { workflow: 'pre-proceedings', step: 'enter', rule: 'pre-proceedings', kind: 'began', on: 'decided-on' },
  {
    workflow: 'pre-proceedings',
    step: 'enter',
    rule: 'pre-proceedings-review',
    kind: 'began',
    on: 'decided-on',
  },
  {
    workflow: 'pre-proceedings',
    step: 'review',
    rule: 'pre-proceedings-review',
    kind: 'done',
    on: 'reviewed-on',
  },
  ...ofPreProceedings,
  ...ofOffer,
  ...ofGoingHome,
  { workflow: 'care-proceedings', step: 'issue', rule: 'proceedings-26w', kind: 'began', on: 'issued-on' },
  {
    workflow: 'care-proceedings',
    step: 'extension',
    rule: 'proceedings-26w',
    kind: 'extended',
    on: 'given-on',
    weeks: 'weeks',
  },
  { workflow: 'care-proceedings', step: 'final-order', rule: 'proceedings-26w', kind: 'done', on: 'made-on' },
  {
    workflow: 'care-proceedings',
    step: 'interim-order',
    rule: 'ico',
    kind: 'began',
    on: 'made-on',
    until: 'until',
    when: { question: 'order', is: ['interim-care-order'] },
  },
  { workflow: 'section-20', step: 'agree', rule: 's20-consent', kind: 'done', on: 'agreed-on' },
  ...['confirm-again', 'goes-on'].map(
    (step): CaseClock => ({
      workflow: 'section-20',
      step,
      rule: 's20-recheck',
      kind: 'done',
      on: 'confirmed-on',
    }),
  ),
  {
    workflow: 'section-20',
    step: 'object',
    rule: 's20-objection',
    kind: 'began',
    on: 'objected-on',
    at: 'objected-at',
  },
  {
    workflow: 'section-20',
    step: 'tell-manager',
    rule: 's20-objection',
    kind: 'done',
    on: 'told-on',
    at: 'told-at',
  },
  ...ofEmergency,
];
