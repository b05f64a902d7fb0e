import { AGE_BANDS, ageBandOf } from '../calendar/age.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import { type CodeList, codeTitle, findCodeGroup } from '../child/code-list.ts';
import { ETHNICITIES } from '../child/ethnicity.ts';
import { LEGAL_STATUSES } from '../child/legal-status.ts';
import { CATEGORIES_OF_NEED } from '../child/need.ts';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';

/** A way to cut a count of children: each child has one key, and none is left out. */
export interface Dimension {
  readonly title: string;
  readonly keyOf: (child: ChildOnDay) => string;
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
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionId = keyof typeof DIMENSIONS;

export const ALL_DIMENSIONS = Object.keys(DIMENSIONS) as readonly DimensionId[];

/** Sorts a dimension's keys as people expect them. */
export const inOrderOf = (dimension: Dimension, keys: Iterable<string>): readonly string[] => {
  const rank = (key: string): number => {
    const at = dimension.order.indexOf(key);
    return at === -1 ? dimension.order.length : at;
  };
  return [...keys].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};
