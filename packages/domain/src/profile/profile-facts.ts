import { ageOn } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { ETHNICITIES } from '../child/ethnicity.ts';
import type { ChildDetails } from '../child/record.ts';
import type { Answers, Entry } from '../form/form.ts';
import { SCHOOL_POSTCODE } from '../placement-request/evidence.ts';
import type { ProfileStage } from './stages.ts';

/** What a profile is made from: the answers of a request, and of the record what is needed of it. */
export interface ProfileSource {
  /** By which a provider speaks of it. It is of the request and not of the child. */
  readonly reference: string;
  readonly answers: Answers;
  readonly details: ChildDetails;
  /** Where home is, as an area in which many children live. */
  readonly area: string | undefined;
  readonly socialWorker: string | undefined;
  readonly today: Day;
  /** What was written for later stages, besides the request. */
  readonly added?: Answers;
  /** By what order or agreement the child is in care, in words. */
  readonly legalStatus?: string | undefined;
  /** When the child moves in and who goes with them, once that is confirmed. */
  readonly move?: string | undefined;
}

/** From the first age on; each band has the ages up to the next. Wide enough for many children, narrow enough to match on. */
const AGE_BANDS = [
  [0, 'Under 1'],
  [1, '1 to 2'],
  [3, '3 to 4'],
  [5, '5 to 7'],
  [8, '8 to 10'],
  [11, '11 to 13'],
  [14, '14 to 15'],
  [16, '16 to 17'],
  [18, '18 or over'],
] as const;

export const ageBand = (age: number): string => AGE_BANDS.findLast(([from]) => age >= from)?.[1] ?? 'Under 1';

const SEXES = { M: 'Boy', F: 'Girl', U: 'Not recorded' } as const;

const ageOf = ({ details: { dateOfBirth }, today }: ProfileSource): number | undefined =>
  dateOfBirth === undefined ? undefined : Math.max(0, ageOn(dateOfBirth, today));

export const entriesIn = (answers: Answers, question: string): readonly Entry[] => {
  const answer = answers[question];
  return Array.isArray(answer)
    ? answer.filter((one): one is Entry => typeof one === 'object' && !Array.isArray(one))
    : [];
};

export const wordIn = (answers: Answers | Entry, question: string): string => {
  const answer = answers[question];
  return typeof answer === 'string' ? answer.trim() : '';
};

const some = (text: string): string | undefined => (text === '' ? undefined : text);

const siblingsCounted = ({ answers }: ProfileSource): string | undefined => {
  const siblings = entriesIn(answers, 'siblings');
  if (siblings.length === 0) return undefined;
  const together = siblings.filter((one) => one['together'] === 'yes').length;
  const undecided = siblings.filter((one) => one['together'] === 'not-known').length;
  return [
    `${siblings.length} ${siblings.length === 1 ? 'brother or sister' : 'brothers and sisters'}`,
    ...(together === 0 ? [] : [`should live together with ${together} of them`]),
    ...(undecided === 0 ? [] : [`not decided yet of ${undecided}`]),
  ].join('; ');
};

const TOGETHER: Readonly<Record<string, string>> = {
  yes: 'should live together',
  no: 'should not live together',
  'not-known': 'not decided yet whether together',
};

/** A name ends where something else is added to it: a date of birth or an address is none. */
const nameOnly = (typed: string): string => /^[^\d,;:()]*/u.exec(typed)?.[0].trim() ?? '';

const agedIn = (typed: string): string => {
  const years = /^(\d{1,2})(?:\s*(?:years?(?:\sold)?|yrs?))?$/iu.exec(typed)?.[1];
  return years === undefined ? '' : `aged ${years}`;
};

/** Not where they live: that is others’ address, and goes out with what is written for the match, once it is said why. */
const siblingsNamed = ({ answers }: ProfileSource): string | undefined =>
  some(
    entriesIn(answers, 'siblings')
      .map((one) =>
        [nameOnly(wordIn(one, 'name')), agedIn(wordIn(one, 'age')), TOGETHER[wordIn(one, 'together')] ?? '']
          .filter((word) => word !== '')
          .join(', '),
      )
      .filter((told) => told !== '')
      .join('; '),
  );

/** PE21 of PE21 0ZZ: a few thousand homes. */
const outwardOf = (postcode: string | undefined): string | undefined => {
  const compact = (postcode ?? '').replaceAll(/\s+/g, '').toUpperCase();
  return compact.length < 5 ? undefined : compact.slice(0, -3);
};

