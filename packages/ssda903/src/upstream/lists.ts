import type { UpstreamKind } from './upstream-fact.ts';

/** A list of Annex A as its published template heads its columns, as far as it is read. */
export interface ListRead {
  readonly name: string;
  readonly kind: UpstreamKind;
  /** The column that no other list has and this one cannot do without: the day. */
  readonly starts: string;
  readonly ends?: string;
  /** A column that tells apart two rows of one child and day. */
  readonly key?: string;
  /** Columns kept beside the days, by the name they are kept under: of a day, or a text. */
  readonly days?: Readonly<Record<string, string>>;
  readonly texts?: Readonly<Record<string, string>>;
  /** The same of columns that are not of the published list, and read where an authority adds them. */
  readonly added?: Readonly<Record<string, string>>;
}

export const CHILD_COLUMN = 'Child Unique ID';
export const BIRTH_COLUMN = 'Date of Birth';
export const SEX_COLUMNS = ['Gender', 'Sex'] as const;
export const ETHNICITY_COLUMN = 'Ethnicity';
/** Not of the published list: authorities that add it to list 4 have the factors that the census asks for. */
export const FACTORS_COLUMN = 'Factors Identified at the End of Assessment';

/** The lists that measures are worked out from. */
export const LISTS: readonly ListRead[] = [
  {
    name: 'List 1: Contacts',
    kind: 'contact',
    starts: 'Date of Contact',
    key: 'Contact Source',
    added: { outcome: 'Contact Outcome', factors: 'Contact Factors' },
  },
  {
    name: 'List 3: Referrals',
    kind: 'referral',
    starts: 'Date of referral',
    key: 'Referral Source',
    texts: { noFurtherAction: 'Referral NFA?' },
  },
  {
    name: 'List 4: Assessments',
    kind: 'assessment',
    starts: 'Continuous Assessment Start Date',
    ends: 'Continuous Assessment Date of Authorisation',
  },
  {
    name: 'List 5: Section 47 enquiries and initial conferences',
    kind: 'section-47',
    starts: 'Strategy discussion initiating Section 47 Enquiry Start Date',
    days: { conferenceOn: 'Date of Initial Child Protection Conference' },
  },
  {
    name: 'List 6: Children in need',
    kind: 'in-need',
    starts: 'CIN Start Date',
    ends: 'CIN Closure Date',
    texts: { need: 'Primary Need Code' },
  },
  {
    name: 'List 7: Child protection',
    kind: 'protection-plan',
    starts: 'Child Protection Plan Start Date',
    ends: 'Child Protection Plan End Date',
    texts: {
      category: 'Initial Category of Abuse',
      previousPlans: 'Number of Previous Child Protection Plans',
    },
  },
  {
    name: 'Edge of care (a list of this product’s own)',
    kind: 'edge-of-care',
    starts: 'Edge of Care Closure Date',
    texts: { outcome: 'Edge of Care Outcome' },
  },
];

/** Lists of Annex A that are told from the others and not read, by a column that only each has. */
export const LISTS_NOT_READ: readonly { readonly name: string; readonly column: string }[] = [
  { name: 'List 2: Early help assessments', column: 'Assessment completion date' },
  { name: 'List 8: Children in care', column: 'Date Started to be Looked After' },
  { name: 'List 9: Care leavers', column: 'Eligibility Category' },
  { name: 'List 10: Adoption', column: 'Date the Child Entered Care' },
  { name: 'List 11: Adopters', column: 'Individual adopter identifier' },
];

/** The headings that tell a list and what it holds. */
export const headingsOf = ({
  kind,
  starts,
  ends,
  key,
  days = {},
  texts = {},
}: ListRead): readonly string[] => [
  CHILD_COLUMN,
  BIRTH_COLUMN,
  ...SEX_COLUMNS,
  ETHNICITY_COLUMN,
  starts,
  ...(ends === undefined ? [] : [ends]),
  ...(key === undefined ? [] : [key]),
  ...Object.values(days),
  ...Object.values(texts),
  ...(kind === 'assessment' ? [FACTORS_COLUMN] : []),
];

/** Headings are compared by their letters and digits: case, spacing and marks differ from system to system. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '');
