import { LEGAL_STATUSES } from '../child/legal-status.ts';
import type { Form, FormQuestion } from '../form/form.ts';
import { DUTIES } from './duties.ts';

const codes = LEGAL_STATUSES.codes;

/** The legal bases on which a child can come into care. Short breaks are agreed another way, and D1 is no longer granted. */
export const LEGAL_BASES = {
  V2: codes.V2.title,
  C1: codes.C1.title,
  C2: codes.C2.title,
  L1: codes.L1.title,
  L2: codes.L2.title,
  J1: codes.J1.title,
  J3: codes.J3.title,
} as const;

/** What is tried before care, and what each came to. */
export const ALTERNATIVES = {
  'early-help': 'Early help',
  'edge-of-care': 'An edge-of-care service',
  'section-17': 'Family support under section 17',
  'family-group-decision': 'A family group decision-making meeting',
  kinship: 'Living with relatives or friends',
  other: 'Something else',
} as const;

const answered = (duty: string): FormQuestion => ({
  kind: 'text',
  name: `${duty}-why`,
  label: 'Why not yet, and by when; or why it does not apply',
  when: { question: duty, is: ['not-yet', 'does-not-apply'] },
});

/**
 * What the request to bring a child into care must hold (Worcestershire Children First, "Placements for Looked After
 * Children", September 2023, paragraphs 24 and 27 to 28). The child comes first, as themselves.
 */
export const ENTRY_EVIDENCE: Form = {
  id: 'entry-to-care',
  sections: [
    {
      id: 'child',
      title: 'The child',
      questions: [
        {
          kind: 'text',
          name: 'at-their-best',
          label: 'What is the child like at their best?',
          hint: 'Strengths, interests, who matters to them. Write so that they could read it.',
        },
        {
          kind: 'text',
          name: 'child-view',
          label: 'What does the child say they want?',
          hint: 'In their own words where you can. For a baby or a child who does not speak, what you have seen.',
        },
        {
          kind: 'list',
          name: 'siblings',
          label: 'Brothers and sisters',
          optional: true,
          entry: 'Brother or sister',
          of: [
            { kind: 'line', name: 'name', label: 'Name' },
            { kind: 'line', name: 'age', label: 'How old are they, in years?', optional: true },
            { kind: 'line', name: 'lives', label: 'Where they live' },
            {
              kind: 'one-of',
              name: 'together',
              label: 'Should they live together?',
              options: { yes: 'Yes', no: 'No', 'not-known': 'Not decided yet' },
            },
          ],
        },
      ],
    },
    {
      id: 'family',
      title: 'The family',
      questions: [
        {
          kind: 'text',
          name: 'parents-view',
          label: 'What do the parents, and others with parental responsibility, say?',
        },
        {
          kind: 'text',
          name: 'network',
          label: 'Who in the family and among friends was asked, and what could each of them offer?',
        },
      ],
    },
    {
      id: 'why',
      title: 'Why care',
      questions: [
        {
          kind: 'day',
          name: 'assessed',
          label: 'When was the current assessment finished?',
          notAfterToday: true,
        },
        { kind: 'text', name: 'analysis', label: 'Why does the child need to come into care?' },
        { kind: 'text', name: 'risk', label: 'What would happen if they did not?' },
        { kind: 'text', name: 'chronology', label: 'The events that led here' },
      ],
    },
    {
      id: 'alternatives',
      title: 'What was tried',
      questions: [
        {
          kind: 'any-of',
          name: 'alternatives',
          label: 'What was tried before?',
          options: { ...ALTERNATIVES, none: 'Nothing was tried' },
          standsAlone: 'none',
        },
        {
          kind: 'text',
          name: 'alternatives-came-to',
          label: 'What did each come to?',
          when: { question: 'alternatives', is: Object.keys(ALTERNATIVES) },
        },
        {
          kind: 'text',
          name: 'none-why',
          label: 'Why was nothing tried?',
          when: { question: 'alternatives', is: ['none'] },
        },
      ],
    },
    {
      id: 'legal',
      title: 'The legal basis',
      questions: [
        { kind: 'one-of', name: 'legal-basis', label: 'On what legal basis?', options: LEGAL_BASES },
        {
          kind: 'text',
          name: 'consent',
          label: 'Who agreed to section 20, when, and how was it made sure that they understood?',
          hint: 'In writing, before the child moves. At 16 or 17 the young person’s own agreement.',
          when: { question: 'legal-basis', is: ['V2'] },
        },
        { kind: 'day', name: 'needed-from', label: 'From which day is a home needed?' },
      ],
    },
    {
      id: 'duties',
      title: 'Duties when a child comes into care',
      questions: Object.entries(DUTIES).flatMap(([name, { title }]): readonly FormQuestion[] => [
        {
          kind: 'one-of',
          name,
          label: title,
          options: { done: 'Done', 'not-yet': 'Not yet', 'does-not-apply': 'Does not apply' },
        },
        answered(name),
      ]),
    },
  ],
};
