import type { FormQuestion } from '../form/form.ts';

/** A day on which something happened, asked as the first of a step. */
export const happenedOn = (name: string, label: string): FormQuestion => ({
  kind: 'day',
  name,
  label,
  notAfterToday: true,
});

export const HEARINGS = {
  'case-management': 'Case management hearing',
  'further-case-management': 'Further case management hearing',
  'issues-resolution': 'Issues resolution hearing',
  final: 'Final hearing',
  interim: 'Interim care or other contested hearing',
  other: 'Another hearing',
} as const;

export type HearingKind = keyof typeof HEARINGS;

/** What the authority asks a court for. */
export const ORDERS_ASKED = {
  'care-order': 'Care order',
  'supervision-order': 'Supervision order',
  'care-and-placement': 'Care order and placement order',
  'emergency-protection': 'Emergency protection order, then a care order',
} as const;

/** The next hearing, where the court has given one: of a hearing that was, and of the issue. */
export const NEXT_HEARING: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: 'next',
    label: 'Is there a date for the next hearing?',
    options: { listed: 'Yes', 'not-yet': 'Not yet' },
  },
  {
    kind: 'one-of',
    name: 'next-kind',
    label: 'Which hearing is next?',
    options: HEARINGS,
    when: { question: 'next', is: ['listed'] },
  },
  { kind: 'day', name: 'next-on', label: 'On which day?', when: { question: 'next', is: ['listed'] } },
  { kind: 'time', name: 'next-at', label: 'At what time?', when: { question: 'next', is: ['listed'] } },
];

export const CHANGES: FormQuestion = {
  kind: 'list',
  name: 'changes',
  label: 'What has to change',
  entry: 'Change',
  of: [{ kind: 'text', name: 'change', label: 'What is needed, and where in the papers' }],
};

/** Legal advice is privileged: what was advised is kept by legal services, and here that it was given. */
export const LEGAL_ADVICE: readonly FormQuestion[] = [
  { kind: 'line', name: 'adviser', label: 'Who gave legal advice?' },
  {
    kind: 'line',
    name: 'advice',
    label: 'What it came to, in one line',
    hint: 'Legal services keep the advice itself: it is privileged, and this record may be seen by the court and the family.',
  },
];