const whole = (...parts: readonly (string | undefined)[]): string | undefined =>
  some(parts.filter((part) => part !== undefined && part !== '').join(', '));

export interface ProfileFact {
  readonly id: string;
  readonly title: string;
  /** How it is called at a stage at which more is told than the title says. */
  readonly titleAt?: Partial<Readonly<Record<ProfileStage, string>>>;
  /** What is told of it from a stage on. One that is at no stage stays here. */
  readonly at: Partial<Readonly<Record<ProfileStage, (source: ProfileSource) => string | undefined>>>;
  /** Why no more is told before. */
  readonly why: string;
}

/** The one table of what is told of the record, and when. What was written in the request is told from the first stage on. */
export const PROFILE_FACTS: readonly ProfileFact[] = [
  {
    id: 'name',
    title: 'Name',
    at: { match: ({ details }) => whole(details.givenName, details.familyName)?.replace(', ', ' ') },
    why: 'A name or initials tell who the child is. The reference stands for the request until there is a match.',
  },
  {
    id: 'age',
    title: 'Age',
    titleAt: { match: 'Date of birth' },
    at: {
      profile: (source) => {
        const age = ageOf(source);
        return age === undefined ? undefined : ageBand(age);
      },
      shortlist: (source) => ageOf(source)?.toString(),
      match: ({ details }) =>
        details.dateOfBirth === undefined ? undefined : dayInWords(details.dateOfBirth),
    },
    why: 'A date of birth tells one child from another. A band is enough to know whether there is a home.',
  },
  {
    id: 'sex',
    title: 'Boy or girl',
    at: { profile: ({ details: { sex } }) => (sex === undefined ? undefined : SEXES[sex]) },
    why: '',
  },
  {
    id: 'area',
    title: 'Home is in',
    titleAt: { match: 'Home' },
    at: {
      profile: ({ area }) => area,
      shortlist: ({ area, details }) => whole(area, outwardOf(details.homePostcode)),
      match: ({ area, details }) => whole(details.homeAddress, details.homePostcode) ?? area,
    },
    why: 'An address leads to the family. The area is enough to know how far it is.',
  },
  {
    id: 'siblings',
    title: 'Brothers and sisters',
    at: { profile: siblingsCounted, match: siblingsNamed },
    why: 'How many, and who should live together, is enough to match on. Names and ages are told with the match. Where they live is written for the match where a home has to know it.',
  },
  {
    id: 'ethnicity',
    title: 'Ethnicity',
    at: {
      shortlist: ({ details: { ethnicity } }) =>
        Object.entries<{ readonly title: string }>(ETHNICITIES.codes).find(
          ([code]) => code === ethnicity,
        )?.[1].title,
    },
    why: 'With the age and the area it can tell who the child is. What a home must know of culture and faith is in the profile.',
  },
  {
    id: 'needed-from',
    title: 'Needed from',
    at: {
      shortlist: ({ answers }) => {
        const on = wordIn(answers, 'needed-from');
        return on === '' ? undefined : dayInWords(on as Day);
      },
    },
    why: 'How soon is in the profile. The exact day can be recognised by those who know of a hearing or a move.',
  },
  {
    id: 'school-name',
    title: 'School',
    at: { match: ({ answers }) => some(wordIn(answers, 'school-name')) },
    why: 'A school leads to the child. The kind of school, and what must not be interrupted, is in the profile.',
  },
  {
    id: 'social-worker',
    title: 'Social worker',
    at: { match: ({ socialWorker }) => socialWorker },
    why: 'Providers speak to the placements team until there is a match.',
  },
  {
    id: 'move',
    title: 'The move',
    at: { match: ({ move }) => move },
    why: 'When and how the child moves is for whoever receives them, and for nobody else.',
  },
  {
    id: 'legal-status',
    title: 'Legal status',
    at: { match: ({ legalStatus }) => legalStatus },
    why: 'It says who decides for the child. A home needs it once the child lives there.',
  },
  {
    id: 'people',
    title: 'Parents, friends and others who are named',
    at: {},
    why: 'Who they are to the child is enough for a match. Names go with the placement plan, as far as they are needed.',
  },
  {
    id: 'numbers',
    title: 'NHS number, unique pupil number and the number in the record',
    at: {},
    why: 'No home is found by a number. They go with the health and education plans.',
  },
];

/** Questions that are told by the facts above, or not at all. */
export const NOT_TOLD_AS_WRITTEN: ReadonlySet<string> = new Set([
  'siblings',
  'needed-from',
  'school-name',
  SCHOOL_POSTCODE,
  'people',
]);
