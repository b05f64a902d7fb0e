import type { Form } from '../form/form.ts';

/**
 * What the legal gateway decides on: the harm, what was tried, what the family says and offers. It is offered again when
 * proceedings are opened from it.
 */
export const GATEWAY_EVIDENCE: Form = {
  id: 'pre-proceedings',
  sections: [
    {
      id: 'child',
      title: 'The child',
      questions: [
        {
          kind: 'text',
          name: 'child-view',
          label: 'What does the child say they want?',
          hint: 'In their own words where you can. For a baby or a child who does not speak, what you have seen.',
        },
        { kind: 'text', name: 'daily-life', label: 'What is a day in this child’s life like?' },
        {
          kind: 'text',
          name: 'brothers-sisters',
          label: 'Brothers and sisters for whom the same is asked',
          hint: 'Each has a case of their own here, as each has their own plan.',
          optional: true,
        },
      ],
    },
    {
      id: 'harm',
      title: 'Harm, and its likelihood',
      questions: [
        {
          kind: 'any-of',
          name: 'harm',
          label: 'What harm, or likely harm?',
          options: {
            neglect: 'Neglect',
            emotional: 'Emotional harm',
            physical: 'Physical harm',
            sexual: 'Sexual harm',
            'beyond-control': 'Beyond parental control',
          },
        },
        { kind: 'text', name: 'threshold', label: 'Why do you think that the threshold is met?' },
        { kind: 'text', name: 'chronology', label: 'The events that led here' },
        {
          kind: 'day',
          name: 'assessed',
          label: 'When was the current assessment finished?',
          notAfterToday: true,
        },
      ],
    },
    {
      id: 'family',
      title: 'The family, and what was tried',
      questions: [
        {
          kind: 'list',
          name: 'parental-responsibility',
          label: 'Everybody with parental responsibility',
          entry: 'Person',
          of: [
            { kind: 'line', name: 'name', label: 'Name' },
            { kind: 'line', name: 'relation', label: 'Who they are to the child' },
            {
              kind: 'line',
              name: 'needs',
              label: 'What they need to take part',
              hint: 'An interpreter, an advocate, papers in plain words.',
              optional: true,
            },
          ],
        },
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
        { kind: 'text', name: 'tried', label: 'What was tried, and what did it come to?' },
      ],
    },
    {
      id: 'asked',
      title: 'What is asked of the gateway',
      questions: [
        {
          kind: 'one-of',
          name: 'asks-for',
          label: 'What do you ask for?',
          options: {
            'pre-proceedings': 'To enter pre-proceedings',
            'issue-now': 'To apply to a court at once',
          },
        },
        {
          kind: 'text',
          name: 'issue-now-why',
          label: 'Why can the child not wait for pre-proceedings?',
          when: { question: 'asks-for', is: ['issue-now'] },
        },
        { kind: 'text', name: 'plan', label: 'What is the plan for the child meanwhile?' },
      ],
    },
  ],
};
