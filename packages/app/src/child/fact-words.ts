import {
  type ChildFact,
  dayInWords,
  type FactKind,
  findFactPeriod,
  findFactYear,
  readReturnDay,
} from '@rightplace/domain';
import { meaningOfCode } from '@rightplace/ssda903';
import type { Staff } from './scope.ts';

/** One thing a return says, in words: "Health assessment", "Had the annual health assessment". */
export interface FactItem {
  readonly label: string;
  readonly value: string;
}

/** One fact: a review, a year's health, an adoption decision. */
export interface FactInWords {
  /** As the record tells it from the child's others of its kind. */
  readonly key: string;
  /** "3 March 2026", "Year to 31 March 2026"; undefined where the fact has no day of its own. */
  readonly when: string | undefined;
  readonly items: readonly FactItem[];
}

export interface FactSection {
  readonly kind: FactKind;
  readonly title: string;
  /** Newest first. */
  readonly facts: readonly FactInWords[];
}

const TITLES: Readonly<Record<FactKind, string>> = {
  'social-worker': 'Social workers',
  review: 'Reviews',
  missing: 'Missing or away without leave',
  'deprivation-of-liberty': 'Deprivation of liberty orders',
  oc2: 'Health and wellbeing, by year',
  'placed-for-adoption': 'Decisions to place for adoption',
  ad1: 'Adoption',
  'previous-permanence': 'Permanence before this time in care',
  oc3: 'After care, by year',
  uasc: 'Unaccompanied asylum-seeking child',
};

const LABELS: Readonly<Record<string, string>> = {
  REVIEW: 'Review',
  REVIEW_CODE: 'The child’s part in it',
  MISSING: 'Kind',
  MIS_START: 'From',
  MIS_END: 'Until',
  DOLO_START: 'From',
  DOLO_END: 'Until',
  DATE_PLACED: 'Decided',
  DATE_PLACED_CEASED: 'No longer the plan',
  REASON_PLACED_CEASED: 'Why not',
  SW_DECOM: 'From',
  SW_DEC: 'Until',
  SW_ID: 'Social worker',
  SW_REASON: 'Why there was a change',
  DUC: 'Status ended',
  SDQ_SCORE: 'Strengths and difficulties score',
  SDQ_REASON: 'Why there is no score',
  CONVICTED: 'Convictions',
  HEALTH_CHECK: 'Health checks',
  IMMUNISATIONS: 'Immunisations',
  TEETH_CHECK: 'Dentist',
  HEALTH_ASSESSMENT: 'Health assessment',
  SUBSTANCE_MISUSE: 'Substance misuse',
  INTERVENTION_RECEIVED: 'Help received',
  INTERVENTION_OFFERED: 'Help offered',
  IN_TOUCH: 'In touch',
  ACTIV: 'Education, work or training',
  ACCOM: 'Where they live',
  DATE_INT: 'Adoption decided to be best',
  DATE_MATCH: 'Matched with adopters',
  FOSTER_CARE: 'Adopted by their foster carer',
  NB_ADOPTR: 'How many adopters',
  SEX_ADOPTR: 'Adopters',
  LS_ADOPTR: 'Adopters’ legal status',
  PREV_PERM: 'Before',
  LA_PERM: 'Authority that arranged it',
  DATE_PERM: 'When',
};

/** The database keeps a fact's columns in no order of ours. */
const ORDER = Object.keys(LABELS);

/** Already shown with the child's identity, or said by the fact's own heading. */
const LEFT_OUT: ReadonlySet<string> = new Set(['CHILD', 'DOB', 'SEX']);

/** A kind that has its date as a heading does not say it again. */
const DATED_BY: Readonly<Partial<Record<FactKind, string>>> = {
  review: 'REVIEW',
  missing: 'MIS_START',
  'social-worker': 'SW_DECOM',
  'deprivation-of-liberty': 'DOLO_START',
  'placed-for-adoption': 'DATE_PLACED',
};

const meaning = (column: string, cell: string): string | undefined => {
  try {
    return meaningOfCode(column, cell);
  } catch (error) {
    // Not a column of codes: a score, a day, a number. Its text says what it says.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

const valueOf = (column: string, cell: string, staff: Staff): string => {
  if (column === 'SW_ID') {
    const name = staff.byNumber.get(cell.toUpperCase())?.name;
    return name === undefined ? cell : `${name} (${cell})`;
  }
  const on = readReturnDay(cell);
  if (on !== undefined) return dayInWords(on);
  return meaning(column, cell) ?? cell;
};

const whenOf = (fact: ChildFact): string | undefined => {
  const year = findFactYear(fact);
  if (year !== undefined) return `Year to 31 March ${year}`;
  const period = findFactPeriod(fact);
  return period === undefined ? undefined : dayInWords(period.starts);
};

const inWords = (fact: ChildFact, staff: Staff): FactInWords => ({
  key: fact.key,
  when: whenOf(fact),
  items: Object.entries(fact.fields)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .filter(([column]) => !LEFT_OUT.has(column) && column !== DATED_BY[fact.kind])
    .map(([column, cell]) => ({ label: LABELS[column] ?? column, value: valueOf(column, cell, staff) })),
});

const sortKey = (fact: ChildFact): string => findFactPeriod(fact)?.starts ?? fact.key;

/** Everything the returns say of a child besides where they lived and under what order, by kind. */
export const factsInWords = (facts: readonly ChildFact[], staff: Staff): readonly FactSection[] =>
  (Object.keys(TITLES) as readonly FactKind[]).flatMap((kind) => {
    const own = facts.filter((fact) => fact.kind === kind).sort((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1));
    return own.length === 0
      ? []
      : [{ kind, title: TITLES[kind], facts: own.map((fact) => inWords(fact, staff)) }];
  });
