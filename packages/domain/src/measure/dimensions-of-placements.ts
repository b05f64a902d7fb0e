import type { ChildOnDay } from '../child/care-history.ts';
import { type CodeList, codeTitle, findCodeGroup } from '../child/code-list.ts';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { REASONS_PLACEMENT_ENDED } from '../placement/reason-placement-ended.ts';
import { type PlacementStarted, placementChanges } from '../stability/placement-changes.ts';
import type { Dimension } from './dimensions.ts';

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

const titled = (titles: Readonly<Record<string, string>>, unknown: string) => ({
  titleOf: (key: string): string => titles[key] ?? unknown,
  order: Object.keys(titles),
});

export const PLACEMENT_DIMENSIONS = {
  location: {
    title: 'Area of the placement',
    keyOf: ({ usual: { postcode } }, { authorityAt }) =>
      (postcode === null ? undefined : authorityAt?.(postcode)?.relation) ?? UNKNOWN,
    ...titled(LOCATIONS, 'Not known'),
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
  'moved-from',
  'moved-from-group',
  'reason-left',
  'reason-left-group',
  'reason-placement-ended',
  'reason-placement-ended-group',
  'origin',
  'residential-age',
] as const;
