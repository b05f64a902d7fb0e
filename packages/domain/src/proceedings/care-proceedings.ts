import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { APPLICATION_EVIDENCE } from './application-evidence.ts';
import { FINAL_ORDERS, INTERIM_ORDERS, titlesOf } from './orders.ts';
import { HEARINGS, happenedOn, NEXT_HEARING } from './questions.ts';

export type CareProceedingsState = 'to-issue' | 'before-court' | 'ended' | 'not-issued';

/** Those who record what a court did: it decided, and they write it down. */
const RECORDERS = ['social-worker', 'team-manager', 'group-manager'] as const;

/** As many weeks as a court may give at once (Children Act 1989, section 32(8)). */
const WEEKS_GIVEN = Object.fromEntries(
  Array.from({ length: 8 }, (_, at) => [String(at + 1), at === 0 ? '1 week' : `${at + 1} weeks`]),
);

const NOTES: FormQuestion = {
  kind: 'text',
  name: 'said',
  label: 'What the court said that whoever works with the child must know',
  optional: true,
};

/**
 * Care proceedings of one child, from the application to the final order. The court decides; what it ordered, and when, is
 * written down here, and an order that changes the child’s legal status is written in the child’s record with it.
 */
export const CARE_PROCEEDINGS: Workflow<CareProceedingsState> = {
  id: 'care-proceedings',
  title: 'Care proceedings',
  version: 1,
  source:
    'Children Act 1989, sections 31, 32 and 38; Public Law Outline (Practice Direction 12A); West Sussex, measure of number 2021: care proceedings action plan',
  access: { see: 'see-proceedings', take: 'take-proceedings-step', begin: 'begin-proceedings' },
  begins: { in: 'to-issue', who: ['social-worker'], told: 'began the application' },
  evidence: APPLICATION_EVIDENCE,
  writing: { in: ['to-issue'], who: ['social-worker'] },
  needs: {},
  states: {
    'to-issue': { title: 'To be issued', target: { setting: 'application-issued', workingDays: 5 } },
    'before-court': { title: 'Before the court' },
    ended: { title: 'Ended with a final order', ended: true },
    'not-issued': { title: 'Not issued', ended: true },
  },
  steps: [
    {
      id: 'issue',
      kind: 'record',
      from: ['to-issue'],
      to: 'before-court',
      who: ['social-worker'],
      button: 'Record that the application was issued',
      told: 'recorded that the application was issued',
      asks: [
        happenedOn('issued-on', 'On which day did the court issue it?'),
        { kind: 'line', name: 'court', label: 'Which court?' },
        {
          kind: 'line',
          name: 'case-number',
          label: 'The court’s case number',
          hint: 'The same for brothers and sisters in one case: they are counted as one.',
        },
        ...NEXT_HEARING,
      ],
      needs: ['evidence'],
    },
    {
      id: 'listed',
      kind: 'record',
      from: ['before-court'],
      who: RECORDERS,
      button: 'Record when the next hearing is',
      told: 'recorded when the next hearing is',
      asks: NEXT_HEARING.slice(1).map(({ when: _, ...question }) => question),
    },
    {
      id: 'hearing',
      kind: 'record',
      from: ['before-court'],
      who: RECORDERS,
      button: 'Record a hearing',
      told: 'recorded a hearing',
      asks: [
        { kind: 'one-of', name: 'hearing', label: 'Which hearing was it?', options: HEARINGS },
        happenedOn('heard-on', 'On which day was it?'),
        { kind: 'time', name: 'heard-at', label: 'At what time did it begin?' },
        { kind: 'text', name: 'ordered', label: 'What was ordered, and who does what by when?' },
        ...NEXT_HEARING,
      ],
    },
    {
      id: 'interim-order',
      kind: 'record',
      from: ['before-court'],
      who: RECORDERS,
      button: 'Record an interim order, or that it was renewed',
      told: 'recorded an interim order',
      asks: [
        { kind: 'one-of', name: 'order', label: 'Which order?', options: titlesOf(INTERIM_ORDERS) },
        {
          ...happenedOn('made-on', 'From which day does it hold?'),
          hint: 'Where the order was made again, the day from which the new one holds.',
        },
        {
          kind: 'day',
          name: 'until',
          label: 'Until which day, if the order says one?',
          hint: 'Leave it open where it lasts to the end of the proceedings. This day takes the place of the one before it.',
          optional: true,
          notBefore: 'made-on',
        },
        NOTES,
      ],
      writes: 'order',
    },
    {
      id: 'extension',
      kind: 'record',
      from: ['before-court'],
      who: RECORDERS,
      button: 'Record more time from the court',
      told: 'recorded that the court gave more time',
      asks: [
        happenedOn('given-on', 'On which day did the court give it?'),
        {
          kind: 'one-of',
          name: 'weeks',
          label: 'How many weeks more?',
          hint: 'At most eight at once, counted from the end of the time there was.',
          options: WEEKS_GIVEN,
        },
        {
          kind: 'text',
          name: 'reason',
          label: 'Why the court thought it necessary to do right by the child',
        },
      ],
    },
    {
      id: 'final-order',
      kind: 'record',
      from: ['before-court'],
      to: 'ended',
      who: RECORDERS,
      button: 'Record the final order',
      told: 'recorded the final order',
      asks: [
        { kind: 'one-of', name: 'order', label: 'Which order?', options: titlesOf(FINAL_ORDERS) },
        happenedOn('made-on', 'On which day was it made?'),
        {
          kind: 'one-of',
          name: 'afterwards',
          label: 'Where does that leave the child?',
          options: {
            agreed: 'In care by agreement, under section 20',
            leaves: 'They leave care: that is recorded as their leaving',
            'not-in-care': 'They were not in care',
          },
          when: {
            question: 'order',
            is: Object.entries(FINAL_ORDERS).flatMap(([id, { status }]) => (status === null ? [id] : [])),
          },
        },
        NOTES,
      ],
      writes: 'order',
    },
    {
      id: 'not-issue',
      kind: 'withdraw',
      from: ['to-issue'],
      to: 'not-issued',
      who: ['social-worker'],
      button: 'Record that no application is made after all',
      told: 'recorded that no application is made after all',
      asks: [
        { kind: 'text', name: 'reason', label: 'Why not' },
        { kind: 'line', name: 'agreed-by', label: 'Which manager agreed, and when?' },
      ],
    },
  ],
};
