import type { Workflow } from '../workflow/workflow.ts';
import { ENTRY_EVIDENCE } from './evidence.ts';
import { CARE_BEGINS } from './start-of-care.ts';

export type PalacState =
  | 'draft'
  | 'with-team-manager'
  | 'with-group-manager'
  | 'with-director'
  | 'returned'
  | 'authorised'
  | 'completed'
  | 'rejected'
  | 'withdrawn'
  | 'lapsed';

/** What the decision stands on besides the request itself. */
export type PalacNeed = 'panel-view' | 'not-in-care' | 'looked-after-start';

const OPEN = ['draft', 'with-team-manager', 'with-group-manager', 'with-director', 'returned'] as const;

const CHANGES = {
  kind: 'list',
  name: 'changes',
  label: 'What has to change',
  entry: 'Change',
  of: [{ kind: 'text', name: 'change', label: 'What is needed, and where in the request' }],
} as const;

const REJECTION = [
  { kind: 'text', name: 'reason', label: 'Why this child should not come into care now' },
  { kind: 'text', name: 'instead', label: 'What is done instead to keep the child safe' },
  { kind: 'line', name: 'who-tells', label: 'Who tells the child and the family' },
] as const;

/**
 * The Process for Accommodation into Local Authority Care: from a social worker's analysis to the Director's decision
 * (Worcestershire Children First, September 2023, paragraphs 24 and 27 to 28). Four people, one after the other.
 */
export const PALAC: Workflow<PalacState, PalacNeed> = {
  id: 'entry-to-care',
  title: 'Coming into care',
  version: 2,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraphs 24 and 27 to 28',
  access: { see: 'see-entry-to-care', take: 'take-entry-step', begin: 'begin-entry-to-care' },
  begins: { in: 'draft', who: ['social-worker'], told: 'began the request' },
  evidence: ENTRY_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: {
    'panel-view': 'The view of the Entry to Care Panel is not there yet.',
    'not-in-care': 'The record has this child in care already.',
    'looked-after-start':
      'The record has no start of care for this child yet. Enter it first, with where the child lives; then record here that the child has come into care.',
  },
  states: {
    draft: { title: 'Being written' },
    'with-team-manager': {
      title: 'With the team manager',
      target: { setting: 'palac-team-manager', workingDays: 1 },
    },
    'with-group-manager': {
      title: 'With the group manager',
      target: { setting: 'palac-group-manager', workingDays: 1 },
    },
    'with-director': { title: 'With the director', target: { setting: 'palac-director', workingDays: 1 } },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'palac-returned', workingDays: 2 },
    },
    authorised: {
      title: 'Authorised, and the child not yet in care',
      lapses: {
        setting: 'palac-lapse',
        workingDays: 10,
        to: 'lapsed',
        told: 'lapsed, because the child had not come into care in time',
      },
    },
    completed: { title: 'The child has come into care', ended: true },
    rejected: { title: 'Rejected', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
    lapsed: { title: 'Lapsed', ended: true },
  },
  // Before the director decides; of a request that decides after an emergency, at the next meeting after it too.
  refers: [
    {
      workflow: 'placement-request',
      button: 'Ask for a home',
      from: ['authorised'],
      who: ['social-worker'],
      beforeTheEvent: true,
      outcomes: ['moved', 'placed'].map((when) => ({
        when,
        to: 'completed' as const,
        told: 'recorded that the child has come into care',
      })),
    },
    {
      workflow: 'entry-to-care-panel',
      button: 'Refer to the Entry to Care Panel',
      from: ['with-group-manager', 'with-director', 'authorised', 'completed'],
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
      told: 'sent the request to the team manager',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'support',
      kind: 'support',
      from: ['with-team-manager'],
      to: 'with-group-manager',
      who: ['team-manager'],
      button: 'Support the request',
      told: 'supported the request',
      asks: [
        {
          kind: 'day',
          name: 'discussed',
          label: 'When did you discuss it with the social worker?',
          notAfterToday: true,
        },
        { kind: 'text', name: 'rationale', label: 'Why do you support the analysis?' },
        {
          kind: 'list',
          name: 'outcomes',
          label: 'What should be different for the child',
          entry: 'Outcome',
          of: [{ kind: 'text', name: 'outcome', label: 'Outcome' }],
        },
      ],
    },
    {
      id: 'return-to-draft',
      kind: 'return',
      from: ['with-team-manager'],
      to: 'draft',
      who: ['team-manager'],
      button: 'Return to the social worker',
      told: 'returned the request to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'authorise',
      kind: 'authorise',
      from: ['with-group-manager'],
      to: 'with-director',
      who: ['group-manager'],
      button: 'Authorise and send to the director',
      told: 'authorised the request and sent it to the director',
      asks: [{ kind: 'text', name: 'quality', label: 'What you looked at, and how good the analysis is' }],
    },
    {
      id: 'reject',
      kind: 'reject',
      from: ['with-group-manager'],
      to: 'rejected',
      who: ['group-manager'],
      button: 'Reject the request',
      told: 'rejected the request',
      asks: REJECTION,
    },
    {
      id: 'return',
      kind: 'return',
      from: ['with-group-manager'],
      to: 'returned',
      who: ['group-manager'],
      button: 'Return to the social worker',
      told: 'returned the request to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'director-authorise',
      kind: 'authorise',
      from: ['with-director'],
      to: 'authorised',
      who: ['director'],
      button: 'Authorise entry to care',
      told: 'authorised entry to care',
      asks: [{ kind: 'text', name: 'conditions', label: 'Conditions', optional: true }],
      needs: ['panel-view'],
    },
    {
      id: 'director-return',
      kind: 'return',
      from: ['with-director'],
      to: 'returned',
      who: ['director'],
      button: 'Return to the social worker',
      told: 'returned the request to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'director-reject',
      kind: 'reject',
      from: ['with-director'],
      to: 'rejected',
      who: ['director'],
      button: 'Reject the request',
      told: 'rejected the request',
      asks: REJECTION,
    },
    {
      id: 'care-begins',
      kind: 'record',
      from: ['authorised'],
      to: 'completed',
      who: ['placements-officer', 'social-worker'],
      button: 'Record where the child has come to live',
      told: 'recorded that the child has come into care',
      asks: CARE_BEGINS,
      needs: ['not-in-care'],
      writes: 'care-begins',
    },
    // Where a return, or somebody correcting its rows, has told the record already.
    {
      id: 'came-into-care',
      kind: 'record',
      from: ['authorised'],
      to: 'completed',
      who: ['placements-officer'],
      button: 'Close the request: the record has the child in care',
      told: 'recorded that the child has come into care',
      asks: [],
      needs: ['looked-after-start'],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: [...OPEN, 'authorised'],
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Withdraw the request',
      told: 'withdrew the request',
      asks: [{ kind: 'text', name: 'reason', label: 'Why it is no longer wanted' }],
    },
  ],
};
