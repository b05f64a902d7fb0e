import { type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { codeTitle } from '../child/code-list.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { CATEGORIES_OF_NEED } from '../child/need.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { ChildRecord } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import type { Answer, FormQuestion, Options } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { isTemporary, PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';
import type { RecordWriter } from '../workflow/record-writer.ts';
import { LEGAL_BASES } from './evidence.ts';

export const PLACED_ON = 'placed-on';

/** What the return has of other placements since April 2025, when P2 and Z1 went. None of them has a provider. */
const OTHER = ['Z11', 'Z12', 'Z13', 'Z14'] as const;
/** Types of home in which care may begin: none of the old codes, and no time away from a home. */
const HOMES: Options = Object.fromEntries(
  (
    [
      'U6',
      'U3',
      'U4',
      'U1',
      'U5',
      'U2',
      'K2',
      'K3',
      'K1',
      'S1',
      'R1',
      'R2',
      'R3',
      'R5',
      'P1',
      ...OTHER,
    ] as const
  ).map((code) => [code, PLACEMENT_TYPES.codes[code].title]),
);
const BY_PARENTS = 'P1';
const isOther = (type: string): boolean => OTHER.some((other) => other === type);
/** Those of which the return takes no Ofsted number, as nobody registers them. */
const NOT_REGISTERED: readonly string[] = [BY_PARENTS, 'R1', 'R2', 'R5', ...OTHER];
const PROVIDERS: Options = Object.fromEntries(
  (['PR1', 'PR4', 'PR5', 'PR2', 'PR3'] as const).map((code) => [code, PROVIDER_TYPES.codes[code].title]),
);

/** What the return asks of the first home, so that nobody types it a second time. */
export const FIRST_HOME: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: 'home-type',
    label: 'What kind of home is it?',
    hint: 'Of the four kinds of other placement, the guidance to the return says which is which.',
    options: HOMES,
  },
  {
    kind: 'one-of',
    name: 'home-provider',
    label: 'Who provides it?',
    options: PROVIDERS,
    when: {
      question: 'home-type',
      is: Object.keys(HOMES).filter((type) => type !== BY_PARENTS && !isOther(type)),
    },
  },
  {
    kind: 'written-as',
    as: 'postcode',
    name: 'home-postcode',
    label: 'The postcode of this home',
    optional: true,
  },
  {
    kind: 'written-as',
    as: 'ofsted-number',
    name: 'home-urn',
    label: 'The Ofsted number of the home or the agency',
    optional: true,
    when: {
      question: 'home-type',
      is: Object.keys(HOMES).filter((type) => !NOT_REGISTERED.includes(type)),
    },
  },
  {
    kind: 'written-as',
    as: 'postcode',
    name: 'from-postcode',
    label: 'The postcode from which the child came',
    optional: true,
  },
  {
    kind: 'one-of',
    name: 'need',
    label: 'The main reason why the child needs care',
    hint: 'The category of need, as the return asks it of the first day.',
    options: Object.fromEntries(
      Object.entries(CATEGORIES_OF_NEED.codes).map(([code, { title }]) => [code, title]),
    ),
  },
  {
    kind: 'one-of',
    name: 'began-under',
    label: 'The legal basis on which care began, where it was another than the request says',
    options: LEGAL_BASES,
    optional: true,
  },
];

/** Of a child who comes into care after a decision. */
export const CARE_BEGINS: readonly FormQuestion[] = [
  { kind: 'day', name: PLACED_ON, label: 'On which day did the child come into care?', notAfterToday: true },
  { kind: 'line', name: 'home', label: 'With whom, or in which home?' },
  ...FIRST_HOME,
];

const wordOf = (answer: Answer | undefined): string | null => (typeof answer === 'string' ? answer : null);

/** They died, or were found to be 18 or over. */
const NOT_AGAIN: readonly string[] = ['E2', 'E15'];

/** Why care cannot have begun that day by what the record says; undefined when it can. */
const findFault = ({ periodsOfCare, details: { dateOfBirth } }: ChildRecord, on: Day): string | undefined => {
  if (dateOfBirth !== undefined && on < dateOfBirth)
    return `Enter ${dayInWords(dateOfBirth)} or a day after it: the child was born then`;
  const last = periodsOfCare.at(-1);
  if (last === undefined) return undefined;
  if (last.ends === null)
    return `The record has this child in care since ${dayInWords(last.starts)}. Enter that day, or have the record put right first`;
  if (on < last.ends)
    return `The record has this child in care until ${dayInWords(last.ends)}. Enter a day after it`;
  return last.endReason !== null && NOT_AGAIN.includes(last.endReason)
    ? `By the record care ended on ${dayInWords(last.ends)}: ${codeTitle(REASONS_CEASED, last.endReason)}. Check whom this is about, or have the record put right first`
    : undefined;
};

const provider = (type: string, said: string | null): string | null => {
  if (type === BY_PARENTS) return 'PR0';
  return isTemporary(type) || isOther(type) ? null : said;
};

const cannotBe = (question: string, sentence: string) =>
  ({ kind: 'cannot-be', faults: [{ question, sentence }] as const satisfies readonly Fault[] }) as const;

/**
 * The record of a child who came into care on a day: a period of care, the home, the legal status and the need, as the return has
 * them (RNE S). Where the record has care beginning that very day already, from a return loaded meanwhile, it stays as it is.
 */
export const writeStartOfCare: RecordWriter = ({ child, said, evidence }) => {
  const on = parseDay(wordOf(said[PLACED_ON]) ?? '');
  const place = wordOf(said['home-type']);
  const ls = wordOf(said['began-under']) ?? wordOf(evidence['legal-basis']);
  if (on === undefined) return cannotBe(PLACED_ON, 'Enter the day on which the child came into care');
  if (child.periodsOfCare.some(({ starts, ends }) => starts === on && ends === null))
    return { kind: 'written', child };
  const fault = findFault(child, on);
  if (fault !== undefined) return cannotBe(PLACED_ON, fault);
  if (place === null) return cannotBe('home-type', 'Choose what kind of home it is');
  if (ls === null)
    return cannotBe('began-under', 'Choose the legal basis on which care began: the request does not say it');
  const first = {
    decom: on,
    rne: 'S',
    ls,
    cin: wordOf(said.need),
    place,
    provider: provider(place, wordOf(said['home-provider'])),
    dec: null,
    rec: null,
    reasonPlaceChange: null,
    homePostcode: wordOf(said['from-postcode']),
    postcode: wordOf(said['home-postcode']),
    urn: wordOf(said['home-urn']),
  };
  const timelines = timelinesFromEpisodes([...episodesFromTimelines(child), first]);
  return { kind: 'written', child: { ...child, ...timelines } };
};
