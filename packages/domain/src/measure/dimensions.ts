import { AGE_BANDS, ageBandOf } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { wholeMonthsBetween } from '../calendar/months.ts';
import { type ChildOnDay, legalStatusSince } from '../child/care-history.ts';
import { type CodeList, codeTitle, findCodeGroup } from '../child/code-list.ts';
import { ETHNICITIES } from '../child/ethnicity.ts';
import { LEGAL_STATUSES } from '../child/legal-status.ts';
import { CATEGORIES_OF_NEED } from '../child/need.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';
import { OF_PLACEMENT_CHANGES, PLACEMENT_DIMENSIONS } from './dimensions-of-placements.ts';
import { OF_RECORDS, RECORD_DIMENSIONS } from './dimensions-of-records.ts';
import { OF_YEARLY_ROWS, YEARLY_DIMENSIONS } from './dimensions-of-returns.ts';
import type { MeasureContext } from './measure.ts';

/**
 * A way to cut a figure: each child has one key, and none is left out. Of something that happened, the child is as they
 * were that day; of an ending, in the episode that ended.
 */
export interface Dimension {
  readonly title: string;
  readonly keyOf: (child: ChildOnDay, context: MeasureContext) => string;
  readonly titleOf: (key: string) => string;
  /** Keys in the order people expect; any others follow in order of their text. */
  readonly order: readonly string[];
}

export const UNKNOWN = 'unknown';
export const NO_PROVIDER = 'none';

const byCode = (title: string, list: CodeList, keyOf: Dimension['keyOf'], blank = UNKNOWN): Dimension => ({
  title,
  keyOf,
  titleOf: (key) => (key === blank ? 'Not recorded' : codeTitle(list, key)),
  order: Object.keys(list.codes),
});

const byGroup = (title: string, list: CodeList, codeOf: (child: ChildOnDay) => string): Dimension => ({
  title,
  keyOf: (child) => findCodeGroup(list, codeOf(child)) ?? UNKNOWN,
  titleOf: (key) => list.groups[key] ?? 'Not recorded',
  order: Object.keys(list.groups),
});

const SEXES: Readonly<Record<string, string>> = { F: 'Girls', M: 'Boys', U: 'Sex not known' };

export const ageBandKey = (age: number | undefined): string =>
  age === undefined ? UNKNOWN : (ageBandOf(age) ?? UNKNOWN);

const AGE_TITLES: Readonly<Record<string, string>> = {
  '0': 'Under 1',
  '1-4': '1 to 4',
  '5-9': '5 to 9',
  '10-15': '10 to 15',
  '16+': '16 and over',
};

const ethnicityOf = ({ history }: ChildOnDay): string => history.ethnicity ?? UNKNOWN;
const legalStatusOf = ({ episode }: ChildOnDay): string => episode.ls;
const placementTypeOf = ({ usual }: ChildOnDay): string => usual.place;
const providerOf = ({ usual }: ChildOnDay): string => usual.provider ?? NO_PROVIDER;

/** The code of the children in need census for no disability. */
const NO_DISABILITY = 'NONE';
const DISABILITY_TITLES: Readonly<Record<string, string>> = { disabled: 'Disabled', none: 'Not disabled' };

const TIMES_IN_CARE = [
  { key: 'under-6-months', title: 'Under 6 months', under: 6 },
  { key: '6-12-months', title: '6 months to a year', under: 12 },
  { key: '1-2-years', title: '1 to 2 years', under: 24 },
  { key: '2-5-years', title: '2 to 5 years', under: 60 },
  { key: '5-years', title: '5 years or more', under: Number.POSITIVE_INFINITY },
] as const;

const timeInCare = (since: Day, on: Day): string => {
  const months = wholeMonthsBetween(since, on);
  return TIMES_IN_CARE.find(({ under }) => months < under)?.key ?? UNKNOWN;
};

/** Months under section 20, as the monthly tracking of voluntary care counts them. */
const TIMES_ACCOMMODATED = [
  { key: '<3', title: 'Under 3 months', under: 3 },
  { key: '3-6', title: '3 to 6 months', under: 6 },
  { key: '6-12', title: '6 months to a year', under: 12 },
  { key: '12+', title: 'A year or more', under: Number.POSITIVE_INFINITY },
] as const;

const timeAccommodated = (child: ChildOnDay): string => {
  if (child.episode.ls !== 'V2') return UNKNOWN;
  const months = wholeMonthsBetween(legalStatusSince(child), child.on);
  return TIMES_ACCOMMODATED.find(({ under }) => months < under)?.key ?? UNKNOWN;
};

