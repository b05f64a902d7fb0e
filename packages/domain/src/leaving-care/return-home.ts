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

const OPEN = ['draft', 'with-team-manager', 'with-group-manager', 'returned', 'agreed'] as const;

/**
 * A child goes home: what has changed there is assessed, help is agreed with who gives it and for how long, the group manager
 * decides, and visits go on after the return (Worcestershire Children First, September 2023, paragraph 30). Whether the child
 * comes back within 12 or 24 months is read from the record, and nobody types it.
 */
export const RETURN_HOME: Workflow<ReturnHomeState> = {
  id: 'return-home',
  title: 'Going home',
  version: 1,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraph 30; West Sussex measure pages, March 2021; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 39',
  access: LEAVING_ACCESS,
  begins: { in: 'draft', who: ['social-worker'], told: 'began the plan' },
  evidence: HOME_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: {},
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
  // Where care is by agreement the panel is asked; its case stands beside this one, and whoever decides says what it thought.
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
          kind: 'one-of',
          name: 'panel',
          label: 'Has the Access to Resources Panel given its view?',
          hint: 'It is heard where care is by agreement.',
          options: {
            heard: 'Yes',
            order: 'Care is under an order',
            none: 'This authority has no such panel',
          },
        },
        {
          kind: 'text',
          name: 'panel-view',
          label: 'What was its view, and on which day?',
          when: { question: 'panel', is: ['heard'] },
        },
        { kind: 'text', name: 'quality', label: 'What you looked at, and why this is safe' },
      ],
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
