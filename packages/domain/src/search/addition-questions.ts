import type { PlainQuestion } from '../form/form.ts';

/** What is asked of something that is added to the core fee, offered or agreed. */
export const ADDITION_QUESTIONS: readonly PlainQuestion[] = [
  { kind: 'line', name: 'what', label: 'What is added', hint: 'For example: two staff to one child.' },
  { kind: 'money', name: 'weekly', label: 'What it costs a week' },
  { kind: 'day', name: 'starts', label: 'From which day' },
  { kind: 'day', name: 'ends', label: 'Until which day', optional: true, notBefore: 'starts' },
  { kind: 'line', name: 'why', label: 'Why' },
];
