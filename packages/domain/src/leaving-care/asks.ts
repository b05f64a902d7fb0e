import { codeTitle } from '../child/code-list.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { FormQuestion, Options } from '../form/form.ts';
import { ANOTHER_REASON, DIED, LEFT_INSTEAD, LEFT_ON, LEFT_OTHER, LEFT_WHY } from './ending.ts';

/** Reasons for which a plan to leave care ends in leaving it. Old codes and X1 are not among them. */
export const PLANNED_REASONS = [
  'E4A',
  'E4B',
  'E13',
  'E45',
  'E46',
  'E47',
  'E48',
  'E41',
  'E11',
  'E12',
  'E17',
  'E5',
  'E6',
  'E7',
  'E3',
  'E9',
  'E14',
  'E15',
  'E16',
  'E2',
  'E8',
] as const;
/** What happens without anybody having planned it, or by somebody else's decision. */
export const UNPLANNED_REASONS = ['E4B', 'E13', 'E2', 'E9', 'E14', 'E15', 'E3', 'E16', 'E8'] as const;
const UNPLANNED: readonly string[] = UNPLANNED_REASONS;
export const HOME_REASONS = ['E4A', 'E4B', 'E13'] as const;
/** To which somebody of 16 or 17 leaves care by their own wish. */
export const OWN_WISH_REASONS = ['E5', 'E6', 'E4A', 'E4B', 'E13', 'E8'] as const;

const options = (reasons: readonly string[]): Options =>
  Object.fromEntries(reasons.map((reason) => [reason, codeTitle(REASONS_CEASED, reason)]));

const OTHERWISE = 'Otherwise than the plan says';
const NOT_NAMED = 'As is usually planned, such as by an order of the court or at 18';

const lives: FormQuestion = {
  kind: 'line',
  name: 'lives',
  label: 'Where do they live now, and with whom?',
};
const told: FormQuestion = {
  kind: 'text',
  name: 'told',
  label: 'How did it go, and what did they say of it?',
};

/** What is asked of an ending that is written into the record. */
export const endingAsks = (
  reasons: readonly string[],
  more: Options = {},
  between: readonly FormQuestion[] = [],
): readonly FormQuestion[] => {
  const answers = { ...options(reasons), ...more };
  const alive = Object.keys(answers).filter((reason) => reason !== DIED);
  const whileAlive = (question: FormQuestion): FormQuestion =>
    reasons.includes(DIED) ? { ...question, when: { question: LEFT_WHY, is: alive } } : question;
  return [
    {
      kind: 'day',
      name: LEFT_ON,
      label: 'On which day did care end?',
      hint: 'The first day on which the child was no longer looked after.',
      notAfterToday: true,
    },
    { kind: 'one-of', name: LEFT_WHY, label: 'Why did it end?', options: answers },
    ...between,
    whileAlive(lives),
    whileAlive(told),
    ...(reasons.includes(DIED) ? [AFTER_A_DEATH] : []),
  ];
};

const AFTER_A_DEATH: FormQuestion = {
  kind: 'text',
  name: 'after-death',
  label: 'Who was told, and who is with the family and whoever cared for the child?',
  when: { question: LEFT_WHY, is: [DIED] },
};

const whenAnother = { question: LEFT_WHY, is: [ANOTHER_REASON] } as const;

const otherReason = (reasons: readonly string[]): FormQuestion => ({
  kind: 'one-of',
  name: LEFT_OTHER,
  label: 'For which reason?',
  hint: 'What the child’s age or the record rules out is not offered.',
  options: options(reasons.filter((reason) => reason !== DIED)),
  when: whenAnother,
});

/** By the plan: a reason that it leads to, a death, or another reason with what happened instead. */
export const plannedEndingAsks: readonly FormQuestion[] = endingAsks(
  PLANNED_REASONS,
  { [ANOTHER_REASON]: OTHERWISE },
  [
    otherReason(PLANNED_REASONS),
    { kind: 'text', name: LEFT_INSTEAD, label: 'Why so, and not as it was planned?', when: whenAnother },
  ],
);

/** Before the plan was agreed: what nobody plans, or any other reason, such as a court’s order or an 18th birthday. */
export const unplannedEndingAsks: readonly FormQuestion[] = endingAsks(
  UNPLANNED_REASONS,
  { [ANOTHER_REASON]: NOT_NAMED },
  [otherReason(PLANNED_REASONS.filter((reason) => !UNPLANNED.includes(reason)))],
);

export const CHANGES: FormQuestion = {
  kind: 'list',
  name: 'changes',
  label: 'What has to change',
  entry: 'Change',
  of: [{ kind: 'text', name: 'change', label: 'What is needed, and where in the plan' }],
};

export const WITHDRAWAL: readonly FormQuestion[] = [
  { kind: 'text', name: 'reason', label: 'Why it is no longer wanted' },
];

/** Help that somebody gives, for as long as it is agreed. */
export const SUPPORT: FormQuestion = {
  kind: 'list',
  name: 'support',
  label: 'What help is there',
  entry: 'Help',
  of: [
    { kind: 'text', name: 'what', label: 'What is done' },
    { kind: 'line', name: 'who', label: 'Who does it' },
    { kind: 'day', name: 'from', label: 'From which day?' },
    { kind: 'day', name: 'until', label: 'Until which day?', optional: true },
  ],
};

export const CHILD_VIEW: FormQuestion = {
  kind: 'text',
  name: 'child-view',
  label: 'What do they say they want?',
  hint: 'In their own words. For a baby or a child who does not speak, what you have seen.',
};
