import type { Role } from '../access/role.ts';
import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { happenedOn, LEGAL_ADVICE } from './questions.ts';
import { SECTION_20_EVIDENCE } from './section-20-evidence.ts';

export type Section20State = 'draft' | 'agreed' | 'objected' | 'before-manager' | 'ended' | 'withdrawn';

const MANAGERS = ['team-manager', 'group-manager'] as const satisfies readonly Role[];

const ENDED: readonly FormQuestion[] = [
  happenedOn('ended-on', 'On which day did it end?'),
  {
    kind: 'one-of',
    name: 'because',
    label: 'Why did it end?',
    options: {
      home: 'The child went home',
      order: 'A court made an order',
      eighteen: 'They turned 18',
      other: 'Another reason',
    },
  },
  { kind: 'text', name: 'how', label: 'What was done so that the child is safe?' },
];

/**
 * An agreement under section 20 for as long as it lasts: given, confirmed again at three months, at six and at each review,
 * and ended by whoever gave it whenever they say so. An objection goes to a manager and to legal services the same day.
 */
export const SECTION_20: Workflow<Section20State> = {
  id: 'section-20',
  title: 'Section 20 agreement',
  version: 1,
  source:
    'Children Act 1989, section 20(7) to (11); Williams v London Borough of Hackney [2018] UKSC 37; practice guidance of 2021',
  access: { see: 'see-proceedings', take: 'take-proceedings-step', begin: 'begin-proceedings' },
  begins: { in: 'draft', who: ['social-worker'], told: 'began to record an agreement' },
  evidence: SECTION_20_EVIDENCE,
  writing: { in: ['draft'], who: ['social-worker'] },
  needs: {},
  states: {
    draft: { title: 'Being recorded', target: { setting: 'section-20-recorded', workingDays: 0 } },
    agreed: { title: 'Agreed, and in force' },
    objected: {
      title: 'Somebody objects, and no manager knows yet',
      alarm: 'Objection to section 20',
      target: { setting: 'section-20-objection', workingDays: 0 },
    },
    'before-manager': {
      title: 'Somebody objects: with the manager and legal services',
      alarm: 'Objection to section 20',
      target: { setting: 'section-20-objection', workingDays: 0, since: 'objected' },
    },
    ended: { title: 'Ended', ended: true },
    withdrawn: { title: 'Begun in error', ended: true },
  },
  steps: [
    {
      id: 'agree',
      kind: 'record',
      from: ['draft'],
      to: 'agreed',
      who: ['social-worker'],
      button: 'Record the agreement',
      told: 'recorded the agreement',
      asks: [
        happenedOn('agreed-on', 'On which day was the last agreement that is needed given?'),
        {
          kind: 'one-of',
          name: 'in-care',
          label: 'Where is the child?',
          options: {
            already: 'In care under section 20 already, or not in care yet',
            comes: 'In care on another legal basis, and comes under section 20 now',
          },
        },
        {
          kind: 'day',
          name: 'status-from',
          label: 'From which day is the child under section 20?',
          notAfterToday: true,
          when: { question: 'in-care', is: ['comes'] },
        },
      ],
      needs: ['evidence'],
      writes: 'section-20',
    },
    {
      id: 'confirm-again',
      kind: 'record',
      from: ['agreed'],
      who: ['social-worker', 'team-manager'],
      button: 'Record that it was confirmed again',
      told: 'recorded that the agreement was confirmed again',
      asks: [
        happenedOn('confirmed-on', 'On which day?'),
        {
          kind: 'one-of',
          name: 'at',
          label: 'When was it asked?',
          options: {
            'three-months': 'At three months',
            'six-months': 'At six months',
            review: 'At a review',
            other: 'At another time',
          },
        },
        { kind: 'line', name: 'who', label: 'Who confirmed it?' },
        { kind: 'text', name: 'still-right', label: 'Why is section 20 still right for this child?' },
      ],
    },
    {
      id: 'object',
      kind: 'record',
      from: ['agreed'],
      to: 'objected',
      who: ['social-worker', 'team-manager'],
      button: 'Record an objection',
      told: 'recorded an objection',
      asks: [
        { kind: 'line', name: 'who', label: 'Who objects, or wants the child back?' },
        happenedOn('objected-on', 'On which day did they say so?'),
        { kind: 'time', name: 'objected-at', label: 'At what time?' },
        { kind: 'text', name: 'words', label: 'What did they say?' },
        {
          kind: 'text',
          name: 'safe-today',
          label: 'What keeps the child safe today?',
          hint: 'The child cannot be kept against the will of somebody with parental responsibility without an order.',
        },
      ],
    },
    {
      id: 'tell-manager',
      kind: 'record',
      from: ['objected'],
      to: 'before-manager',
      who: ['social-worker', ...MANAGERS],
      button: 'Record that the manager and legal services know',
      told: 'recorded that the manager and legal services know',
      asks: [
        happenedOn('told-on', 'On which day were both told?'),
        { kind: 'time', name: 'told-at', label: 'At what time?' },
        { kind: 'line', name: 'told-whom', label: 'Who was told?' },
        ...LEGAL_ADVICE,
      ],
    },
    {
      id: 'goes-on',
      kind: 'record',
      from: ['before-manager'],
      to: 'agreed',
      who: MANAGERS,
      button: 'Record that the agreement goes on',
      told: 'recorded that the agreement goes on',
      asks: [
        happenedOn('confirmed-on', 'On which day was it confirmed?'),
        { kind: 'line', name: 'who', label: 'Who confirmed it?' },
        { kind: 'text', name: 'still-right', label: 'What was agreed with whoever objected?' },
      ],
    },
    {
      id: 'end',
      kind: 'record',
      from: ['agreed', 'before-manager'],
      to: 'ended',
      who: ['social-worker', ...MANAGERS],
      button: 'Record that the agreement ended',
      told: 'recorded that the agreement ended',
      asks: ENDED,
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: ['draft'],
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Take back: begun in error',
      told: 'took it back as begun in error',
      asks: [{ kind: 'text', name: 'reason', label: 'Why' }],
    },
  ],
};
