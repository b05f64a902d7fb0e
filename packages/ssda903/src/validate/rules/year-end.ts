import type { CollectionYear } from '@rightplace/domain';
import type { Collection } from '../collection.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, type Reference, type Rule } from '../rule.ts';

type Differs = (before: EpisodeRow, now: EpisodeRow, collection: Collection) => boolean;

interface CarriedOver {
  readonly code: string;
  readonly title: string;
  readonly field: keyof EpisodeRow;
  readonly wrong: string;
  readonly todo: string;
  readonly reference?: readonly Reference[];
  readonly departs?: string;
  /** As text, unless it says otherwise. */
  readonly differs?: Differs;
}

/**
 * What an episode that stood open when last year ended must still have in this year's return: the child's first episode
 * is held against the last one of last year. Both years' first and last are told by DECOM.
 */
const carriedOver = (about: CarriedOver): Rule => {
  const { field, differs = (before, now) => before[field] !== now[field] } = about;
  return eachChild(['Episodes'], {
    ...about,
    fields: [field],
    needs: ['Episodes_last'],
    fails: ({ first, latestLastYear }, flag, collection) => {
      if (first === undefined || latestLastYear === undefined) return;
      if (Number.isNaN(latestLastYear.DEC) && differs(latestLastYear, first, collection)) flag(first);
    },
  });
};

const DISTANCE_DEPARTS =
  'Others don’t notice a distance that is no longer known, and take some differences of 0.2 miles for less. We look both ways, and compare whole tenths of a mile.';

const tenths = (miles: number): number => Math.round(miles * 10);

const isOtherDistance: Differs = (before, now) => {
  const isLost = Number.isNaN(now.PL_DISTANCE);
  if (Number.isNaN(before.PL_DISTANCE)) return !isLost;
  return isLost || Math.abs(tenths(now.PL_DISTANCE) - tenths(before.PL_DISTANCE)) >= 2;
};

const isSameReason = (before: EpisodeRow, now: EpisodeRow): boolean =>
  now.RNE !== '' && now.RNE === before.RNE;

/** Placement codes given anew in a collection year: an open placement changes its code by that alone. */
const RECODED: Readonly<Record<CollectionYear, Readonly<Record<string, readonly string[]>>>> = {
  2024: { H5: ['K3'] },
  2025: { H5: ['K3'] },
  2026: { Z1: ['Z11', 'Z12', 'Z13', 'Z14'] },
};