/** Placement and provider are those of the usual placement: a child on a temporary one is counted where they live. */
export const DIMENSIONS = {
  age: {
    title: 'Age',
    keyOf: ({ age }) => ageBandKey(age),
    titleOf: (key) => AGE_TITLES[key] ?? 'Age not known',
    order: AGE_BANDS,
  },
  sex: {
    title: 'Sex',
    keyOf: ({ history }) => history.sex ?? UNKNOWN,
    titleOf: (key) => SEXES[key] ?? 'Not recorded',
    order: Object.keys(SEXES),
  },
  ethnicity: byCode('Ethnicity', ETHNICITIES, ethnicityOf),
  'ethnicity-group': byGroup('Ethnic group', ETHNICITIES, ethnicityOf),
  'legal-status': byCode('Legal status', LEGAL_STATUSES, legalStatusOf),
  'legal-status-group': byGroup('Legal status, grouped', LEGAL_STATUSES, legalStatusOf),
  need: byCode('Category of need', CATEGORIES_OF_NEED, ({ need }) => need ?? UNKNOWN),
  'placement-type': byCode('Placement', PLACEMENT_TYPES, placementTypeOf),
  'placement-group': byGroup('Placement, grouped', PLACEMENT_TYPES, placementTypeOf),
  provider: byCode('Provider', PROVIDER_TYPES, providerOf, NO_PROVIDER),
  'provider-group': byGroup('Provider, grouped', PROVIDER_TYPES, providerOf),
  uasc: {
    title: 'Unaccompanied asylum-seeking children',
    keyOf: ({ uasc }) => (uasc ? 'uasc' : 'other'),
    titleOf: (key) => (key === 'uasc' ? 'Unaccompanied asylum-seeking' : 'Other children'),
    order: ['uasc', 'other'],
  },
  disability: {
    title: 'Disability',
    keyOf: ({ history: { disabilities } }) =>
      disabilities === undefined || disabilities.length === 0
        ? UNKNOWN
        : disabilities.every((code) => code === NO_DISABILITY)
          ? 'none'
          : 'disabled',
    titleOf: (key) => DISABILITY_TITLES[key] ?? 'Not recorded',
    order: ['disabled', 'none'],
  },
  proceedings: {
    title: 'Care proceedings',
    keyOf: ({ episode }) => (episode.ls === 'C1' ? 'interim' : 'other'),
    titleOf: (key) =>
      key === 'interim' ? 'In proceedings (interim care order)' : 'Not under an interim order',
    order: ['interim', 'other'],
  },
  'time-in-care': {
    title: 'Time in care',
    keyOf: ({ inCareSince, on }) => timeInCare(inCareSince, on),
    titleOf: (key) => TIMES_IN_CARE.find((band) => band.key === key)?.title ?? key,
    order: TIMES_IN_CARE.map(({ key }) => key),
  },
  district: {
    title: 'District of the home',
    keyOf: ({ usual: { homePostcode } }, { districtAt }) =>
      (homePostcode === null ? undefined : districtAt?.(homePostcode)) ?? UNKNOWN,
    titleOf: (key) => (key === UNKNOWN ? 'Not known' : key),
    order: [],
  },
  team: {
    title: 'Team',
    keyOf: ({ id, on }, { teamOn }) => teamOn?.(id, on) ?? UNKNOWN,
    titleOf: (key) => (key === UNKNOWN ? 'No team is known' : key),
    order: [],
  },
  ...PLACEMENT_DIMENSIONS,
  ...YEARLY_DIMENSIONS,
  ...RECORD_DIMENSIONS,
  'time-accommodated': {
    title: 'Time accommodated by agreement',
    keyOf: (child) => timeAccommodated(child),
    titleOf: (key) =>
      TIMES_ACCOMMODATED.find((band) => band.key === key)?.title ?? 'Not accommodated by agreement',
    order: TIMES_ACCOMMODATED.map(({ key }) => key),
  },
  'reason-ceased': byCode('Reason care ended', REASONS_CEASED, ({ episode }) => episode.rec ?? UNKNOWN),
  'reason-ceased-group': byGroup(
    'Reason care ended, grouped',
    REASONS_CEASED,
    ({ episode }) => episode.rec ?? '',
  ),
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionId = keyof typeof DIMENSIONS;

/** Those that not every figure about children in care can be cut by: of what happened, or of some children only. */
const OF_SOME: readonly DimensionId[] = [
  'reason-ceased',
  'reason-ceased-group',
  'time-accommodated',
  ...OF_PLACEMENT_CHANGES,
  ...OF_YEARLY_ROWS,
  ...OF_RECORDS,
];

/** Ways that any figure about children in care can be cut. */
export const ALL_DIMENSIONS: readonly DimensionId[] = (
  Object.keys(DIMENSIONS) as readonly DimensionId[]
).filter((id) => !OF_SOME.includes(id));

/** Sorts a dimension's keys as people expect them. */
export const inOrderOf = (dimension: Dimension, keys: Iterable<string>): readonly string[] => {
  const rank = (key: string): number => {
    const at = dimension.order.indexOf(key);
    return at === -1 ? dimension.order.length : at;
  };
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};
