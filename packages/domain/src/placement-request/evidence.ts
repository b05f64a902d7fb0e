import { ENTRY_EVIDENCE } from '../entry-to-care/evidence.ts';
import { type Form, type FormQuestion, type FormSection, type Options, questionsOf } from '../form/form.ts';

/** Asked as in the request for care, under the same name, so that what was answered there is offered again. */
const asInEntry = (name: string): FormQuestion => {
  const question = questionsOf(ENTRY_EVIDENCE).find((one) => one.name === name);
  if (question === undefined) throw new Error(`The request for care does not ask ${name}`);
  return question;
};

const SUITS: Options = {
  preferred: 'Preferred',
  suitable: 'Suitable, and not preferred',
  unsuitable: 'Not suitable',
  'not-said': 'Not specified',
};
/** The last that is asked of the kinds of home. */
const LAST_KIND = 'supported';
const suits = (name: string, label: string): FormQuestion => ({
  kind: 'one-of',
  name: `suits-${name}`,
  label,
  options: SUITS,
  ...(name === LAST_KIND
    ? {
        notAll: {
          of: ['suits-foster', 'suits-residential', 'suits-supported'],
          are: 'unsuitable',
          sentence: 'Some kind of home has to be looked for: say which is suitable, or “Not specified”',
        },
      }
    : {}),
});

/** Of what others should keep the child safe, as the Placements Data Standard has it (version 2, July 2025). */
export const RISKS_TO_CHILD = {
  'self-harm': 'Self-harm',
  'sexual-exploitation': 'Sexual exploitation',
  'criminal-exploitation': 'Criminal exploitation',
  'drugs-or-alcohol': 'Drugs or alcohol',
  'eating-disorder': 'An eating disorder',
  missing: 'Going missing',
} as const;

/** Of what others have to be kept safe. */
export const RISKS_TO_OTHERS = {
  physical: 'Hurting others',
  sexual: 'Sexual harm to others',
  'fire-setting': 'Setting fires',
  animals: 'Hurting animals',
  'exploiting-others': 'Drawing others into exploitation',
} as const;

const NONE = 'none';
const risk = (name: string, label: string, risks: Options): readonly FormQuestion[] => [
  { kind: 'any-of', name, label, options: { ...risks, [NONE]: 'None that is known' }, standsAlone: NONE },
  {
    kind: 'text',
    name: `${name}-what-helps`,
    label: 'When does it happen, and what helps?',
    hint: 'What a carer would do on an ordinary day. Say what has got better.',
    when: { question: name, is: Object.keys(risks) },
  },
];

/** Where the child’s school is: only how far a home is from it is made of that. */
export const SCHOOL_POSTCODE = 'school-postcode';

/**
 * What stays here: asked so that the profile which goes to providers can be searched for it. It is optional, as a name that
 * nobody wrote down is looked for by its shape all the same.
 */
const NAMES: FormSection = {
  id: 'names',
  title: 'Names that no provider is told',
  questions: [
    {
      kind: 'line',
      name: 'school-name',
      label: 'What is the school called?',
      hint: 'Told only to the provider with whom the child is to live.',
      optional: true,
    },
    {
      kind: 'written-as',
      as: 'postcode',
      name: SCHOOL_POSTCODE,
      label: 'What is the school’s postcode?',
      hint: 'So that each home can be seen with how far it is from there. No provider is told.',
      optional: true,
    },
    {
      kind: 'list',
      name: 'people',
      label: 'Who else is named in this request, or might be?',
      optional: true,
      entry: 'Person',
      of: [
        { kind: 'line', name: 'name', label: 'Name' },
        { kind: 'line', name: 'who', label: 'Who they are to the child', optional: true },
      ],
    },
  ],
};

/**
 * What whoever looks for a home has to know: the child at their best first (Worcestershire Children First, “Placements for Looked
 * After Children”, September 2023, paragraph 29), then what the Placements Data Standard asks of a request (version 2, July 2025).
 */
export const PLACEMENT_REQUEST_EVIDENCE: Form = {
  id: 'placement-request',
  sections: [
    {
      id: 'child',
      title: 'The child',
      questions: [
        asInEntry('at-their-best'),
        { kind: 'text', name: 'likes', label: 'What do they like doing, and what are they proud of?' },
        asInEntry('child-view'),
        asInEntry('siblings'),
      ],
    },
    {
      id: 'needs',
      title: 'What the child needs',
      questions: [
        { kind: 'text', name: 'health', label: 'Health, disability and medicine' },
        { kind: 'line', name: 'language', label: 'Languages, and how they make themselves understood' },
        {
          kind: 'text',
          name: 'culture',
          label: 'Religion, culture and food',
          hint: 'What is done at home, and what the child wants to keep.',
        },
        {
          kind: 'one-of',
          name: 'adaptations',
          label: 'Does the home have to be adapted?',
          options: { yes: 'Yes', no: 'No' },
        },
        {
          kind: 'text',
          name: 'adaptations-what',
          label: 'What has to be there?',
          when: { question: 'adaptations', is: ['yes'] },
        },
        {
          kind: 'text',
          name: 'school',
          label: 'School, and what must not be interrupted',
          hint: 'The kind of school and the year. Its name is asked for at the end.',
        },
        {
          kind: 'text',
          name: 'family-time',
          label: 'Time with family and friends: who, how often, and where',
        },
      ],
    },
    {
      id: 'risk',
      title: 'Keeping safe',
      questions: [
        ...risk('risks', 'What has the child to be kept safe from?', RISKS_TO_CHILD),
        ...risk('risks-to-others', 'What have others to be kept safe from?', RISKS_TO_OTHERS),
        {
          kind: 'one-of',
          name: 'deprivation-of-liberty',
          label: 'Is a court to authorise that the child’s liberty is restricted?',
          options: {
            no: 'No',
            asked: 'An application is made or being made',
            given: 'An order is in force',
          },
        },
      ],
    },
    {
      id: 'living-with',
      title: 'Living with others',
      questions: [
        {
          kind: 'any-of',
          name: 'lives-with',
          label: 'Whom can the child live with?',
          options: {
            alone: 'Nobody else, apart from brothers and sisters',
            older: 'Older children',
            same: 'Children of their age',
            younger: 'Younger children',
            baby: 'A baby',
          },
          standsAlone: 'alone',
        },
        {
          kind: 'one-of',
          name: 'pets',
          label: 'Can there be pets?',
          options: { welcome: 'Yes', some: 'Some', no: 'No' },
        },
        { kind: 'text', name: 'matching', label: 'What else makes a home fit, or not fit?', optional: true },
      ],
    },
    {
      id: 'home',
      title: 'The home that is wanted',
      questions: [
        {
          kind: 'one-of',
          name: 'how-soon',
          label: 'How soon is it needed?',
          options: { today: 'Today', days: 'Within five days', later: 'In more than five days' },
        },
        { kind: 'day', name: 'needed-from', label: asInEntry('needed-from').label, toCome: true },
        {
          kind: 'text',
          name: 'where',
          label: 'Where should it be, and how far from home and school is too far?',
        },
        suits('foster', 'A foster family'),
        suits('residential', 'A children’s home'),
        suits('supported', 'Supported accommodation'),
        {
          kind: 'text',
          name: 'suits-why',
          label: 'Why this kind of home?',
        },
        { kind: 'text', name: 'more-support', label: 'Support besides the home itself', optional: true },
        {
          kind: 'line',
          name: 'how-long',
          label: 'For how long, as far as it is planned',
        },
      ],
    },
    NAMES,
  ],
};
