import type { Workflow } from '../workflow/workflow.ts';
import { CHANGES, endingAsks, OWN_WISH_REASONS, WITHDRAWAL } from './asks.ts';
import { DISCHARGE_EVIDENCE } from './discharge-evidence.ts';
import { LEAVING_ACCESS, WRITES_ENDING } from './leaving.ts';

export type SelfDischargeState =
  | 'requested'
  | 'view-given'
  | 'advocate-offered'
  | 'with-director'
  | 'returned'
  | 'authorised'
  | 'left'
  | 'not-authorised'
  | 'lapsed'
  | 'withdrawn';

const OPEN = [
  'requested',
  'view-given',
  'advocate-offered',
  'with-director',
  'returned',
  'authorised',
] as const;

/**
 * A young person of 16 or 17 wants to leave care, or is to leave it without an order of a court. Only the director of
 * children’s services authorises it, after the social worker’s view, the offer of an advocate and a review; and without it no
 * such ending gets into the record (`directors-word.ts`).
 */
export const SELF_DISCHARGE: Workflow<SelfDischargeState> = {
  id: 'self-discharge',
  title: 'Leaving care at 16 or 17',
  version: 1,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39',
  access: LEAVING_ACCESS,
  begins: {
    in: 'requested',
    who: ['social-worker'],
    told: 'wrote down that the young person asks to leave care',
  },
  evidence: DISCHARGE_EVIDENCE,
  writing: { in: ['requested', 'returned'], who: ['social-worker'] },
  needs: {},
  states: {
    requested: {
      title: 'Asked for, and the social worker’s view to be given',
      target: { setting: 'self-discharge-view', workingDays: 2 },
    },
    'view-given': {
      title: 'An advocate to be offered',
      target: { setting: 'self-discharge-advocate', workingDays: 2 },
    },
    'advocate-offered': {
      title: 'To be reviewed',
      target: { setting: 'self-discharge-review', workingDays: 10 },
    },
    'with-director': {
      title: 'With the director',
      target: { setting: 'self-discharge-director', workingDays: 2 },
    },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'self-discharge-returned', workingDays: 2 },
    },
    authorised: {
      title: 'Authorised, and the young person still in care',
      lapses: {
        setting: 'self-discharge-lapse',
        workingDays: 20,
        to: 'lapsed',
        told: 'lapsed, because the young person had not left care in time',
      },
    },
    left: { title: 'The young person has left care', ended: true },
    'not-authorised': { title: 'Not authorised: the young person stays, by plan', ended: true },
    lapsed: { title: 'Lapsed', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  steps: [
    {
      id: 'give-view',
      kind: 'submit',
      from: ['requested', 'returned'],
      to: 'view-given',
      who: ['social-worker'],
      button: 'Give your view',
      told: 'gave their view',
      asks: [
        {
          kind: 'one-of',
          name: 'view',
          label: 'What is your view?',
          options: {
            safe: 'They would be safe and supported',
            unsafe: 'They would not be safe or supported',
          },
        },
        { kind: 'text', name: 'view-why', label: 'Why, and what was offered to them instead?' },
      ],
      needs: ['evidence'],
    },
    {
      id: 'offer-advocate',
      kind: 'record',
      from: ['view-given'],
      to: 'advocate-offered',
      who: ['social-worker'],
      button: 'Record that an advocate was offered',
      told: 'recorded that an advocate was offered',
      asks: [
        { kind: 'day', name: 'offered', label: 'On which day?', notAfterToday: true },
        {
          kind: 'one-of',
          name: 'advocate',
          label: 'What did the young person say?',
          options: { yes: 'They have an advocate', no: 'They do not want one' },
        },
        { kind: 'text', name: 'advocate-view', label: 'What they, or the advocate, want to be heard' },
      ],
    },
    {
      id: 'review',
      kind: 'support',
      from: ['advocate-offered'],
      to: 'with-director',
      who: ['reviewing-officer'],
      button: 'Record the review and put it before the director',
      told: 'recorded the review and put it before the director',
      asks: [
        { kind: 'day', name: 'reviewed', label: 'When was the review?', notAfterToday: true },
        {
          kind: 'one-of',
          name: 'review-view',
          label: 'What did the review find?',
          options: {
            agrees: 'Leaving care is right for them',
            'does-not': 'Leaving care is not right for them',
          },
        },
        { kind: 'text', name: 'review-why', label: 'Why, and what did the young person say there?' },
      ],
    },
    {
      id: 'review-returns',
      kind: 'return',
      from: ['advocate-offered'],
      to: 'returned',
      who: ['reviewing-officer'],
      button: 'Return to the social worker',
      told: 'returned it to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'authorise',
      kind: 'authorise',
      from: ['with-director'],
      to: 'authorised',
      who: ['director'],
      button: 'Authorise leaving care',
      told: 'authorised leaving care',
      asks: [
        { kind: 'text', name: 'rationale', label: 'Why are they safe and supported when they leave?' },
        { kind: 'text', name: 'conditions', label: 'Conditions', optional: true },
      ],
    },
    {
      id: 'not-authorise',
      kind: 'reject',
      from: ['with-director'],
      to: 'not-authorised',
      who: ['director'],
      button: 'Do not authorise',
      told: 'did not authorise leaving care',
      asks: [
        { kind: 'text', name: 'reason', label: 'Why not?' },
        { kind: 'text', name: 'plan', label: 'What is the plan instead, and what of their wish can be met?' },
        { kind: 'line', name: 'who-tells', label: 'Who tells the young person' },
      ],
    },
    {
      id: 'director-return',
      kind: 'return',
      from: ['with-director'],
      to: 'returned',
      who: ['director'],
      button: 'Return to the social worker',
      told: 'returned it to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'record-left',
      kind: 'record',
      from: ['authorised'],
      to: 'left',
      who: ['social-worker', 'team-manager'],
      button: 'Record that they have left care',
      told: 'recorded that the young person has left care',
      asks: endingAsks(OWN_WISH_REASONS),
      writes: WRITES_ENDING,
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: OPEN,
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Record that they no longer want to leave',
      told: 'recorded that the young person no longer wants to leave',
      asks: WITHDRAWAL,
    },
  ],
};
