import type { Day } from '../calendar/day.ts';
import { AVERAGE_RULE } from '../disclosure/averages.ts';
import { FEW } from '../disclosure/profile.ts';
import { formatWeekly, type PencePerWeek, pencePerWeek } from '../money/weekly.ts';

/**
 * Where authorities count differently and no rule decides. These are the numbers of the papers that ask for the measures;
 * an authority's own go into `MeasureContext.conventions`, and each figure that uses one says which was used.
 */
export interface Conventions {
  /** Working days in which a disruption meeting follows an unplanned ending. */
  readonly disruptionMeetingWorkingDays: number;
  /** Weeks after a consolidation meeting by which the placement is looked at again. */
  readonly consolidationFollowUpWeeks: number;
  /** Working days in care after which an unaccompanied child should have a triple care plan. */
  readonly triplePlanWorkingDays: number;
  /** Working days from the start of a placement in which its contract is signed. */
  readonly contractWorkingDays: number;
  /** Working days from the move date being confirmed in which payments are set up. */
  readonly paymentWorkingDays: number;
  /** Above this, and not at it, a placement is high cost. */
  readonly highCostAbove: PencePerWeek;
  /** Weekly hours of education below which a pupil has no full-time offer. */
  readonly fullTimeHours: number;
  /** Weeks within which a worker should have had supervision. */
  readonly supervisionWeeks: number;
  /** Weeks within which a foster carer should have had a supervising visit. */
  readonly fosterVisitWeeks: number;
  /** Days after a protection plan's end in which coming into care is its outcome. */
  readonly protectionToCareDays: number;
  /** Counts from 1 to this are hidden in what is published; never fewer than the published statistics hide. */
  readonly hiddenUpTo: number;
  /** Fewer children than this have no average that is published or shown to members. */
  readonly fewestBehindAverage: number;
}

export type ConventionName = keyof Conventions;

/** What a convention is a number of. Money is in whole pence. */
export type ConventionUnit = 'count' | 'working-days' | 'days' | 'weeks' | 'hours-a-week' | 'pence-a-week';

/** What a convention says of itself, for the page that sets it. */
export interface ConventionText {
  /** What it is called in addresses and where it is kept. */
  readonly id: string;
  readonly title: string;
  readonly unit: ConventionUnit;
  readonly least: number;
  readonly most: number;
  /** The measures whose figures it alters. */
  readonly measures: readonly string[];
  /** What it alters besides. */
  readonly alters?: string;
}

