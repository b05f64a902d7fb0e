import { containsDay } from '../calendar/period.ts';
import type { ChildOnDay } from '../child/care-history.ts';
import { type CodeList, codeTitle, findCodeGroup } from '../child/code-list.ts';
import { findMilesFromHome } from '../placement/miles-from-home.ts';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { REASONS_PLACEMENT_ENDED } from '../placement/reason-placement-ended.ts';
import { type PlacementStarted, placementChanges } from '../stability/placement-changes.ts';
import type { Dimension } from './dimensions.ts';
import type { MeasureContext } from './measure.ts';
import { recordsByChild } from './record-cases.ts';
import { PURCHASE_ROUTES } from './records/money.ts';

/** Ways to cut placements that began or ended, and children by where and how old they are in the seeds' own bands. */

const UNKNOWN = 'unknown';
const NOT_RECORDED = 'Not recorded';

/** The placement that began with the child's episode. */
const begun = ({ history, episode }: ChildOnDay): PlacementStarted | undefined =>
  placementChanges(history).startedWith.get(episode);

/** PLACE of the placement that the child left for this one. */
const placeLeft = (child: ChildOnDay): string => begun(child)?.left?.episodes.at(-1)?.place ?? UNKNOWN;

/** Why the placement that the child left for this one had ended. */
const reasonLeft = (child: ChildOnDay): string => {
  const left = begun(child)?.left;
  const end = left && placementChanges(child.history).endOf.get(left);
  return end?.episode.reasonPlaceChange ?? UNKNOWN;
};

const reasonEnded = ({ episode }: ChildOnDay): string => episode.reasonPlaceChange ?? UNKNOWN;

const codes = (title: string, list: CodeList, keyOf: (child: ChildOnDay) => string): Dimension => ({
  title,
  keyOf,
  titleOf: (key) => (key === UNKNOWN ? NOT_RECORDED : codeTitle(list, key)),
  order: Object.keys(list.codes),
});

const groups = (title: string, list: CodeList, codeOf: (child: ChildOnDay) => string): Dimension => ({
  title,
  keyOf: (child) => findCodeGroup(list, codeOf(child)) ?? UNKNOWN,
  titleOf: (key) => list.groups[key] ?? NOT_RECORDED,
  order: Object.keys(list.groups),
});

/** Of how an ending came: leaving care unplanned counts as unplanned, whatever reason the row gives. */
const endedHow = (child: ChildOnDay): string => {
  const { rec } = child.episode;
  if (rec === 'E4B') return 'unplanned';
  return findCodeGroup(REASONS_PLACEMENT_ENDED, reasonEnded(child)) ?? UNKNOWN;
};

export const ORIGINS: Readonly<Record<string, string>> = {
  home: 'Home',
  fostering: 'Foster care',
  residential: 'Residential, secure homes included',
  hospital: 'Hospital',
  supported: 'Supported or independent living',
  other: 'Another placement',
};

/** Where the child lived just before this placement. */
const originOf = (child: ChildOnDay): string => {
  const start = begun(child);
  if (start === undefined) return UNKNOWN;
  const { left, episode } = start;
  if (left === undefined) return episode.rne === 'S' ? 'home' : UNKNOWN;
  const place = left.episodes.at(-1)?.place ?? '';
  if (place === 'P1') return 'home';
  if (/^U[1-6]$/.test(place)) return 'fostering';
  if (['K1', 'K2', 'R1', 'S1'].includes(place)) return 'residential';
  if (place === 'R2' || place === 'T1') return 'hospital';
  return findCodeGroup(PLACEMENT_TYPES, place) === 'supported' ? 'supported' : 'other';
};

/** The bands of the Worcestershire paper of 2023. Its "over 16" only fits the others as 16 and over. */
const RESIDENTIAL_AGES = [
  { key: '0-10', title: '10 and under', under: 11 },
  { key: '11-13', title: '11 to 13', under: 14 },
  { key: '14-15', title: '14 to 15', under: 16 },
  { key: '16+', title: '16 and over', under: Number.POSITIVE_INFINITY },
] as const;

const LOCATIONS: Readonly<Record<string, string>> = {
  own: 'Inside the authority',
  adjoining: 'In an adjoining authority',
  distant: 'In an authority further away',
  'outside-england': 'Outside England',
};

const relationOf = ({ usual: { postcode } }: ChildOnDay, { authorityAt }: MeasureContext) =>
  postcode === null ? undefined : authorityAt?.(postcode)?.relation;

/** How far counts as far, in miles. */
const FAR = 20;

/** As the Department tells placements apart: inside or outside the authority, and within 20 miles of home or not. */
const AREA_AND_DISTANCE: Readonly<Record<string, string>> = {
  'inside-near': 'Inside the authority, 20 miles or less from home',
  'inside-far': 'Inside the authority, over 20 miles from home',
  'outside-near': 'Outside the authority, 20 miles or less from home',
  'outside-far': 'Outside the authority, over 20 miles from home',
};

