import type { FormQuestion } from '../form/form.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';
import { ADDITION_QUESTIONS } from './addition-questions.ts';
import { KIND_OPTIONS, kindsThat } from './kinds-of-home.ts';
import { FITS, fitQuestion, NEEDS } from './needs.ts';

/** Ofsted’s judgements, and that there is none. */
export const OFFER_JUDGEMENTS = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement to be good',
  inadequate: 'Inadequate',
  none: 'Not inspected yet, or not inspected at all',
} as const;

/** Where it is, as the rules of placing out of the area have it (Care Planning Regulations 2010, regulation 11). */
export const AREAS = {
  inside: 'In our area',
  adjoining: 'Outside it, in an authority next to it',
  distance: 'Outside it, at a distance',
} as const;

/** On which terms an offer is priced. */
export const PRICE_BASES = {
  'in-house': 'The authority’s own',
  framework: 'Framework',
  spot: 'Spot',
} as const;

const FOSTERS = kindsThat(({ fosters }) => fosters === true);
const REGISTERED = kindsThat(({ registered }) => registered === true);

const more = (name: string, label: string, hint?: string): FormQuestion => ({
  kind: 'text',
  name,
  label,
  optional: true,
  ...(hint === undefined ? {} : { hint }),
});

/** What an offer says. What it leaves open is seen in the comparison as missing, and keeps nobody from writing it down. */
export const OFFER_QUESTIONS: readonly FormQuestion[] = [
  { kind: 'line', name: 'home', label: 'The name of the home or the carers' },
  { kind: 'one-of', name: 'home-kind', label: 'What kind of home is it?', options: KIND_OPTIONS },
  {
    kind: 'one-of',
    name: 'registered',
    label: 'Is it registered with Ofsted for this?',
    options: { yes: 'Yes', no: 'No' },
    when: { question: 'home-kind', is: REGISTERED },
  },
  {
    kind: 'written-as',
    as: 'ofsted-number',
    name: 'urn',
    label: 'The Ofsted number of the home or the agency',
    optional: true,
    when: { question: 'home-kind', is: REGISTERED },
  },
  {
    kind: 'one-of',
    name: 'judgement',
    label: 'How does Ofsted judge it?',
    options: OFFER_JUDGEMENTS,
  },
  { kind: 'day', name: 'inspected-on', label: 'When was it inspected?', optional: true, notAfterToday: true },
  {
    kind: 'one-of',
    name: 'children-there',
    label: 'How many foster children would live there, with this child?',
    options: {
      1: '1',
      2: '2',
      3: '3',
      'siblings-only': 'More than 3, all brothers and sisters',
      more: 'More than 3',
    },
    when: { question: 'home-kind', is: FOSTERS },
  },
  {
    kind: 'one-of',
    name: 'terms',
    label: 'Are the carers approved for this child?',
    options: {
      within: 'Yes',
      outside: 'Approved, and not for this child',
      none: 'Not approved as foster carers',
    },
    when: { question: 'home-kind', is: FOSTERS },
  },
  {
    kind: 'line',
    name: 'address',
    label: 'The address of the home',
    hint: 'Without the postcode, which is asked next. Of carers it may wait until the child is matched.',
    optional: true,
  },
  { kind: 'written-as', as: 'postcode', name: 'postcode', label: 'The postcode of the home', optional: true },
  { kind: 'one-of', name: 'area', label: 'Where is it?', options: AREAS },
  { kind: 'day', name: 'starts-on', label: 'From which day could the child live there?' },
  {
    kind: 'money',
    name: 'core-weekly',
    label: 'The core fee a week',
    hint: `Without anything that is added for a time or a purpose. ${FREE_IS_0}`,
  },
  {
    kind: 'list',
    name: 'additions',
    label: 'What is added to the core fee',
    entry: 'Addition',
    optional: true,
    of: ADDITION_QUESTIONS,
  },
  {
    kind: 'one-of',
    name: 'price-basis',
    label: 'On which terms is it priced?',
    options: PRICE_BASES,
  },
  more('conditions', 'Conditions of the provider'),
  more('vacancies', 'Vacancies, and who else lives there'),
  more('staff', 'Staff or carers', 'How many, with what training, and whether they stay.'),
  more('education', 'Education'),
  more('therapies', 'Therapies'),
  more('impact', 'How would it affect those who live there, and the child?', 'The home’s impact assessment.'),
  ...NEEDS.map(
    ({ id, title }): FormQuestion => ({
      kind: 'one-of',
      name: fitQuestion(id),
      label: `Fit: ${title}`,
      options: FITS,
      optional: true,
    }),
  ),
];

/** What a good offer says and may have been left open: each is named where it is missing. */
export const EXPECTED_OF_OFFER: Readonly<Record<string, string>> = {
  urn: 'Ofsted number',
  'inspected-on': 'day of the inspection',
  postcode: 'postcode',
  vacancies: 'vacancies',
  staff: 'staff',
  education: 'education',
  therapies: 'therapies',
  impact: 'impact assessment',
};
