import type { ChildReturn } from '../child-return.ts';
import { ADOPTION_PLACEMENT, FOSTERING } from '../code-groups.ts';
import { codesByYear } from '../codes-by-year.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import { compactPostcode } from '../postcodes.ts';
import { eachRow, type Rule } from '../rule.ts';

/** Unaccompanied and seeking asylum this year or last. A return says nothing of the years before. */
const isUnaccompanied = ({ unaccompanied, unaccompaniedLastYear }: ChildReturn): boolean =>
  unaccompanied === 'yes' || unaccompaniedLastYear === 'yes';

/** The furthest that a distance can be given as, and what stands for one not known. */
const FURTHEST = 999.9;

/** Placements of the authority's own that may well be elsewhere: adopters, foster carers, supported accommodation. */
const MAY_BE_OUTSIDE = codesByYear(
  [2023, [...ADOPTION_PLACEMENT, ...FOSTERING]],
  [2026, [...ADOPTION_PLACEMENT, ...FOSTERING, 'K3']],
);

/** What a return says of where placements are: postcodes, and what is worked out from them. */
export const WHERE_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '164',
    title: 'Distance from home out of range',
    fields: ['PL_DISTANCE'],
    reference: ['PL_DISTANCE', 'unaccompanied'],
    wrong: 'The distance of the placement from home is not between 0 and 999.9 miles.',
    todo: 'Check the postcodes of the home and of the placement.',
    departs: 'The other validator does not let short breaks go, though the rule is meant to. We do.',
    fails: (episode, child) =>
      (episode.PL_DISTANCE < 0 || episode.PL_DISTANCE > FURTHEST) &&
      !isShortBreaks(episode) &&
      !isUnaccompanied(child),
  }),
  eachRow('Episodes', {
    code: '169',
    title: 'Authority of the placement not known',
    fields: ['PL_LA'],
    reference: ['PL_LA'],
    wrong: 'The authority in which the placement is cannot be told from PL_POST.',
    todo: 'Enter the full postcode of the placement.',
    fails: (episode) => episode.PL_LA === '' && !isShortBreaks(episode),
  }),
  eachRow('Episodes', {
    code: '179',
    title: 'Inside or outside the authority not known',
    fields: ['PL_LOCATION'],
    reference: ['PL_LOCATION'],
    wrong: 'Whether the placement is inside this authority cannot be told from PL_POST.',
    todo: 'Check the postcode of the placement.',
    fails: (episode) => episode.PL_LOCATION === '' && !isShortBreaks(episode),
  }),
  eachRow('Episodes', {
    code: '392a',
    title: 'Distance from home not known',
    fields: ['PL_DISTANCE'],
    reference: ['PL_DISTANCE', 'unaccompanied'],
    wrong: 'How far the placement is from home cannot be told from HOME_POST and PL_POST.',
    todo: 'Enter both postcodes in full.',
    fails: (episode, child) =>
      Number.isNaN(episode.PL_DISTANCE) && !isShortBreaks(episode) && !isUnaccompanied(child),
  }),
  eachRow('Episodes', {
    code: '392b',
    title: 'Postcode missing',
    fields: ['HOME_POST', 'PL_POST'],
    wrong: 'HOME_POST or PL_POST is blank.',
    todo: 'Enter the postcode that is missing. Neither is needed for short breaks or for a child who is unaccompanied and seeking asylum.',
    fails: (episode, child) =>
      (episode.HOME_POST === '' || episode.PL_POST === '') &&
      !isShortBreaks(episode) &&
      !isUnaccompanied(child),
  }),
  eachRow('Episodes', {
    code: '392c',
    title: 'Postcode not known',
    fields: ['HOME_POST', 'PL_POST'],
    reference: ['postcodes'],
    wrong: 'HOME_POST or PL_POST is not in the directory of postcodes.',
    todo: 'Check the postcode, and that the directory is up to date.',
    fails: ({ HOME_POST, PL_POST }, _, { isKnownPostcode }) =>
      (HOME_POST !== '' && !isKnownPostcode(HOME_POST)) || (PL_POST !== '' && !isKnownPostcode(PL_POST)),
  }),
  eachRow('Episodes', {
    code: '392d',
    title: 'Placed at home but not with parents',
    fields: ['HOME_POST', 'PL_POST', 'PLACE'],
    wrong: 'The placement has the home’s postcode, but is not with parents (P1).',
    todo: 'Correct the postcode that is wrong, or the placement.',
    departs:
      'The other validator takes one postcode spaced in two ways to be two. We compare them without spaces.',
    fails: ({ HOME_POST, PL_POST, PLACE }) =>
      HOME_POST !== '' &&
      PL_POST !== '' &&
      PLACE !== 'P1' &&
      compactPostcode(HOME_POST) === compactPostcode(PL_POST),
  }),
  eachRow('Episodes', {
    code: '406',
    title: 'Distance for an unaccompanied child',
    fields: ['PL_DISTANCE'],
    reference: ['PL_DISTANCE', 'unaccompanied'],
    wrong:
      'The child is or was unaccompanied and seeking asylum, but a distance from home can be told from the postcodes.',
    todo: 'Clear HOME_POST: the child has no home here to measure from.',
    fails: ({ PL_DISTANCE }, child) => !Number.isNaN(PL_DISTANCE) && isUnaccompanied(child),
  }),
  eachRow('Episodes', {
    code: '411',
    title: 'Inside the authority, but in another',
    fields: ['PL_LOCATION'],
    reference: ['PL_LOCATION', 'PL_LA', 'authority'],
    wrong: 'PL_LOCATION says that the placement is inside this authority, but PL_LA is another.',
    todo: 'Leave both out, so that they are worked out from the postcode, or correct the one that is wrong.',
    fails: ({ PL_LOCATION, PL_LA }, _, { authority }) => PL_LOCATION === 'IN' && PL_LA !== authority,
  }),
  eachRow('Episodes', {
    code: '420',
    title: 'Authority of the placement for short breaks',
    fields: ['PL_LA'],
    reference: ['PL_LA'],
    wrong: 'The episode is for short breaks (V3 or V4), but an authority can be told from PL_POST.',
    todo: 'Clear the postcode of the placement, or correct the legal status.',
    fails: (episode) => isShortBreaks(episode) && episode.PL_LA !== '',
  }),
  eachRow('Episodes', {
    code: '454',
    from: 2026,
    title: 'More than 350 miles from home',
    severity: 'query',
    fields: ['PL_DISTANCE'],
    reference: ['PL_DISTANCE'],
    wrong: 'The placement is more than 350 miles from home.',
    todo: 'Check both postcodes. If they are right, leave them and note why.',
    fails: ({ PL_DISTANCE }) => PL_DISTANCE > 350 && PL_DISTANCE !== FURTHEST,
  }),
  eachRow('Episodes', {
    code: '1015',
    title: 'Own provision in another authority',
    fields: ['PL_LA'],
    reference: ['PL_LA', 'authority'],
    wrong:
      'By PLACE_PROVIDER the placement is this authority’s own (PR1), but its postcode is in another authority.',
    todo: 'Check who provides the placement, and its postcode.',
    departs:
      'The other validator also finds placements whose postcode is not known. We leave those to rule 169.',
    fails: (episode, _, { authority, year }) => {
      const { PLACE_PROVIDER, LS, PLACE, PL_LA } = episode;
      if (PLACE_PROVIDER !== 'PR1' || LS === '' || PLACE === '' || PL_LA === '') return false;
      return PL_LA !== authority && !isShortBreaks(episode) && !MAY_BE_OUTSIDE(year).has(PLACE);
    },
  }),
];
