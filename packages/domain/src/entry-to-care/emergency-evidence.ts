import { type Form, type FormQuestion, questionsOf } from '../form/form.ts';
import { ENTRY_EVIDENCE } from './evidence.ts';

/** What brings a child into care before anybody can be asked, each with the law it happens under. */
export const TRIGGERS = {
  'police-protection': { title: 'Police protection', source: 'Children Act 1989, section 46' },
  'emergency-protection-order': {
    title: 'Emergency protection order',
    source: 'Children Act 1989, sections 44 and 45',
  },
  abandoned: { title: 'The child was lost or abandoned', source: 'Children Act 1989, section 20(1)(b)' },
  'parent-unable': {
    title: 'A parent cannot care for the child tonight',
    source: 'Children Act 1989, section 20(1)(c)',
  },
  remand: {
    title: 'Remanded by a court',
    source: 'Legal Aid, Sentencing and Punishment of Offenders Act 2012, sections 91 and 92',
  },
  'asylum-arrival': {
    title: 'An unaccompanied child has arrived and seeks asylum',
    source: 'Children Act 1989, section 20(1)(a)',
  },
  secure: { title: 'Secure accommodation', source: 'Children Act 1989, section 25' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly source: string }>>;

/** Those that begin at a moment from which the law counts. */
const TIMED: readonly (keyof typeof TRIGGERS)[] = [
  'police-protection',
  'emergency-protection-order',
  'remand',
  'secure',
];

/** Asked here as in the full request, under the same name, so that what is answered tonight is offered again tomorrow. */
const asInFull = (name: string): FormQuestion => {
  const question = questionsOf(ENTRY_EVIDENCE).find((one) => one.name === name);
  if (question === undefined) throw new Error(`The full request does not ask ${name}`);
  return question;
};

/** What is said before a child comes into care without the time to ask: short, as it is written at night. */
export const EMERGENCY_EVIDENCE: Form = {
  id: 'emergency-entry',
  sections: [
    {
      id: 'emergency',
      title: 'What has happened',
      questions: [
        {
          kind: 'one-of',
          name: 'trigger',
          label: 'What makes it an emergency?',
          options: Object.fromEntries(Object.entries(TRIGGERS).map(([id, { title }]) => [id, title])),
        },
        {
          kind: 'day',
          name: 'power-on',
          label: 'On which day was it made, or used?',
          notAfterToday: true,
          when: { question: 'trigger', is: TIMED },
        },
        {
          kind: 'time',
          name: 'power-at',
          label: 'At what time was it made, or used?',
          when: { question: 'trigger', is: TIMED },
        },
        { ...asInFull('chronology'), label: 'What happened today, and what led to it?' },
        {
          kind: 'text',
          name: 'why-now',
          label: 'Why is there no time to ask and be answered first?',
          hint: 'Care without a decision before it is only for a child who cannot be safe until one is made.',
        },
      ],
    },
    {
      id: 'child',
      title: 'The child',
      questions: [
        asInFull('child-view'),
        { ...asInFull('at-their-best'), optional: true },
        asInFull('siblings'),
      ],
    },
    {
      id: 'risk',
      title: 'Risk, and the family',
      questions: [
        { ...asInFull('risk'), label: 'What would happen tonight if the child did not come into care?' },
        asInFull('parents-view'),
        asInFull('network'),
      ],
    },
    { id: 'legal', title: 'The legal basis', questions: [asInFull('legal-basis'), asInFull('consent')] },
    {
      id: 'search',
      title: 'The home that is needed tonight',
      questions: [
        {
          kind: 'text',
          name: 'needed-tonight',
          label: 'What does the child need of it?',
          hint: 'Health, medicine, disability, language, religion, food, and school in the morning.',
        },
        { kind: 'text', name: 'carer-must-know', label: 'What must whoever takes the child know?' },
        { kind: 'line', name: 'where', label: 'Where should it be, and how far is too far?' },
      ],
    },
  ],
};
