import type { FormQuestion } from '../form/form.ts';
import type { PlacementRequestStep } from './step.ts';

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

/** Which colleague takes it on: each case says who there is, and how many searches each has. */
export const OFFICER_CHOSEN = 'officer';

/** By which a search is one officer’s. */
export const OFFICER_OF_SEARCH = {
  roles: OFFICER,
  taken: 'take-on',
  given: 'allocate',
  question: OFFICER_CHOSEN,
} as const;

/** From the draft until the search begins. */
export const REQUEST_STEPS: readonly PlacementRequestStep[] = [
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
    id: 'allocate',
    kind: 'record',
    from: ['to-allocate'],
    to: 'quality',
    who: OFFICER,
    button: 'Give it to an officer',
    told: 'gave the search to an officer',
    asks: [
      { kind: 'one-of', name: OFFICER_CHOSEN, label: 'Who takes it on?', options: {} },
      { kind: 'line', name: 'why-them', label: 'Why them', optional: true },
    ],
  },
  {
    id: 'ready',
    kind: 'record',
    from: ['quality'],
    to: 'in-house',
    who: OFFICER,
    button: 'It is ready: ask in house',
    told: 'found the request ready and began the search in house',
    asks: [
      {
        kind: 'one-of',
        name: 'at-their-best',
        label: 'Does the request show the child at their best?',
        options: { 1: 'Hardly', 2: 'In parts', 3: 'Mostly', 4: 'Fully' },
        order: ['4', '3', '2', '1'],
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
];
