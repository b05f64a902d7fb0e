import type { Odds } from '../random/draw.ts';

/**
 * How much comes to the front door and what becomes of it, of the size that England's statistics of children in need have and
 * in the proportions of the Worcestershire paper of 2023. Rounded, and not fitted to a published table.
 */

/** Of every child of the area, referrals a year; how they grow from one year to the next. */
export const REFERRALS_PER_CHILD = 0.05;
export const GROWTH_A_YEAR = 1.04;

/** January to December: fewer while schools are closed. */
export const SEASON = [1, 0.98, 1.1, 0.93, 1.06, 1.1, 1.08, 0.8, 1, 1.08, 1.08, 0.79] as const;

/** For each referral so many contacts that lead to none. */
export const CONTACTS_WITHOUT_REFERRAL = 1;

export const SHARE_NO_FURTHER_ACTION = 0.07;
/** Of those taken further: who is the subject of an enquiry, then of a conference, then of a plan. */
export const SHARE_ENQUIRY = 0.35;
export const SHARE_CONFERENCE = 0.32;
export const SHARE_PLAN = 0.86;
/** Of plans that end with the child at home, those followed by another within two years. */
export const SHARE_PLAN_AGAIN = 0.13;
/** Of referrals, those of a child who was known before. */
export const SHARE_KNOWN_BEFORE = 0.22;

/** Plans before the first that is told of here, in this authority or another. */
export const EARLIER_PLANS: Odds<number> = [
  [0, 84],
  [1, 12],
  [2, 3],
  [3, 1],
];

export const CATEGORIES: Odds<string> = [
  ['NEG', 50],
  ['EMO', 35],
  ['PHY', 8],
  ['SAB', 4],
  ['MUL', 3],
];

export const NEEDS: Odds<string> = [
  ['N1', 57],
  ['N2', 10],
  ['N3', 3],
  ['N4', 9],
  ['N5', 14],
  ['N6', 3],
  ['N8', 4],
];

/** Codes of the census. Schools tell little in August. */
export const SOURCES: Odds<string> = [
  ['6', 29],
  ['2A', 20],
  ['1A', 9],
  ['5B', 8],
  ['3A', 4],
  ['3B', 4],
  ['3E', 4],
  ['3F', 4],
  ['5A', 4],
  ['7', 4],
  ['8', 4],
  ['9', 3],
  ['4', 2],
  ['1C', 1],
];
export const SCHOOL = '2A';

export const OUTCOMES_WITHOUT_REFERRAL: Odds<string> = [
  ['No further action', 45],
  ['Information and advice', 30],
  ['Early help', 25],
];

/** In an authority's own words; the second weight is that of the last year, and years between lie between. */
export const CONTACT_FACTORS: readonly (readonly [factor: string, first: number, last: number])[] = [
  ['Parents struggling with parenting', 29, 31],
  ['Mental health', 21, 24],
  ['Domestic abuse', 20, 19],
  ['Autism, or an assessment awaited', 6, 13],
  ['Drugs or alcohol', 12, 11],
  ['Neglect', 10, 10],
  ['School attendance', 7, 9],
  ['Housing', 7, 7],
  ['Exploitation', 5, 5],
];

/** Codes of the census: emotional abuse rises from sixth to fourth, and the child’s mental health is third. */
export const ASSESSMENT_FACTORS: readonly (readonly [factor: string, first: number, last: number])[] = [
  ['3B', 30, 30],
  ['4B', 27, 27],
  ['4A', 18.5, 20],
  ['16A', 15, 15],
  ['3A', 13.5, 13.5],
  ['17A', 12, 16.8],
  ['1B', 10.5, 10.5],
  ['2B', 10, 10],
  ['18C', 8, 8],
  ['5A', 7, 7],
  ['14A', 7, 7],
  ['6A', 6, 6],
  ['20', 6, 6],
  ['15A', 5, 5],
  ['10A', 4, 4],
  ['24A', 3, 3],
  ['11A', 3, 3],
  ['19C', 3, 3],
];

/** How a child comes into care: after a plan, an enquiry, some time in need, or from one day to the next. */
export const BEFORE_CARE: Odds<'plan' | 'enquiry' | 'need' | 'at-once'> = [
  ['plan', 42],
  ['enquiry', 32],
  ['need', 20],
  ['at-once', 6],
];
