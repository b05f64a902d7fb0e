import { CARE_BEGINS } from '../entry-to-care/start-of-care.ts';
import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { PLACEMENT_REQUEST_EVIDENCE } from './evidence.ts';

export type PlacementRequestState =
  | 'draft'
  | 'permission-check'
  | 'clarification'
  | 'to-allocate'
  | 'quality'
  | 'returned'
  | 'searching'
  | 'on-hold'
  | 'with-director'
  | 'approved'
  | 'placed'
  | 'not-permitted'
  | 'cancelled';

const CHANGES: FormQuestion = {
  kind: 'list',
  name: 'changes',
  label: 'What would make the request better',
  entry: 'Change',
  of: [{ kind: 'text', name: 'change', label: 'What is needed, and where in the request' }],
};
const WHY: FormQuestion = { kind: 'text', name: 'reason', label: 'Why' };

const OFFICER = ['placements-officer'] as const;
const DIRECTOR = ['director'] as const;
const LOOKED_FOR = [
  'permission-check',
  'clarification',
  'to-allocate',
  'quality',
  'searching',
  'on-hold',
] as const;

/**
 * A home is asked for, and looked for (Worcestershire Children First, “Placements for Looked After Children”, September 2023,
 * paragraphs 28 and 29): whether there is permission, an officer who takes it on, the request made ready with the social worker,
 * the search, the director's approval of one home, and the move, which begins care in the record.
 */