export const CONVENTIONS: Readonly<Record<ConventionName, ConventionText>> = {
  disruptionMeetingWorkingDays: {
    id: 'disruption-meeting-working-days',
    title: 'In how many working days a disruption meeting follows an unplanned ending',
    unit: 'working-days',
    least: 1,
    most: 100,
    measures: ['disruption-meetings-in-time'],
  },
  consolidationFollowUpWeeks: {
    id: 'consolidation-follow-up-weeks',
    title: 'How many weeks after a consolidation meeting the placement is looked at again',
    unit: 'weeks',
    least: 1,
    most: 104,
    measures: ['consolidation-maintained'],
  },
  triplePlanWorkingDays: {
    id: 'triple-plan-working-days',
    title: 'After how many working days in care an unaccompanied child should have a triple care plan',
    unit: 'working-days',
    least: 1,
    most: 100,
    measures: ['uasc-triple-plan'],
  },
  contractWorkingDays: {
    id: 'contract-working-days',
    title: 'In how many working days of its start a placement’s contract is signed',
    unit: 'working-days',
    least: 0,
    most: 100,
    measures: ['contract-signed'],
  },
  paymentWorkingDays: {
    id: 'payment-working-days',
    title: 'In how many working days of the move date being confirmed payments are set up',
    unit: 'working-days',
    least: 0,
    most: 100,
    measures: ['payment-setup'],
  },
  highCostAbove: {
    id: 'high-cost-above',
    title: 'Above what weekly price a placement is high cost',
    unit: 'pence-a-week',
    least: 1,
    most: 10_000_000,
    measures: ['high-cost'],
  },
  fullTimeHours: {
    id: 'full-time-hours',
    title: 'How many hours of education a week are full-time',
    unit: 'hours-a-week',
    least: 1,
    most: 60,
    measures: ['full-time-offer'],
  },
  supervisionWeeks: {
    id: 'supervision-weeks',
    title: 'Within how many weeks a social worker should have had supervision',
    unit: 'weeks',
    least: 1,
    most: 52,
    measures: ['supervision-ontime'],
  },
  fosterVisitWeeks: {
    id: 'foster-visit-weeks',
    title: 'Within how many weeks a foster carer should have had a supervising visit',
    unit: 'weeks',
    least: 1,
    most: 52,
    measures: ['foster-visits-ontime'],
  },
  protectionToCareDays: {
    id: 'protection-to-care-days',
    title: 'How many days after the end of a protection plan coming into care is its outcome',
    unit: 'days',
    least: 0,
    most: 730,
    measures: ['cp-outcome-care'],
  },
  hiddenUpTo: {
    id: 'hidden-up-to',
    title: 'Up to how many children are hidden in what is published',
    unit: 'count',
    least: FEW,
    most: 9,
    measures: [],
    alters: 'what is prepared for publication from that day on. What was published stays as it is',
  },
  fewestBehindAverage: {
    id: 'fewest-behind-average',
    title: 'How many children stand behind an average at least, for it to be told',
    unit: 'count',
    least: AVERAGE_RULE.fewest,
    most: 50,
    measures: [],
    alters: 'averages that members read, of reporting years that end on that day or later',
  },
};

export const CONVENTION_NAMES = Object.keys(CONVENTIONS) as readonly ConventionName[];

export const findConvention = (id: string): ConventionName | undefined =>
  CONVENTION_NAMES.find((name) => CONVENTIONS[name].id === id);

/** Those that a measure's figures depend on. */
export const conventionsUsedBy = (measureId: string): readonly ConventionName[] =>
  CONVENTION_NAMES.filter((name) => CONVENTIONS[name].measures.includes(measureId));

export const DEFAULT_CONVENTIONS: Conventions = {
  disruptionMeetingWorkingDays: 20,
  consolidationFollowUpWeeks: 12,
  triplePlanWorkingDays: 20,
  contractWorkingDays: 10,
  paymentWorkingDays: 5,
  highCostAbove: 900_000 as PencePerWeek,
  fullTimeHours: 25,
  supervisionWeeks: 4,
  fosterVisitWeeks: 6,
  protectionToCareDays: 28,
  hiddenUpTo: FEW,
  fewestBehindAverage: AVERAGE_RULE.fewest,
};

/** An authority's own conventions on a day: a figure is counted by those of its own day, whenever it is asked for. */
export type ConventionsOn = (asOf: Day) => Partial<Conventions>;

export const conventionsOf = (
  { conventions }: { readonly conventions?: ConventionsOn },
  { asOf }: { readonly asOf: Day },
): Conventions => ({ ...DEFAULT_CONVENTIONS, ...conventions?.(asOf) });

/** "20 working days", "£9,000 a week", "a count of 4". */
export const conventionInWords = (name: ConventionName, value: number): string => {
  const { unit } = CONVENTIONS[name];
  if (unit === 'pence-a-week') return formatWeekly(pencePerWeek(value));
  if (unit === 'count') return `a count of ${value}`;
  const [one, many] = UNIT_WORDS[unit];
  return `${value} ${value === 1 ? one : many}`;
};

const UNIT_WORDS: Readonly<
  Record<Exclude<ConventionUnit, 'pence-a-week' | 'count'>, readonly [string, string]>
> = {
  'working-days': ['working day', 'working days'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  'hours-a-week': ['hour a week', 'hours a week'],
};
