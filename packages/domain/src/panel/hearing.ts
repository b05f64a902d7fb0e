import type { FormQuestion } from '../form/form.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';

/** Under which name listing a case says for which day. A panel meets at most once on a day. */
export const MEETING = 'meeting-on';
/** Under which name a decision says when it is looked at again. */
export const REVIEW = 'review-on';
/** Under which name a decision says what support was agreed. */
export const SUPPORT = 'support';

export const MEETING_QUESTION: FormQuestion = { kind: 'day', name: MEETING, label: 'For which meeting?' };

/** What is agreed to be given, what it costs, and who sees to it. */
export const SUPPORT_QUESTION = {
  kind: 'list',
  name: SUPPORT,
  label: 'Support that is agreed',
  entry: 'Support',
  of: [
    { kind: 'line', name: 'what', label: 'What is given' },
    { kind: 'money', name: 'weekly', label: 'What it costs a week', hint: FREE_IS_0 },
    { kind: 'day', name: 'starts', label: 'First day' },
    {
      kind: 'day',
      name: 'ends',
      label: 'Last day',
      hint: 'Leave it empty while nobody knows.',
      optional: true,
      notBefore: 'starts',
    },
    { kind: 'line', name: 'owner', label: 'Who sees to it' },
  ],
} as const satisfies FormQuestion;

export const REASON_QUESTION: FormQuestion = {
  kind: 'text',
  name: 'reason',
  label: 'Why the panel decided so',
};

export const CONDITIONS_QUESTION: FormQuestion = {
  kind: 'text',
  name: 'conditions',
  label: 'Conditions',
  optional: true,
};

export const REVIEW_QUESTION: FormQuestion = {
  kind: 'day',
  name: REVIEW,
  label: 'On which day is this looked at again?',
  notBeforeToday: true,
};
