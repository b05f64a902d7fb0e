import type { Form } from '../form/form.ts';
import { CHILD_VIEW, SUPPORT } from './asks.ts';

/** What is agreed so that a young person stays with their former carers from 18. */
export const STAYING_PUT_EVIDENCE: Form = {
  id: 'staying-put',
  sections: [
    {
      id: 'wish',
      title: 'What they want',
      questions: [CHILD_VIEW, { kind: 'text', name: 'carer-view', label: 'What do the carers say?' }],
    },
    {
      id: 'arrangement',
      title: 'The arrangement',
      questions: [
        { kind: 'line', name: 'carer', label: 'With whom do they stay?' },
        { kind: 'day', name: 'from', label: 'From which day?', hint: 'The 18th birthday.' },
        {
          kind: 'text',
          name: 'agreement',
          label: 'What is agreed: the room, the household, visitors, what each expects?',
        },
        {
          kind: 'text',
          name: 'money',
          label: 'Who pays what: rent, benefits, the young person’s part, the authority’s?',
        },
        { kind: 'text', name: 'other-children', label: 'What does it mean for other children in the home?' },
        SUPPORT,
      ],
    },
  ],
};
