import type { Form } from '../form/form.ts';
import { CHILD_VIEW, SUPPORT } from './asks.ts';

/** What a decision that a child goes home stands on: what has changed there, and who helps for how long. */
export const HOME_EVIDENCE: Form = {
  id: 'going-home',
  sections: [
    {
      id: 'child',
      title: 'What they want',
      questions: [
        CHILD_VIEW,
        { kind: 'text', name: 'parents-view', label: 'What do the parents say, each of them?' },
      ],
    },
    {
      id: 'change',
      title: 'What has changed at home',
      questions: [
        {
          kind: 'day',
          name: 'assessed',
          label: 'When was the assessment of the parents finished?',
          notAfterToday: true,
        },
        {
          kind: 'text',
          name: 'why-care',
          label: 'Why did the child come into care, and what has changed in that?',
        },
        { kind: 'text', name: 'shown', label: 'What shows that it has changed, and for how long?' },
        { kind: 'text', name: 'risk', label: 'What could still go wrong, and how would anybody notice?' },
        {
          kind: 'one-of',
          name: 'voluntary',
          label: 'On what does care stand now?',
          options: {
            agreement: 'Agreement under section 20',
            order: 'An order of a court',
          },
        },
        {
          kind: 'text',
          name: 'order',
          label: 'What becomes of the order, and when does the court decide?',
          when: { question: 'voluntary', is: ['order'] },
        },
      ],
    },
    {
      id: 'support',
      title: 'Help at home',
      questions: [
        SUPPORT,
        {
          kind: 'text',
          name: 'visits',
          label: 'Who goes on visiting after the return, how often, and for how long?',
        },
        { kind: 'text', name: 'otherwise', label: 'What is done if it does not hold?' },
        { kind: 'day', name: 'home-from', label: 'From which day are they to be at home?' },
      ],
    },
  ],
};
