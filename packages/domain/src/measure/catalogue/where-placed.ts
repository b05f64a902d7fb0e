import type { ChildOnDay } from '../../child/care-history.ts';
import { findMilesFromHome } from '../../placement/miles-from-home.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { AuthorityAt, MeasureContext, StockMeasure, Verdict } from '../measure.ts';
import { asShare } from './kinds.ts';

type Relation = AuthorityAt['relation'];

/** Whether the usual placement is in this authority, beside it or further off; undefined where that cannot be told. */
const findRelation = (
  { usual: { postcode } }: ChildOnDay,
  { authorityAt }: MeasureContext,
): Relation | undefined => (postcode === null ? undefined : authorityAt?.(postcode)?.relation);

const FIELDS = ['DECOM', 'DEC', 'LS', 'PL_POST'];
/** Why the child lives there, first: the return does not ask it of a placement far away, so how they came is what can be told. */
const CUTS = ['came-by', ...ALL_DIMENSIONS.filter((id) => id !== 'location')] as const;

export const over20MilesOutside: StockMeasure = {
  ...asShare,
  id: 'over-20-miles-outside',
  title: 'Over 20 miles from home and outside the authority',
  question: 'where',
  definition:
    'Of children looked after at the end of the day whose distance and area are known, the share whose usual placement is more ' +
    'than 20 miles from home in a straight line and in another authority’s area. Unaccompanied asylum-seeking children have no ' +
    'home to measure from and are left out.',
  source: 'Department for Education, children looked after in England: placements and distance',
  certainty: {
    mark: 'established practice',
    says: 'Of children whose distance is known, as for those within 20 miles, and whose area is.',
  },
  polarity: 'lower is better',
  fields: [...FIELDS, 'HOME_POST', 'DUC'],
  numerator: 'Over 20 miles and outside',
  denominator: 'Distance and area known',
  breakdowns: CUTS.filter((id) => id !== 'uasc'),
  judge: (child, _, context) => {
    if (child.shortBreaks) return 'short-breaks';
    if (child.uasc) return 'uasc';
    const miles = findMilesFromHome(child, context);
    if (miles === undefined) return 'distance-not-known';
    // Also of those who are near: leaving out only the far ones whose area is not known would flatter the share.
    const relation = findRelation(child, context);
    if (relation === undefined) return 'area-not-known';
    return miles > 20 && relation !== 'own' ? 'counts' : 'does-not-count';
  },
};

const inArea =
  (counts: (relation: Relation) => boolean) =>
  (child: ChildOnDay, _: unknown, context: MeasureContext): Verdict => {
    if (child.shortBreaks) return 'short-breaks';
    // Where nothing tells which authority a postcode is in, there is no figure: it would be nought of everyone.
    if (context.authorityAt === undefined) return 'area-not-known';
    const relation = findRelation(child, context);
    if (relation === undefined) return 'not-recorded';
    return counts(relation) ? 'counts' : 'does-not-count';
  };

const OUTSIDE = {
  ...asShare,
  question: 'where',
  polarity: 'lower is better',
  fields: FIELDS,
  source:
    'West Sussex strategy 2018–2021, theme c; Kent County Council, 2016; Department for Education, placements outside',
  certainty: {
    mark: 'stated',
    says: 'By the postcode of the usual placement. A child whose placement postcode is not recorded or not found stays in the whole and is told apart.',
  },
} as const;

export const outOfArea: StockMeasure = {
  ...OUTSIDE,
  id: 'out-of-area',
  title: 'Placed outside the authority',
  definition:
    'Of children looked after at the end of the day, the share whose usual placement is in another authority’s area, next ' +
    'to this one, further away or outside England.',
  numerator: 'Outside the authority',
  breakdowns: ['location', ...CUTS],
  judge: inArea((relation) => relation !== 'own'),
};

export const outOfAreaAdjoining: StockMeasure = {
  ...OUTSIDE,
  id: 'out-of-area-adjoining',
  title: 'Placed in an adjoining authority',
  definition:
    'Of children looked after at the end of the day, the share whose usual placement is in the area of an authority that ' +
    'adjoins this one.',
  numerator: 'In an adjoining authority',
  breakdowns: CUTS,
  judge: inArea((relation) => relation === 'adjoining'),
};

export const outOfAreaDistant: StockMeasure = {
  ...OUTSIDE,
  id: 'out-of-area-distant',
  title: 'Placed at a distance',
  definition:
    'Of children looked after at the end of the day, the share whose usual placement is in England and neither in this ' +
    'authority’s area nor in one that adjoins it. Such a placement needs the approval of the director of children’s services.',
  numerator: 'At a distance',
  breakdowns: CUTS,
  judge: inArea((relation) => relation === 'distant'),
};

export const outsideEngland: StockMeasure = {
  ...OUTSIDE,
  id: 'out-of-area-outside-england',
  title: 'Placed outside England',
  definition:
    'Of children looked after at the end of the day, the share whose usual placement is outside England.',
  numerator: 'Outside England',
  breakdowns: CUTS,
  judge: inArea((relation) => relation === 'outside-england'),
};

export const WHERE_PLACED: readonly StockMeasure[] = [
  over20MilesOutside,
  outOfArea,
  outOfAreaAdjoining,
  outOfAreaDistant,
  outsideEngland,
];
