import type { Form, FormQuestion } from '../form/form.ts';
import { CHILD_VIEW, SUPPORT } from './asks.ts';

/** How a child is to leave care. */
export const EXITS = {
  home: 'Home to parents or relatives',
  guardianship: 'Special guardianship',
  arrangements: 'A child arrangements order',
  adoption: 'Adoption',
  'staying-put': 'The 18th birthday, staying with their carers',
  eighteen: 'The 18th birthday, moving to a home of their own or another',
  independent: 'Independent living at 16 or 17',
  transfer: 'Another authority takes over',
  'adult-services': 'Adult social care',
  sentenced: 'A custodial sentence',
  other: 'Another way',
} as const;

const of = (exits: readonly (keyof typeof EXITS)[], question: FormQuestion): FormQuestion => ({
  ...question,
  when: { question: 'exit', is: exits },
});

/** What each way out of care asks for besides. */
const OF_EACH: readonly FormQuestion[] = [
  of(['home'], {
    kind: 'text',
    name: 'home',
    label: 'To whom, and what has changed there?',
    hint: 'The assessment and the support go into “Going home”, which the group manager decides on.',
  }),
  of(['guardianship'], {
    kind: 'one-of',
    name: 'guardian',
    label: 'Who is to be the special guardian?',
    options: {
      'relative-fostered': 'A relative or friend who fosters the child',
      'other-fostered': 'Another foster carer of the child',
      relative: 'A relative or friend who does not foster the child',
      other: 'Somebody else',
    },
  }),
  of(['guardianship'], {
    kind: 'text',
    name: 'guardian-assessed',
    label: 'What does the assessment for the court say, and what support is agreed?',
  }),
  of(['arrangements'], {
    kind: 'text',
    name: 'arrangements',
    label: 'With whom is the child to live, and what does the court have before it?',
  }),
  of(['adoption'], {
    kind: 'one-of',
    name: 'adoption-stands-on',
    label: 'On what does the adoption stand?',
    options: {
      order: 'A placement order',
      consent: 'The parents’ consent, given before a witness',
      'not-yet': 'Neither yet',
    },
  }),
  of(['adoption'], {
    kind: 'text',
    name: 'adoption',
    label: 'Match, placement and application: how far is each?',
  }),
  of(['guardianship', 'arrangements', 'adoption'], {
    kind: 'day',
    name: 'court',
    label: 'When does the court decide?',
    optional: true,
  }),
  of(['staying-put'], {
    kind: 'text',
    name: 'carer',
    label: 'With which carers, and what have they and the young person agreed?',
    hint: 'The arrangement itself goes into “Staying put”.',
  }),
  of(['eighteen', 'independent'], {
    kind: 'text',
    name: 'own-home',
    label: 'Where, is it suitable, and why not staying with their carers?',
    hint: 'Staying put comes first; then the authority’s own supported living, then others’.',
  }),
  of(['independent'], {
    kind: 'text',
    name: 'formal-support',
    label: 'What formal support is there?',
    hint: 'At 16 or 17 the director has to authorise it first: “Leaving care at 16 or 17”.',
  }),
  of(['transfer'], {
    kind: 'text',
    name: 'authority',
    label: 'Which authority, who agreed to it there, and what was handed over?',
  }),
  of(['adult-services'], {
    kind: 'text',
    name: 'adult-services',
    label: 'What did the assessment for adult care find, and who takes over?',
  }),
  of(['sentenced'], {
    kind: 'text',
    name: 'sentenced',
    label: 'Where, for how long, and who visits within ten working days?',
  }),
  of(['other'], { kind: 'text', name: 'other', label: 'Which?' }),
];

/** The plan for how a child leaves care, as the review is to have it. */
export const EXIT_EVIDENCE: Form = {
  id: 'exit-plan',
  sections: [
    {
      id: 'child',
      title: 'What they want',
      questions: [
        CHILD_VIEW,
        {
          kind: 'text',
          name: 'family-view',
          label: 'What do parents, carers and others who matter to them say?',
        },
      ],
    },
    {
      id: 'exit',
      title: 'How care is to end',
      questions: [
        { kind: 'one-of', name: 'exit', label: 'How is the child to leave care?', options: EXITS },
        { kind: 'day', name: 'exit-by', label: 'By which day?' },
        ...OF_EACH,
      ],
    },
    {
      id: 'plan',
      title: 'The plan',
      questions: [
        { kind: 'text', name: 'steps', label: 'What has to happen until then, and who does it?' },
        { kind: 'text', name: 'otherwise', label: 'What is planned beside it, should it not come to that?' },
        SUPPORT,
      ],
    },
  ],
};
