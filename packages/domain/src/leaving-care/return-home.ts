import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { CHANGES, endingAsks, HOME_REASONS, WITHDRAWAL } from './asks.ts';
import { HOME_EVIDENCE } from './home-evidence.ts';
import { LEAVING_ACCESS, WRITES_ENDING } from './leaving.ts';

export type ReturnHomeState =
  | 'draft'
  | 'with-team-manager'
  | 'with-group-manager'
  | 'returned'
  | 'agreed'
  | 'at-home'
  | 'closed'
  | 'rejected'
  | 'withdrawn';

/** What a decision stands on besides the plan itself. */
export type ReturnHomeNeed = 'panel-heard' | 'panel-wanting';

const QUALITY: FormQuestion = {
  kind: 'text',
  name: 'quality',
  label: 'What you looked at, and why this is safe',
};

const OPEN = ['draft', 'with-team-manager', 'with-group-manager', 'returned', 'agreed'] as const;

/**
 * A child goes home: what has changed there is assessed, help is agreed with who gives it and for how long, the group manager
 * decides, and visits go on after the return (Worcestershire Children First, September 2023, paragraph 30). Where the authority
 * runs an Access to Resources Panel and care is by agreement, the panel is heard first, unless the director decides without it,
 * with a reason. Whether the child comes back within 12 or 24 months is read from the record, and nobody types it.
 */
export const RETURN_HOME: Workflow<ReturnHomeState, ReturnHomeNeed> = {
  id: 'return-home',
  title: 'Going home',
  version: 2,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraph 30; West Sussex measure pages, March 2021; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39',
  access: LEAVING_ACCESS,
  begins: { in: 'draft', who: ['social-worker'], told: 'began the plan' },
  evidence: HOME_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: {
    'panel-heard':
      'The Access to Resources Panel has not given its view. Put the plan before it from this page first; where the child cannot wait for that, the director may decide without it.',
    'panel-wanting':
      'No view of the Access to Resources Panel is wanting here, so the group manager decides.',
  },
  states: {
    draft: { title: 'Being written' },
    'with-team-manager': {
      title: 'With the team manager',
      target: { setting: 'return-home-team-manager', workingDays: 3 },
    },
    'with-group-manager': {
      title: 'With the group manager',
      target: { setting: 'return-home-group-manager', workingDays: 5 },
    },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'return-home-returned', workingDays: 5 },
    },
    agreed: { title: 'Agreed, and the child not yet at home' },
    'at-home': { title: 'At home, and visited' },
    closed: { title: 'Help at home has ended', ended: true },
    rejected: { title: 'Rejected', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  // Where care is by agreement the panel is asked; its case stands beside this one.
  refers: [
    {
      workflow: 'access-to-resources-panel',
      button: 'Put before the Access to Resources Panel',
      from: ['draft', 'returned', 'with-team-manager', 'with-group-manager'],
      who: ['social-worker', 'team-manager', 'group-manager'],
    },
  ],
  steps: [
    {
      id: 'submit',
      kind: 'submit',
      from: ['draft', 'returned'],
      to: 'with-team-manager',
      who: ['social-worker'],
      button: 'Send to the team manager',
      told: 'sent the plan to the team manager',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'support',
      kind: 'support',
      from: ['with-team-manager'],
      to: 'with-group-manager',
      who: ['team-manager'],
      button: 'Support the return',
      told: 'supported the return',
      asks: [{ kind: 'text', name: 'rationale', label: 'Why do you think that it will hold?' }],
    },
    {
      id: 'return-to-worker',
      kind: 'return',
      from: ['with-team-manager'],
      to: 'returned',
      who: ['team-manager'],
      button: 'Return to the social worker',
      told: 'returned the plan to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'authorise',
      kind: 'authorise',
      from: ['with-group-manager'],
      to: 'agreed',
      who: ['group-manager'],
      button: 'Agree that the child goes home',
      told: 'agreed that the child goes home',
      asks: [
        {
          kind: 'text',
          name: 'panel-view',
          label: 'What follows from the view of the Access to Resources Panel?',
          hint: 'Where it was asked.',
          optional: true,
        },
        QUALITY,
      ],
      needs: ['panel-heard'],
    },
    {
      id: 'agree-without-panel',
      kind: 'override',
      from: ['with-group-manager'],
      to: 'agreed',
      who: ['director'],
      button: 'Agree without the panel’s view',
      told: 'agreed that the child goes home, without the view of the Access to Resources Panel',
      asks: [{ kind: 'text', name: 'reason', label: 'Why can the child not wait for the panel?' }, QUALITY],
      needs: ['panel-wanting'],
    },
    {
      id: 'return',
      kind: 'return',
      from: ['with-group-manager'],
      to: 'returned',
      who: ['group-manager'],
      button: 'Return to the social worker',
      told: 'returned the plan to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'reject',
      kind: 'reject',
      from: ['with-group-manager'],
      to: 'rejected',
      who: ['group-manager'],
      button: 'Reject the return',
      told: 'rejected the return',
      asks: [
        { kind: 'text', name: 'reason', label: 'Why the child should not go home now' },
        { kind: 'text', name: 'instead', label: 'What is done instead' },
        { kind: 'line', name: 'who-tells', label: 'Who tells the child and the family' },
      ],
    },
    {
      id: 'went-home',
      kind: 'record',
      from: ['agreed'],
      to: 'at-home',
      who: ['social-worker', 'team-manager'],
      button: 'Record that the child has gone home',
      told: 'recorded that the child has gone home',
      asks: endingAsks(HOME_REASONS),
      writes: WRITES_ENDING,
    },
    {
      id: 'visit',
      kind: 'record',
      from: ['at-home'],
      who: ['social-worker', 'team-manager'],
      button: 'Record a visit',
      told: 'recorded a visit',
      asks: [
        { kind: 'day', name: 'visited', label: 'When was the visit?', notAfterToday: true },
        { kind: 'text', name: 'child-said', label: 'What did the child say, seen alone?' },
        { kind: 'text', name: 'how-it-is', label: 'How is it at home, and does the help come?' },
      ],
    },
    {
      id: 'close',
      kind: 'record',
      from: ['at-home'],
      to: 'closed',
      who: ['team-manager'],
      button: 'End the help at home',
      told: 'ended the help at home',
      asks: [
        { kind: 'text', name: 'came-to', label: 'What did each kind of help come to?' },
        { kind: 'text', name: 'why-now', label: 'Why is it no longer needed?' },
      ],
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