/** What a return says of what stood open when last year ended. */
export const YEAR_END_RULES: readonly Rule[] = [
  carriedOver({
    code: '452',
    title: 'Authority of the placement changed over the year end, same reason begun',
    field: 'PL_LA',
    reference: ['PL_LA'],
    wrong:
      'The episode was open when last year ended and has the same reason for beginning (RNE), but its placement was then in another authority.',
    todo: 'Check the placement postcode (PL_POST) against last year’s, or add the episode in which the child moved.',
    differs: (before, now) => before.rawDEC === '' && isSameReason(before, now) && before.PL_LA !== now.PL_LA,
  }),
  carriedOver({
    code: '453',
    title: 'Distance from home changed over the year end, same reason begun',
    field: 'PL_DISTANCE',
    reference: ['PL_DISTANCE'],
    wrong:
      'The episode was open when last year ended and has the same reason for beginning (RNE), but its distance from home was then another.',
    todo: 'Check HOME_POST and PL_POST against last year’s, or add the episode in which the child moved.',
    departs: DISTANCE_DEPARTS,
    differs: (before, now, collection) =>
      isSameReason(before, now) && isOtherDistance(before, now, collection),
  }),
  eachChild(['Episodes'], {
    code: '502',
    title: 'Start of the open episode changed over the year end',
    fields: ['DECOM'],
    needs: ['Episodes_last'],
    wrong:
      'An episode stood open when last year ended, but the child’s first episode this year begins on another day.',
    todo: 'Begin this year’s return with the episode that was open, its DECOM as last year.',
    fails: ({ first, last }, flag) => {
      if (first === undefined) return;
      // A start that is missing is not the same day as any.
      if (last.Episodes.some(({ rawDEC, DECOM }) => rawDEC === '' && DECOM !== first.DECOM)) flag(first);
    },
  }),
  carriedOver({
    code: '503A',
    title: 'Reason begun changed over the year end',
    field: 'RNE',
    wrong: 'The episode was open when last year ended, but then had another reason for beginning (RNE).',
    todo: 'Enter RNE as last year, or correct whichever of the two is wrong.',
  }),
  carriedOver({
    code: '503B',
    title: 'Legal status changed over the year end',
    field: 'LS',
    wrong: 'The episode was open when last year ended, but then had another legal status (LS).',
    todo: 'Enter LS as last year, and begin a new episode on the day it changed.',
  }),
  carriedOver({
    code: '503C',
    title: 'Category of need changed over the year end',
    field: 'CIN',
    wrong: 'The episode was open when last year ended, but then had another category of need (CIN).',
    todo: 'Enter CIN as last year: it stays the same until care ends.',
  }),
  carriedOver({
    code: '503D',
    title: 'Placement changed over the year end',
    field: 'PLACE',
    wrong: 'The episode was open when last year ended, but then had another kind of placement (PLACE).',
    todo: 'Enter PLACE as last year, and begin a new episode on the day the child moved.',
    differs: (before, now, { year }) =>
      before.PLACE !== now.PLACE && RECODED[year]?.[before.PLACE]?.includes(now.PLACE) !== true,
  }),
  carriedOver({
    code: '503E',
    title: 'Provider changed over the year end',
    field: 'PLACE_PROVIDER',
    wrong:
      'The episode was open when last year ended, but its placement then had another provider (PLACE_PROVIDER).',
    todo: 'Enter PLACE_PROVIDER as last year, and begin a new episode on the day the provider changed.',
  }),
  carriedOver({
    code: '503F',
    title: 'Ofsted number changed over the year end',
    field: 'URN',
    wrong:
      'The episode was open when last year ended, but its placement then had another Ofsted number (URN).',
    todo: 'Enter URN as last year, or correct whichever of the two is wrong.',
  }),
  carriedOver({
    code: '503G',
    title: 'Distance from home changed over the year end',
    field: 'PL_DISTANCE',
    reference: ['PL_DISTANCE'],
    wrong:
      'The episode was open when last year ended, but its placement was then at another distance from home.',
    todo: 'Check HOME_POST and PL_POST against last year’s: the home is the one from which the child came into care.',
    departs: DISTANCE_DEPARTS,
    differs: isOtherDistance,
  }),
  carriedOver({
    code: '503H',
    title: 'Authority of the placement changed over the year end',
    field: 'PL_LA',
    reference: ['PL_LA'],
    wrong: 'The episode was open when last year ended, but its placement was then in another authority.',
    todo: 'Check the placement postcode (PL_POST) against last year’s.',
  }),
  carriedOver({
    code: '503J',
    title: 'Inside or outside the authority changed over the year end',
    field: 'PL_LOCATION',
    reference: ['PL_LOCATION'],
    wrong:
      'The episode was open when last year ended, but its placement then was on the other side of the authority’s boundary.',
    todo: 'Check the placement postcode (PL_POST) against last year’s: it says whether the child is in your area.',
  }),
  eachChild(['Episodes'], {
    code: '562',
    title: 'Episode begun before the year is not in last year’s return',
    fields: ['DECOM'],
    needs: ['Episodes_last'],
    wrong: 'The child’s first episode begins before the year, but is not the last one of last year’s return.',
    todo: 'Correct DECOM here, or check which episode was open when last year ended.',
    fails: ({ first, latestLastYear, collection }, flag) => {
      if (first === undefined || !(first.DECOM < collection.START)) return;
      if (latestLastYear === undefined || latestLastYear.DECOM !== first.DECOM) flag(first);
    },
  }),
];