const areaAndDistance = (child: ChildOnDay, context: MeasureContext): string => {
  const relation = relationOf(child, context);
  const miles = findMilesFromHome(child, context);
  // An unaccompanied child has no home to measure from, whatever postcode a return gives for it.
  if (relation === undefined || miles === undefined || child.uasc) return UNKNOWN;
  return `${relation === 'own' ? 'inside' : 'outside'}-${miles > FAR ? 'far' : 'near'}`;
};

const FIRST = 'first';

/** How the child came to where they live: as care began, or from a placement that ended for a reason. */
const cameBy = (child: ChildOnDay): string => {
  const [first] = child.placement?.episodes ?? [];
  const start = first && placementChanges(child.history).startedWith.get(first);
  if (start === undefined) return UNKNOWN;
  if (start.left === undefined) return FIRST;
  const end = placementChanges(child.history).endOf.get(start.left);
  return end?.episode.reasonPlaceChange ?? UNKNOWN;
};

/** Who provides the placement and, of external ones, how it was bought: no return says so, and placement prices do. */
const BOUGHT: Readonly<Record<string, string>> = {
  'in-house': 'In-house',
  ...PURCHASE_ROUTES,
  external: 'External: how it was bought is not recorded',
  'other-authority': 'Another local authority or public body',
  parents: 'With parents: nothing is bought',
};

const bought = ({ usual, id, on }: ChildOnDay, { records }: MeasureContext): string => {
  switch (usual.provider) {
    case 'PR0':
      return 'parents';
    case 'PR1':
      return 'in-house';
    case 'PR2':
    case 'PR3':
      return 'other-authority';
    case null:
      return UNKNOWN;
    default: {
      const prices = records?.placementPrices && recordsByChild(records.placementPrices).get(id);
      return prices?.find((price) => containsDay(price, on))?.route ?? 'external';
    }
  }
};

const titled = (titles: Readonly<Record<string, string>>, unknown: string) => ({
  titleOf: (key: string): string => titles[key] ?? unknown,
  order: Object.keys(titles),
});

export const PLACEMENT_DIMENSIONS = {
  location: {
    title: 'Area of the placement',
    keyOf: (child, context) => relationOf(child, context) ?? UNKNOWN,
    ...titled(LOCATIONS, 'Not known'),
  },
  'area-and-distance': {
    title: 'Area and distance from home',
    keyOf: areaAndDistance,
    ...titled(AREA_AND_DISTANCE, 'Not known or not recorded'),
  },
  bought: {
    title: 'In-house or bought, and how',
    keyOf: bought,
    ...titled(BOUGHT, NOT_RECORDED),
  },
  'came-by': {
    title: 'What brought the child there',
    keyOf: cameBy,
    titleOf: (key) =>
      key === FIRST
        ? 'Care began there'
        : key === UNKNOWN
          ? 'A move: reason not recorded'
          : `A move: ${codeTitle(REASONS_PLACEMENT_ENDED, key)}`,
    order: [FIRST, ...Object.keys(REASONS_PLACEMENT_ENDED.codes)],
  },
  'moved-from': codes('Placement left', PLACEMENT_TYPES, placeLeft),
  'moved-from-group': groups('Placement left, grouped', PLACEMENT_TYPES, placeLeft),
  'reason-left': codes('Reason for the move', REASONS_PLACEMENT_ENDED, reasonLeft),
  'reason-left-group': groups('Planned or not', REASONS_PLACEMENT_ENDED, reasonLeft),
  'reason-placement-ended': codes('Reason the placement ended', REASONS_PLACEMENT_ENDED, reasonEnded),
  'reason-placement-ended-group': {
    ...groups('How the placement ended', REASONS_PLACEMENT_ENDED, reasonEnded),
    keyOf: endedHow,
  },
  origin: { title: 'Where the child lived before', keyOf: originOf, ...titled(ORIGINS, 'Not known') },
  'residential-age': {
    title: 'Age, in the bands of the residential tracker',
    keyOf: ({ age }) =>
      RESIDENTIAL_AGES.find(({ under }) => age !== undefined && age < under)?.key ?? UNKNOWN,
    titleOf: (key) => RESIDENTIAL_AGES.find((band) => band.key === key)?.title ?? 'Age not known',
    order: RESIDENTIAL_AGES.map(({ key }) => key),
  },
} as const satisfies Readonly<Record<string, Dimension>>;

/** Those that only something that happened can be cut by. */
export const OF_PLACEMENT_CHANGES = [
  'came-by',
  'moved-from',
  'moved-from-group',
  'reason-left',
  'reason-left-group',
  'reason-placement-ended',
  'reason-placement-ended-group',
  'origin',
  'residential-age',
] as const;
