import type { FormQuestion } from '../form/form.ts';
import { OWN_WHEN_AND_HOW, WHEN_AND_HOW } from '../workflow/word.ts';
import { EMERGENCY_CHECKS } from './emergency-checks.ts';
import { FIRST_HOME } from './first-home.ts';
import { SAME_DAY_HINT } from './start-of-care.ts';

/** Of an approval that somebody else gave by word of mouth. */
export const WORD: readonly FormQuestion[] = [
  ...WHEN_AND_HOW,
  { kind: 'text', name: 'words', label: 'What did they say, and on what conditions?' },
];
/** Of one's own approval. */
export const OWN: readonly FormQuestion[] = [
  ...OWN_WHEN_AND_HOW,
  { kind: 'text', name: 'rationale', label: 'Why must the child come into care before a full request?' },
  { kind: 'text', name: 'conditions', label: 'Conditions', optional: true },
];
export const REFUSAL: readonly FormQuestion[] = [
  { kind: 'text', name: 'reason', label: 'Why this child should not come into care tonight' },
  { kind: 'text', name: 'instead', label: 'What keeps the child safe tonight instead' },
  { kind: 'line', name: 'who-tells', label: 'Who tells the child and the family' },
];
export const DENIAL: readonly FormQuestion[] = [
  { kind: 'text', name: 'what-was-said', label: 'What did you say, if you were asked?' },
];

export const PLACED: readonly FormQuestion[] = [
  {
    kind: 'day',
    name: 'placed-on',
    label: 'On which day did the child come there?',
    hint: SAME_DAY_HINT,
    notAfterToday: true,
  },
  { kind: 'time', name: 'placed-at', label: 'At what time did the child come there?' },
  { kind: 'line', name: 'home', label: 'With whom, or in which home?' },
  ...FIRST_HOME,
  ...Object.entries(EMERGENCY_CHECKS).flatMap(([name, check]): readonly FormQuestion[] => {
    const ages = 'ages' in check ? { ages: check.ages } : {};
    return [
      {
        kind: 'one-of',
        name,
        label: check.title,
        options: { so: 'It is so', not: 'It is not so', 'does-not-apply': 'Does not apply' },
        ...ages,
      },
      {
        kind: 'text',
        name: `${name}-why`,
        label: 'Who agreed to it all the same, and what is done about it by when?',
        when: { question: name, is: ['not'] },
        ...ages,
      },
    ];
  }),
];
