import { CATEGORIES_OF_NEED } from '../child/need.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';
import { LEGAL_BASES } from './evidence.ts';

/**
 * Types of home in which care may begin: none of the old codes, and no time away from a home. Of the four kinds of other
 * placement (Z11 to Z14) nothing that is published with the codes says which is which, so none of them is offered.
 */
const TYPES = [
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
] as const;
export const BY_PARENTS = 'P1';
/** Says that the home is none of these: its first episode is entered by whoever knows its code. */
export const ANOTHER_KIND = 'another-kind';

const HOMES: Options = {
  ...Object.fromEntries(TYPES.map((code) => [code, PLACEMENT_TYPES.codes[code].title])),
  [ANOTHER_KIND]: 'None of these',
};

/** Those of which the return takes no Ofsted number, as nobody registers them. */
const NOT_REGISTERED: readonly string[] = [BY_PARENTS, 'R1', 'R2', 'R5'];

/** Who may provide which homes, as the return's rules 527 to 529 have it. A name of its own for each, as each has its options. */
const PROVIDERS_OF: readonly {
  readonly name: string;
  readonly is: readonly string[];
  readonly by: readonly Provider[];
}[] = [
  {
    name: 'home-provider',
    is: TYPES.filter((type) => /^U|^K[12]$/u.test(type)),
    by: ['PR1', 'PR4', 'PR5', 'PR2'],
  },
  { name: 'home-provider-any', is: ['K3', 'S1', 'R1', 'R3'], by: ['PR1', 'PR4', 'PR5', 'PR2', 'PR3'] },
  { name: 'home-provider-public', is: ['R2', 'R5'], by: ['PR3', 'PR4', 'PR5'] },
];
type Provider = 'PR1' | 'PR2' | 'PR3' | 'PR4' | 'PR5';

/** Who provides the home that was said; parents are nobody's provision. */
export const providerSaid = (said: Answers, type: string): string | null => {
  if (type === BY_PARENTS) return 'PR0';
  const answer = said[PROVIDERS_OF.find(({ is }) => is.includes(type))?.name ?? ''];
  return typeof answer === 'string' ? answer : null;
};

/** What sort of home it is, as the return has it (PLACE). */
export const HOME_TYPE = 'home-type';
export const HOME_POSTCODE = 'home-postcode';
export const HOME_URN = 'home-urn';

/** What the return asks of the first home, so that nobody types it a second time. */
export const FIRST_HOME: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: 'home-type',
    label: 'What kind of home is it?',
    options: HOMES,
  },
  ...PROVIDERS_OF.map(
    ({ name, is, by }): FormQuestion => ({
      kind: 'one-of',
      name,
      label: 'Who provides it?',
      options: Object.fromEntries(by.map((code) => [code, PROVIDER_TYPES.codes[code].title])),
      when: { question: 'home-type', is },
    }),
  ),
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
      is: TYPES.filter((type) => !NOT_REGISTERED.includes(type)),
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
