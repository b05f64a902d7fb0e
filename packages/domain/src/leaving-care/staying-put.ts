import type { Workflow } from '../workflow/workflow.ts';
import { CHANGES, WITHDRAWAL } from './asks.ts';
import { LEAVING_ACCESS } from './leaving.ts';
import { STAYING_PUT_EVIDENCE } from './staying-put-evidence.ts';

export type StayingPutState =
  | 'draft'
  | 'with-team-manager'
  | 'returned'
  | 'agreed'
  | 'staying'
  | 'ended'
  | 'withdrawn';

/** What a beginning stands on besides what was agreed. */
export type StayingPutNeed = 'stayed-on';

const OPEN = ['draft', 'with-team-manager', 'returned', 'agreed'] as const;

/** The age up to which an authority monitors and supports the arrangement. */
export const STAYING_PUT_UNTIL_AGE = 21;

/**
 * A young person stays with their former foster carers from 18: agreed before, looked at again while it goes on, at most to 21
 * (Children Act 1989, section 23CZA). That care ended so is recorded with the plan for leaving care; this is what follows.
 */
export const STAYING_PUT: Workflow<StayingPutState, StayingPutNeed> = {
  id: 'staying-put',
  title: 'Staying put',
  version: 1,
  source: 'Children Act 1989, section 23CZA',
  access: LEAVING_ACCESS,
  begins: { in: 'draft', who: ['social-worker'], told: 'began to write down the arrangement' },
  evidence: STAYING_PUT_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: {
    'stayed-on': 'The record does not say yet that care ended at 18 with the young person staying (E17).',
  },
  states: {
    draft: { title: 'Being written' },
    'with-team-manager': {
      title: 'With the team manager',
      target: { setting: 'staying-put-manager', workingDays: 5 },
    },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'staying-put-returned', workingDays: 5 },
    },
    agreed: { title: 'Agreed, for when they are 18' },
    staying: { title: 'Staying put' },
    ended: { title: 'Staying put has ended', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  steps: [
    {
      id: 'submit',
      kind: 'submit',
      from: ['draft', 'returned'],
      to: 'with-team-manager',
      who: ['social-worker'],
      button: 'Send to the team manager',
      told: 'sent the arrangement to the team manager',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'agree',
      kind: 'authorise',
      from: ['with-team-manager'],
      to: 'agreed',
      who: ['team-manager'],
      button: 'Agree to the arrangement',
      told: 'agreed to the arrangement',
      asks: [{ kind: 'text', name: 'rationale', label: 'Why is this right for the young person?' }],
    },
    {
      id: 'return',
      kind: 'return',
      from: ['with-team-manager'],
      to: 'returned',
      who: ['team-manager'],
      button: 'Return to the social worker',
      told: 'returned the arrangement to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'begin-staying',
      kind: 'record',
      from: ['agreed'],
      to: 'staying',
      who: ['social-worker'],
      button: 'Record that they stay',
      told: 'recorded that the young person stays with their carers',
      asks: [],
      needs: ['stayed-on'],
    },
    {
      id: 'look-again',
      kind: 'record',
      from: ['staying'],
      who: ['social-worker', 'team-manager'],
      button: 'Record a review of the arrangement',
      told: 'recorded a review of the arrangement',
      asks: [
        { kind: 'day', name: 'reviewed', label: 'When was it?', notAfterToday: true },
        { kind: 'text', name: 'said', label: 'What did the young person and the carers say?' },
        { kind: 'text', name: 'decided', label: 'What goes on, and what changes?' },
      ],
    },
    {
      id: 'end',
      kind: 'record',
      from: ['staying'],
      to: 'ended',
      who: ['social-worker', 'team-manager'],
      button: 'Record that it has ended',
      told: 'recorded that staying put has ended',
      asks: [
        { kind: 'day', name: 'ended-on', label: 'On which day did it end?', notAfterToday: true },
        {
          kind: 'one-of',
          name: 'ended-why',
          label: 'Why?',
          options: {
            'moved-on': 'They moved on as planned',
            'their-wish': 'They wanted to go',
            'carers-ended': 'The carers ended it',
            'twenty-one': 'They turned 21',
            other: 'Something else',
          },
        },
        { kind: 'text', name: 'lives', label: 'Where do they live now, and who helps?' },
      ],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: OPEN,
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Withdraw the arrangement',
      told: 'withdrew the arrangement',
      asks: WITHDRAWAL,
    },
  ],
};