export const PLACEMENT_REQUEST: Workflow<PlacementRequestState, 'not-in-care'> = {
  id: 'placement-request',
  title: 'Finding a home',
  version: 1,
  source:
    'Worcestershire Children First, “Placements for Looked After Children”, September 2023, paragraphs 28 to 29',
  access: {
    see: 'see-placement-request',
    take: 'take-placement-step',
    begin: 'begin-placement-request',
  },
  begins: { in: 'draft', who: ['social-worker'], told: 'began the request for a home' },
  evidence: PLACEMENT_REQUEST_EVIDENCE,
  writing: { in: ['draft', 'returned'], who: ['social-worker'] },
  needs: { 'not-in-care': 'The record has this child in care already.' },
  states: {
    draft: { title: 'Being written', target: { setting: 'placement-request-written', workingDays: 1 } },
    'permission-check': {
      title: 'With the placements team: may a home be looked for?',
      target: { setting: 'placement-permission', workingDays: 1 },
    },
    clarification: {
      title: 'Waiting for the director’s answer',
      target: { setting: 'placement-clarification', workingDays: 1 },
    },
    'to-allocate': {
      title: 'Waiting for a placements officer',
      target: { setting: 'placement-allocation', workingDays: 1 },
    },
    quality: {
      title: 'Being made ready with the social worker',
      target: { setting: 'placement-quality', workingDays: 1 },
    },
    returned: {
      title: 'Returned to the social worker',
      target: { setting: 'placement-request-returned', workingDays: 1 },
    },
    searching: {
      title: 'A home is looked for',
      target: { setting: 'placement-search', workingDays: 5 },
    },
    'on-hold': { title: 'On hold' },
    'with-director': {
      title: 'A home is put to the director',
      target: { setting: 'placement-approval', workingDays: 1 },
    },
    approved: {
      title: 'Approved, and the child not yet moved in',
      target: { setting: 'placement-move', workingDays: 5 },
    },
    placed: { title: 'The child has moved in', ended: true },
    'not-permitted': { title: 'Not permitted', ended: true },
    cancelled: { title: 'Cancelled', ended: true },
  },
  steps: [
    {
      id: 'submit',
      kind: 'submit',
      from: ['draft', 'returned'],
      to: 'permission-check',
      who: ['social-worker'],
      button: 'Send to the placements team',
      told: 'sent the request to the placements team',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'permit',
      kind: 'record',
      from: ['permission-check'],
      to: 'to-allocate',
      who: OFFICER,
      button: 'Permission to search is there',
      told: 'found that there is permission to search',
      asks: [
        {
          kind: 'line',
          name: 'permission',
          label: 'Who gave it, and when',
          hint: 'For example: authorised by the director on 3 March 2026.',
        },
      ],
    },
    {
      id: 'ask-director',
      kind: 'record',
      from: ['permission-check'],
      to: 'clarification',
      who: OFFICER,
      button: 'Ask the director',
      told: 'asked the director',
      asks: [{ kind: 'text', name: 'question', label: 'What is not clear?' }],
    },
    {
      id: 'director-permits',
      kind: 'authorise',
      from: ['clarification'],
      to: 'to-allocate',
      who: DIRECTOR,
      button: 'Permit the search',
      told: 'permitted the search',
      asks: [{ kind: 'text', name: 'answer', label: 'Your answer' }],
    },
    {
      id: 'director-refuses',
      kind: 'reject',
      from: ['clarification'],
      to: 'not-permitted',
      who: DIRECTOR,
      button: 'Do not permit the search',
      told: 'did not permit the search',
      asks: [WHY, { kind: 'text', name: 'instead', label: 'What is done instead' }],
    },
    {
      id: 'take-on',
      kind: 'record',
      from: ['to-allocate'],
      to: 'quality',
      who: OFFICER,
      button: 'Take it on',
      told: 'took on the search',
      asks: [],
    },
    {
      id: 'ready',
      kind: 'record',
      from: ['quality'],
      to: 'searching',
      who: OFFICER,
      button: 'It is ready: begin the search',
      told: 'found the request ready and began the search',
      asks: [
        {
          kind: 'one-of',
          name: 'at-their-best',
          label: 'Does the request show the child at their best?',
          options: { 4: 'Fully', 3: 'Mostly', 2: 'In parts', 1: 'Hardly' },
        },
        { kind: 'text', name: 'made-better', label: 'What you changed together', optional: true },
      ],
    },
    {
      id: 'return',
      kind: 'return',
      from: ['permission-check', 'quality'],
      to: 'returned',
      who: OFFICER,
      button: 'Return to the social worker',
      told: 'returned the request to the social worker',
      asks: [CHANGES],
    },
    {
      id: 'hold',
      kind: 'record',
      from: ['searching'],
      to: 'on-hold',
      who: OFFICER,
      button: 'Put the search on hold',
      told: 'put the search on hold',
      asks: [WHY],
    },
    {
      id: 'go-on',
      kind: 'record',
      from: ['on-hold'],
      to: 'searching',
      who: OFFICER,
      button: 'Go on with the search',
      told: 'went on with the search',
      asks: [],
    },
    {
      id: 'propose',
      kind: 'submit',
      from: ['searching'],
      to: 'with-director',
      who: OFFICER,
      button: 'Put a home to the director',
      told: 'put a home to the director',
      asks: [
        { kind: 'line', name: 'home', label: 'With whom, or in which home?' },
        { kind: 'text', name: 'considered', label: 'What else was considered?' },
        { kind: 'text', name: 'why-this', label: 'Why this one?' },
        { kind: 'money', name: 'weekly', label: 'What it costs a week', hint: 'Nothing is 0.' },
        { kind: 'text', name: 'social-worker-view', label: 'What the social worker and the child say of it' },
        { kind: 'text', name: 'checks', label: 'What was checked, and what is still to be' },
      ],
    },
    {
      id: 'approve',
      kind: 'authorise',
      from: ['with-director'],
      to: 'approved',
      who: DIRECTOR,
      button: 'Approve this home',
      told: 'approved the home',
      asks: [{ kind: 'text', name: 'conditions', label: 'Conditions', optional: true }],
    },
    {
      id: 'look-on',
      kind: 'return',
      from: ['with-director'],
      to: 'searching',
      who: DIRECTOR,
      button: 'Have another home looked for',
      told: 'had another home looked for',
      asks: [WHY],
    },
    {
      id: 'fell-through',
      kind: 'record',
      from: ['approved'],
      to: 'searching',
      who: OFFICER,
      button: 'It came to nothing: look on',
      told: 'recorded that the home came to nothing',
      asks: [WHY],
    },
    {
      id: 'moved-in',
      kind: 'record',
      from: ['approved'],
      to: 'placed',
      who: ['placements-officer', 'social-worker'],
      button: 'Record that the child has moved in',
      told: 'recorded that the child has moved in',
      asks: CARE_BEGINS,
      needs: ['not-in-care'],
      writes: 'care-begins',
    },
    {
      id: 'cancel',
      kind: 'withdraw',
      from: ['draft', 'returned', ...LOOKED_FOR, 'with-director', 'approved'],
      to: 'cancelled',
      who: ['social-worker'],
      button: 'Cancel the request',
      told: 'cancelled the request',
      asks: [WHY],
    },
  ],
};
