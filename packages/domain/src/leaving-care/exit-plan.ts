import type { Workflow } from '../workflow/workflow.ts';
import { CHANGES, plannedEndingAsks, unplannedEndingAsks, WITHDRAWAL } from './asks.ts';
import { EXIT_EVIDENCE } from './exit-evidence.ts';
import { LEAVING_ACCESS, WRITES_ENDING, WRITES_PLANNED_ENDING } from './leaving.ts';

export type ExitState =
  | 'draft'
  | 'at-review'
  | 'with-manager'
  | 'returned'
  | 'agreed'
  | 'ended'
  | 'withdrawn';

const OPEN = ['draft', 'at-review', 'with-manager', 'returned', 'agreed'] as const;

/**
 * How a child is to leave care: planned with the child, agreed at the looked-after review or the review of the pathway plan,
 * decided by the manager, and in the end written into the record (Worcestershire Children First, September 2023, paragraph 30).
 */
export const EXIT_PLAN: Workflow<ExitState> = {
  id: 'exit-plan',
  title: 'Plan for leaving care',
  version: 1,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraph 30; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 32 to 39',
  access: LEAVING_ACCESS,
  begins: { in: 'draft', who: ['social-worker'], told: 'began the plan' },
  evidence: EXIT_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: {},
  states: {
    draft: { title: 'Being written' },
    'at-review': {
      title: 'With the reviewing officer, for the review',
      target: { setting: 'exit-review', workingDays: 20 },
    },
    'with-manager': {
      title: 'With the manager',
      target: { setting: 'exit-manager', workingDays: 5 },
    },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'exit-returned', workingDays: 5 },
    },
    agreed: { title: 'Agreed, and the child still in care' },
    ended: { title: 'The child has left care', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  steps: [
    {
      id: 'submit',
      kind: 'submit',
      from: ['draft', 'returned'],
      to: 'at-review',
      who: ['social-worker'],
      button: 'Send to the reviewing officer',
      told: 'sent the plan to the reviewing officer',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'review-agrees',
      kind: 'support',
      from: ['at-review'],
      to: 'with-manager',
      who: ['reviewing-officer'],
      button: 'Record that the review agreed',
      told: 'recorded that the review agreed to the plan',
      asks: [
        { kind: 'day', name: 'reviewed', label: 'When was the review?', notAfterToday: true },
        {
          kind: 'text',
          name: 'agreed',
          label: 'What did the review agree, and what did the child say there?',
        },
      ],
    },
    {
      id: 'review-returns',
      kind: 'return',
      from: ['at-review'],
      to: 'returned',
      who: ['reviewing-officer'],
      button: 'Return to the social worker',
      told: 'returned the plan to the social worker after the review',
      asks: [CHANGES],
    },
    {
      id: 'agree',
      kind: 'authorise',
      from: ['with-manager'],
      to: 'agreed',
      who: ['team-manager', 'group-manager'],
      button: 'Agree to the plan',
      told: 'agreed to the plan',
      asks: [{ kind: 'text', name: 'rationale', label: 'Why is this right for the child?' }],
    },
    {
      id: 'return',
      kind: 'return',
      from: ['with-manager'],
      to: 'returned',
      who: ['team-manager', 'group-manager'],
      button: 'Return to the social worker',
      told: 'returned the plan to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'plan-anew',
      kind: 'record',
      from: ['agreed'],
      to: 'draft',
      who: ['social-worker'],
      button: 'Plan anew',
      told: 'began to plan anew',
      asks: [{ kind: 'text', name: 'changed', label: 'What has changed?' }],
    },
    {
      id: 'record-ending',
      kind: 'record',
      from: ['agreed'],
      to: 'ended',
      who: ['social-worker', 'team-manager'],
      button: 'Record that the child has left care',
      told: 'recorded that the child has left care',
      asks: plannedEndingAsks,
      writes: WRITES_PLANNED_ENDING,
    },
    {
      id: 'record-unplanned-ending',
      kind: 'record',
      from: ['draft', 'at-review', 'with-manager', 'returned'],
      to: 'ended',
      who: ['social-worker', 'team-manager'],
      button: 'Record that the child has left care before this was agreed',
      told: 'recorded that the child had left care before the plan was agreed',
      asks: unplannedEndingAsks,
      besides: true,
      writes: WRITES_ENDING,
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: OPEN,
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Withdraw the plan',
      told: 'withdrew the plan',
      asks: WITHDRAWAL,
    },
  ],
};
