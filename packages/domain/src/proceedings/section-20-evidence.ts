import type { Form } from '../form/form.ts';

/**
 * An agreement that a child is accommodated under section 20, so that it can be shown to have been one: who gave it, that
 * they could and understood, and that they know they may end it (Williams v London Borough of Hackney [2018] UKSC 37).
 */
export const SECTION_20_EVIDENCE: Form = {
  id: 'section-20',
  sections: [
    {
      id: 'agreement',
      title: 'Who agrees',
      questions: [
        {
          kind: 'list',
          name: 'given-by',
          label: 'Everybody who gave their agreement',
          entry: 'Person',
          of: [
            { kind: 'line', name: 'name', label: 'Name' },
            { kind: 'line', name: 'relation', label: 'Who they are to the child' },
            {
              kind: 'one-of',
              name: 'responsibility',
              label: 'Do they have parental responsibility?',
              options: { yes: 'Yes', no: 'No' },
            },
            { kind: 'day', name: 'given-on', label: 'On which day?', notAfterToday: true },
            {
              kind: 'one-of',
              name: 'how',
              label: 'How?',
              options: { writing: 'In writing, signed', spoken: 'By word of mouth' },
            },
          ],
        },
        {
          kind: 'text',
          name: 'others',
          label: 'Who else has parental responsibility, and what do they say?',
          hint: 'If nobody else has, say so.',
        },
      ],
    },
    {
      id: 'understanding',
      title: 'That they understood',
      questions: [
        {
          kind: 'text',
          name: 'capacity',
          label: 'How was it made sure that each could decide, and was well enough to?',
        },
        {
          kind: 'one-of',
          name: 'interpreter',
          label: 'Was an interpreter needed?',
          options: { no: 'No', used: 'Yes, and one was there', wanting: 'Yes, and there was none' },
        },
        {
          kind: 'text',
          name: 'interpreter-why',
          label: 'Why was there none, and when will it be gone through again with one?',
          when: { question: 'interpreter', is: ['wanting'] },
        },
        {
          kind: 'any-of',
          name: 'told',
          label: 'What were they told?',
          options: {
            'may-end': 'That they may end it, and take the child home, without notice',
            advice: 'That they may have legal advice first',
            plan: 'What the plan is, and for how long',
            contact: 'When they see the child',
          },
        },
      ],
    },
    {
      id: 'child',
      title: 'The child',
      questions: [
        {
          kind: 'one-of',
          name: 'at-sixteen',
          label: 'Is the young person 16 or 17?',
          options: { yes: 'Yes', no: 'No' },
        },
        {
          kind: 'text',
          name: 'own-agreement',
          label: 'What does the young person agree to, in their own words?',
          hint: 'At 16 and 17 the agreement is theirs.',
          when: { question: 'at-sixteen', is: ['yes'] },
        },
        {
          kind: 'text',
          name: 'child-view',
          label: 'What does the child say they want?',
          when: { question: 'at-sixteen', is: ['no'] },
        },
      ],
    },
  ],
};
