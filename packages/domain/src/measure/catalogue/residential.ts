import type { ChildOnDay } from '../../child/care-history.ts';
import { type PlacementStarted, placementsStarted } from '../../stability/placement-changes.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, FlowMeasure, Measure, StockMeasure, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { asEvents, asNumber, asShareOfCases } from './kinds.ts';

const HOME = 'K2';

/** Placements that truly began: where the record of a child only opens in one, it had begun before. */
const began = onceFor((authority: AuthorityOnDay): readonly PlacementStarted[] =>
  placementsStarted(authority).filter(
    ({ left, episode: { rne } }) => left !== undefined || rne === 'S' || rne === 'P' || rne === 'B',
  ),
);

const isInHome = ({ placement }: PlacementStarted): boolean => placement.episodes[0].place === HOME;

const NEW = {
  ...asEvents,
  question: 'where',
  source: 'Worcestershire Children First, placements paper 2023: residential tracker',
  certainty: {
    mark: 'local',
    says: 'Children’s homes (K2) only: secure homes, residential care homes and schools are not among them. Where a child came from is told by the placement before; crisis placements have no code of their own.',
  },
  polarity: 'lower is better',
  fields: ['DECOM', 'RNE', 'LS', 'PLACE', 'DOB'],
  breakdowns: ['origin', 'residential-age', 'moved-from', ...ALL_DIMENSIONS],
  events: (authority: AuthorityOnDay) => began(authority).filter(isInHome),
  judge: (): Verdict => 'counts',
} as const;

export const newResidential: FlowMeasure = {
  ...NEW,
  id: 'new-residential',
  title: 'New placements in children’s homes',
  definition:
    'Placements in a children’s home (K2) that began in the time shown. A child with two counts twice. Legal status alone, ' +
    'the same carer, and the return from a temporary stay begin none.',
  numerator: 'New placements in children’s homes',
};

export const newResidentialChildren: FlowMeasure = {
  ...NEW,
  id: 'new-residential-children',
  unit: 'children',
  title: 'Children newly placed in children’s homes',
  definition:
    'Children with a placement in a children’s home (K2) that began in the time shown, each counted once, as they were when ' +
    'the latest began.',
  numerator: 'Children newly placed',
};

export const newResidentialShare: CaseMeasure = {
  ...asShareOfCases,
  id: 'new-residential-share',
  title: 'New placements that are in children’s homes',
  question: 'where',
  definition:
    'Of all placements that began in the time shown, the share in a children’s home (K2). Legal status alone, the same ' +
    'carer, and the return from a temporary stay begin none.',
  source: NEW.source,
  certainty: NEW.certainty,
  polarity: 'lower is better',
  fields: NEW.fields,
  numerator: 'In children’s homes',
  denominator: 'Placements that began',
  breakdowns: ['origin', 'residential-age', ...ALL_DIMENSIONS],
  cases: (authority) =>
    began(authority).map((event) => caseOf(event, isInHome(event) ? 'counts' : 'does-not-count')),
};

const inHomeUnder =
  (years: number) =>
  ({ shortBreaks, usual, age }: ChildOnDay): Verdict => {
    if (shortBreaks) return 'short-breaks';
    if (usual.place !== HOME) return 'does-not-count';
    if (age === undefined) return 'not-recorded';
    return age < years ? 'counts' : 'does-not-count';
  };

const YOUNG = {
  ...asNumber,
  question: 'where',
  source: 'Worcestershire Children First, placements paper 2023',
  polarity: 'lower is better',
  fields: ['DECOM', 'DEC', 'LS', 'PLACE', 'DOB'],
} as const;

export const under10Residential: StockMeasure = {
  ...YOUNG,
  id: 'under10-residential',
  title: 'Under 10 in children’s homes',
  definition: 'Children in a children’s home (K2) at the end of the day who were not yet ten years old.',
  certainty: {
    mark: 'stated',
    says: 'Under 10, where the tracker’s band is 10 and under, and the panel’s trigger 12 and under: three cuts in one paper.',
  },
  numerator: 'Under 10 in a children’s home',
  judge: inHomeUnder(10),
};

export const under13Residential: StockMeasure = {
  ...YOUNG,
  id: 'under13-residential',
  title: 'Aged 12 or under in children’s homes',
  definition:
    'Children in a children’s home (K2) at the end of the day who were twelve years old or younger.',
  certainty: { mark: 'stated', says: 'The trigger at which a panel looks at the placement: 12 or under.' },
  numerator: '12 or under in a children’s home',
  judge: inHomeUnder(13),
};

export const RESIDENTIAL: readonly Measure[] = [
  newResidential,
  newResidentialChildren,
  newResidentialShare,
  under10Residential,
  under13Residential,
];
