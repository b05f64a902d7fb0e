import type { Step } from '../workflow/workflow.ts';
import type { PreProceedingsState } from './pre-proceedings.ts';
import { happenedOn } from './questions.ts';

/** While they last, with an outcome proposed or not. */
const DURING = ['in-pre-proceedings', 'outcome-proposed'] as const;

const ASSESSMENTS = {
  parenting: 'Parenting assessment',
  kinship: 'Assessment of relatives or friends',
  psychological: 'Psychological or psychiatric assessment',
  substances: 'Drug or alcohol tests',
  cognitive: 'Cognitive assessment',
  paediatric: 'Paediatric or other medical assessment',
  sibling: 'Assessment of brothers and sisters together or apart',
  other: 'Another assessment',
} as const;

/** What is written down while pre-proceedings last: each as often as it happens, and the case stays where it is. */
export const PRE_PROCEEDINGS_RECORDS: readonly Step<PreProceedingsState, never>[] = [
  {
    id: 'letter',
    kind: 'record',
    from: DURING,
    who: ['social-worker'],
    button: 'Record the letter before proceedings',
    told: 'recorded the letter before proceedings',
    asks: [
      happenedOn('sent-on', 'On which day was it sent?'),
      { kind: 'line', name: 'sent-to', label: 'To whom?' },
      { kind: 'text', name: 'asks-of-them', label: 'What does it ask of them, and what is offered?' },
      {
        kind: 'one-of',
        name: 'told-of-solicitor',
        label: 'Does it tell them of free legal advice and how to find a solicitor?',
        options: { yes: 'Yes', no: 'No' },
      },
    ],
  },
  {
    id: 'meeting',
    kind: 'record',
    from: DURING,
    who: ['social-worker', 'team-manager'],
    button: 'Record a meeting before proceedings',
    told: 'recorded a meeting before proceedings',
    asks: [
      happenedOn('met-on', 'On which day was it?'),
      { kind: 'line', name: 'present', label: 'Who was there?' },
      { kind: 'text', name: 'agreed', label: 'What was agreed, and who does what by when?' },
      {
        kind: 'one-of',
        name: 'came-to',
        label: 'What did it come to?',
        options: {
          'goes-on': 'Pre-proceedings go on',
          better: 'Enough has changed to propose an end',
          worse: 'Not enough has changed: an application is to be considered',
        },
      },
    ],
  },
  {
    id: 'assessment-asked',
    kind: 'record',
    from: DURING,
    who: ['social-worker'],
    button: 'Record an assessment that was commissioned',
    told: 'recorded an assessment that was commissioned',
    asks: [
      { kind: 'one-of', name: 'assessment', label: 'Which assessment?', options: ASSESSMENTS },
      { kind: 'line', name: 'of', label: 'Of whom, and by whom?' },
      happenedOn('asked-on', 'When was it commissioned?'),
      { kind: 'day', name: 'due-on', label: 'By when is it to be finished?' },
    ],
  },
  {
    id: 'assessment-done',
    kind: 'record',
    from: DURING,
    who: ['social-worker'],
    button: 'Record an assessment that was finished',
    told: 'recorded an assessment that was finished',
    asks: [
      { kind: 'one-of', name: 'assessment', label: 'Which assessment?', options: ASSESSMENTS },
      happenedOn('finished-on', 'When was it finished?'),
      { kind: 'text', name: 'found', label: 'What did it find, in a few sentences?' },
    ],
  },
  {
    id: 'family-meeting',
    kind: 'record',
    from: ['at-gateway', ...DURING, 'to-issue'],
    who: ['social-worker'],
    button: 'Record family group decision-making',
    told: 'recorded whether family group decision-making was offered',
    asks: [
      {
        kind: 'one-of',
        name: 'offer',
        label: 'Was a family group decision-making meeting offered?',
        hint: 'It is to be offered before an application is made.',
        options: {
          held: 'Yes, and it was held',
          accepted: 'Yes, and the family wants it',
          declined: 'Yes, and the family did not want it',
          'not-offered': 'No',
        },
      },
      {
        kind: 'day',
        name: 'offered-on',
        label: 'When was it offered, or held?',
        notAfterToday: true,
        when: { question: 'offer', is: ['held', 'accepted', 'declined'] },
      },
      {
        kind: 'text',
        name: 'family-plan',
        label: 'What is the family’s own plan?',
        when: { question: 'offer', is: ['held'] },
      },
      {
        kind: 'text',
        name: 'why-not',
        label: 'Why not?',
        hint: 'Such as that it would put the child at risk.',
        when: { question: 'offer', is: ['declined', 'not-offered'] },
      },
    ],
  },
  {
    id: 'review',
    kind: 'record',
    from: DURING,
    who: ['team-manager', 'group-manager'],
    button: 'Record a review of pre-proceedings',
    told: 'reviewed pre-proceedings',
    asks: [
      happenedOn('reviewed-on', 'On which day was it reviewed?'),
      { kind: 'text', name: 'progress', label: 'What has changed for the child, and is it fast enough?' },
      { kind: 'text', name: 'next', label: 'What is done next, by whom and by when?' },
    ],
  },
];
