import type { Day } from '../../calendar/day.ts';
import type { Place } from './text.ts';

/**
 * How much is in the way: `never` goes out whatever is said of it, `reason` goes out when somebody says why it tells nobody
 * apart, `look` only wants to be looked at, as ordinary words are names too.
 */
export type Weight = 'never' | 'reason' | 'look';

/** What may tell who a child is, and what could be written instead. */
export const FINDING_KINDS = {
  'full-name': { title: 'The child’s full name', instead: 'the child, they, she or he' },
  name: { title: 'The child’s name', instead: 'the child, they, she or he' },
  initials: { title: 'Initials', instead: 'the child, or who it is to them, such as “their mum”' },
  family: {
    title: 'A name from the family or of somebody close',
    instead: 'who they are to the child, such as “an older brother”',
  },
  staff: {
    title: 'The name of somebody who works with the child',
    instead: 'what they do, such as “the social worker”',
  },
  carer: { title: 'The name of carers or of a home', instead: '“their carers”, or the kind of home' },
  person: { title: 'Somebody’s name', instead: 'who they are to the child, such as “a teacher”' },
  'may-be-name': { title: 'It may be a name', instead: 'who or what it is, without its name' },
  school: {
    title: 'A school',
    instead: 'the kind of school and the year, such as “a mainstream primary school, year 5”',
  },
  address: { title: 'An address', instead: 'the area, such as “the north of the county”' },
  street: { title: 'A street or a building', instead: 'the area, or how far it is' },
  postcode: { title: 'A postcode', instead: 'the area, or how many miles from home' },
  'part-of-postcode': { title: 'Part of a postcode', instead: 'the area, or how many miles from home' },
  phone: { title: 'A telephone number', instead: 'nothing: providers speak to the placements team' },
  email: {
    title: 'An e-mail address or a name on the internet',
    instead: 'nothing: providers speak to the placements team',
  },
  link: { title: 'A link', instead: 'what is found there, in your words' },
  born: { title: 'The date of birth', instead: 'nothing: the age is given as a band' },
  'others-born': {
    title: 'The date of birth of somebody else',
    instead: 'how old they are, in years',
  },
  date: { title: 'An exact date', instead: 'how old they were or how long ago, such as “when they were 7”' },
  number: { title: 'A number that stands for somebody', instead: 'nothing: no home is found by it' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly instead: string }>>;

export type FindingKind = keyof typeof FINDING_KINDS;

/** How somebody’s name is called where it is known that they are a brother or sister. */
export const SIBLING_NAMED = 'The name of a brother or sister';

/** Something found in one text. */
export interface Found extends Place {
  readonly kind: FindingKind;
  readonly weight: Weight;
  /** Of a day: which of a year is not said, so that it may be one to come. */
  readonly withoutYear?: true;
  /** Of somebody’s name: whoever is so called is a brother or sister, as the record or the words themselves say. */
  readonly ofSibling?: true;
}

/** Everything about a child that is known and must not be told, from the record and from the request. */
export interface Identifying {
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly family: readonly string[];
  /** Of the family, the first names of brothers and sisters. */
  readonly siblings: readonly string[];
  readonly staff: readonly string[];
  readonly carers: readonly string[];
  /** Of the carers and homes, those with whom or in which the child lives now. */
  readonly homeNow: readonly string[];
  readonly schools: readonly string[];
  readonly addresses: readonly string[];
  readonly postcodes: readonly string[];
  /** The number in the record, the unique pupil number, references of other bodies. */
  readonly numbers: readonly string[];
  readonly born: Day | undefined;
  readonly alsoBorn: readonly Day[];
}

export const NOTHING_KNOWN: Identifying = {
  givenName: undefined,
  familyName: undefined,
  family: [],
  siblings: [],
  staff: [],
  carers: [],
  homeNow: [],
  schools: [],
  addresses: [],
  postcodes: [],
  numbers: [],
  born: undefined,
  alsoBorn: [],
};
