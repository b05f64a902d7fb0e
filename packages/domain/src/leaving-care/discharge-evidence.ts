import type { Form } from '../form/form.ts';

/** What a young person of 16 or 17 asks for who wants to leave care, and what they would go to. */
export const DISCHARGE_EVIDENCE: Form = {
  id: 'self-discharge',
  sections: [
    {
      id: 'wish',
      title: 'What they ask for',
      questions: [
        {
          kind: 'text',
          name: 'child-view',
          label: 'What do they say they want, and why?',
          hint: 'In their own words.',
        },
        {
          kind: 'day',
          name: 'asked-on',
          label: 'On which day did they ask?',
          notAfterToday: true,
        },
        {
          kind: 'text',
          name: 'understands',
          label:
            'What were they told that they keep and lose by it, and how did they show that they understood?',
          hint: 'Accommodation, money, an independent reviewing officer, rights as a care leaver up to 25.',
        },
        {
          kind: 'text',
          name: 'family-view',
          label: 'What do parents, carers and others who matter to them say?',
        },
      ],
    },
    {
      id: 'after',
      title: 'What they would go to',
      questions: [
        { kind: 'text', name: 'home', label: 'Where would they live, with whom, and is it suitable?' },
        { kind: 'text', name: 'money', label: 'What would they live on?' },
        { kind: 'text', name: 'education', label: 'School, training or work' },
        { kind: 'text', name: 'risk', label: 'What could go wrong, and who would notice?' },
        {
          kind: 'one-of',
          name: 'pathway-plan',
          label: 'Is there a pathway plan?',
          options: { yes: 'Yes', 'not-entitled': 'They are not entitled to one', no: 'Not yet' },
        },
        {
          kind: 'text',
          name: 'pathway-plan-why',
          label: 'Why not yet, and by when?',
          when: { question: 'pathway-plan', is: ['no'] },
        },
      ],
    },
  ],
};
