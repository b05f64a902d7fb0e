import type { CollectionYear } from '@rightplace/domain';
import { ADOPTION_PLACEMENT, FOSTERING, OTHER_PLACEMENT, TEMPORARY } from '../code-groups.ts';
import { codesByYear } from '../codes-by-year.ts';
import { on } from '../collection.ts';
import { isShortBreaks } from '../continuously-looked-after.ts';
import { compactPostcode } from '../postcodes.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachRow, type Rule } from '../rule.ts';

/** Stands in the place of a URN that cannot be given. It is never looked up. */
const PLACEHOLDER = 'XXXXXXX';

const hasNumber = ({ URN }: EpisodeRow): boolean => URN !== '' && URN !== PLACEHOLDER;

const NEVER_REGISTERED = ['P1', 'P3', 'R1', 'R2', 'R5', ...TEMPORARY];

/** Placements for which 218 asks for no URN. */
const NEEDS_NO_URN = codesByYear(
  [2023, [...NEVER_REGISTERED, 'H5', 'P2', 'Z1']],
  [2025, [...NEVER_REGISTERED, 'Z1']],
  [2026, [...NEVER_REGISTERED, ...OTHER_PLACEMENT]],
);

/** Placements that by 222 may have none. H5 and P2 could have one, without having to, before they were withdrawn. */
const MAY_HAVE_NO_URN = codesByYear(
  [2023, [...NEVER_REGISTERED, 'H5', 'P2', 'Z1']],
  [2024, [...NEVER_REGISTERED, 'P2', 'Z1']],
  [2025, [...NEVER_REGISTERED, 'Z1']],
  [2026, [...NEVER_REGISTERED, ...OTHER_PLACEMENT]],
);

/** Placements whose provider's authority 229 does not ask about: K3 is left to 241, the others have no URN. */
const NOT_OF_ONE_AUTHORITY = codesByYear([2026, [...NEVER_REGISTERED, ...OTHER_PLACEMENT, 'K3']]);

const ONE_ADDRESS = ['K1', 'K2', 'R3', 'S1'];

/** Placements that are at the address that the lists give. */
const AT_LISTED_ADDRESS = codesByYear(
  [2023, ONE_ADDRESS],
  [2024, [...ONE_ADDRESS, 'H5']],
  [2025, [...ONE_ADDRESS, 'K3']],
);

const OUTSIDE_ENGLAND: ReadonlySet<string> = new Set(['CON', 'NIR', 'SCO', 'WAL', 'NUK']);

const startsWithOneOf = (letters: string, text: string): boolean =>
  text !== '' && letters.includes(text.slice(0, 1));

const urnMissing = (
  version: { readonly from?: CollectionYear; readonly to?: CollectionYear },
  isOutsideEngland: (authority: string) => boolean,
): Rule =>
  eachRow('Episodes', {
    ...version,
    code: '218',
    title: 'URN missing',
    fields: ['URN'],
    reference: ['PL_LA'],
    wrong: 'URN is blank for a placement in England that should be with a registered provider.',
    todo: 'Enter the provider’s Ofsted number, URN.',
    departs:
      'The other validator asks for a URN for short breaks too, for which rule 214 forbids one. We do not.',
    fails: (episode, _, { START, year, peerCompatible }) =>
      episode.URN === '' &&
      !NEEDS_NO_URN(year).has(episode.PLACE) &&
      !isOutsideEngland(episode.PL_LA) &&
      !(episode.DEC < START) &&
      (peerCompatible || !isShortBreaks(episode)),
  });

const ANY_LINE =
  'The other validator finds fault when any of several lines of the URN does not agree. We let it pass when one does.';

/** What a return says of the provider by its Ofsted number: URN. */
export const PROVIDER_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '214',
    title: 'Postcode or URN for short breaks',
    fields: ['PL_POST', 'URN'],
    wrong: 'The episode is for short breaks (V3 or V4), but PL_POST or URN is given.',
    todo: 'Clear both, or correct the legal status.',
    fails: (episode) => isShortBreaks(episode) && (episode.PL_POST !== '' || episode.URN !== ''),
  }),
  urnMissing({ to: 2025 }, (authority) => startsWithOneOf('NWSC', authority)),
  urnMissing({ from: 2026 }, (authority) => OUTSIDE_ENGLAND.has(authority)),
  eachRow('Episodes', {
    code: '219',
    title: 'Placement that the provider does not provide',
    fields: ['URN', 'PLACE'],
    reference: ['providers'],
    wrong: 'By Ofsted’s lists the provider with that URN does not provide this kind of placement.',
    todo: 'Check the URN and the placement.',
    departs: ANY_LINE,
    fails: (episode, _, { providers }) =>
      hasNumber(episode) &&
      !providers(episode.URN).some(({ placeCodes }) => placeCodes.includes(episode.PLACE)),
  }),
  eachRow('Episodes', {
    code: '221',
    title: 'Placement not at the provider’s address',
    fields: ['PL_POST'],
    reference: ['providers'],
    wrong: 'PL_POST is not the postcode that Ofsted’s lists have for that URN.',
    todo: 'Check the postcode and the URN.',
    departs: ANY_LINE,
    fails: (episode, _, { providers, year }) => {
      const { URN, PLACE, PL_POST } = episode;
      if (!hasNumber(episode) || PL_POST === '' || isShortBreaks(episode)) return false;
      if (!AT_LISTED_ADDRESS(year).has(PLACE)) return false;
      const compact = compactPostcode(PL_POST);
      return !providers(URN).some(({ postcode }) => postcode === compact);
    },
  }),
  eachRow('Episodes', {
    code: '222',
    title: 'URN for a placement that has none',
    fields: ['URN'],
    wrong: 'URN is given, but a placement of this kind is not with a provider that Ofsted registers.',
    todo: 'Clear the URN, or correct the placement.',
    fails: (episode, _, { year }) => hasNumber(episode) && MAY_HAVE_NO_URN(year).has(episode.PLACE),
  }),
  eachRow('Episodes', {
    code: '224',
    title: 'Kind of provider not as registered',
    fields: ['PLACE_PROVIDER'],
    reference: ['providers'],
    wrong: 'PLACE_PROVIDER is not what Ofsted’s lists say the provider with that URN is.',
    todo: 'Check the provider and the URN.',
    departs: ANY_LINE,
    fails: (episode, _, { providers }) =>
      hasNumber(episode) &&
      !providers(episode.URN).some(({ providerCodes }) => providerCodes.includes(episode.PLACE_PROVIDER)),
  }),
  eachRow('Episodes', {
    code: '227',
    title: 'Started after the provider’s registration ended',
    fields: ['URN', 'DECOM'],
    reference: ['providers'],
    wrong: 'The episode started on or after the day the provider’s registration ended.',
    todo: 'Check the URN: a provider that registers again has a new one.',
    departs: ANY_LINE,
    fails: (episode, _, { providers }) => {
      if (!hasNumber(episode)) return false;
      const lines = providers(episode.URN);
      return lines.length > 0 && lines.every(({ registrationEnded }) => episode.DECOM >= registrationEnded);
    },
  }),
  eachRow('Episodes', {
    code: '228',
    title: 'Went on after the provider’s registration ended',
    fields: ['URN', 'DEC'],
    reference: ['providers'],
    wrong: 'The episode went on after the day the provider’s registration ended.',
    todo: 'Check the URN, and the day the child moved.',
    departs: ANY_LINE,
    fails: (episode, _, { providers, END }) => {
      if (!hasNumber(episode)) return false;
      const until = Number.isNaN(episode.DEC) ? END : episode.DEC;
      const lines = providers(episode.URN);
      return lines.length > 0 && lines.every(({ registrationEnded }) => until > registrationEnded);
    },
  }),
  eachRow('Episodes', {
    code: '229',
    title: 'Provider in another authority than PLACE_PROVIDER says',
    fields: ['URN', 'PLACE_PROVIDER'],
    reference: ['providers', 'provider authorities', 'authority'],
    wrong:
      'By PLACE_PROVIDER the placement is this authority’s own (PR1) or another authority’s (PR2), but the provider with that URN is not there.',
    todo: 'Check the URN and who provides the placement.',
    departs:
      'The other validator tests each line of a URN that is listed more than once. We pass PR1 when one of its authorities is the reporting one, and PR2 when one is another.',
    fails: (episode, _, { providers, authority, year }) => {
      const { URN, PLACE, PLACE_PROVIDER } = episode;
      if (!hasNumber(episode) || NOT_OF_ONE_AUTHORITY(year).has(PLACE)) return false;
      const lines = providers(URN);
      const isHere = lines.some((line) => line.authority === authority);
      if (PLACE_PROVIDER === 'PR1') return !isHere;
      const isElsewhere = lines.some((line) => line.authority !== '' && line.authority !== authority);
      return PLACE_PROVIDER === 'PR2' && isHere && !isElsewhere;
    },
  }),
  eachRow('Episodes', {
    code: '230',
    from: 2024,
    to: 2024,
    title: 'Supported accommodation without its URN',
    fields: ['URN'],
    reference: ['PL_LA'],
    wrong:
      'Semi-independent living (H5) in England goes on after 28 October 2023, when it had to be registered, but no URN is given.',
    todo: 'Enter the provider’s Ofsted number, URN.',
    fails: (episode) =>
      episode.PLACE === 'H5' &&
      !(episode.DEC < on('2023-10-29')) &&
      !hasNumber(episode) &&
      !startsWithOneOf('NWS', episode.PL_LA),
  }),
  eachRow('Episodes', {
    code: '241',
    from: 2026,
    title: 'Supported accommodation where the provider has no premises',
    fields: ['URN'],
    reference: ['PL_LA', 'providers', 'provider authorities'],
    wrong:
      'The supported accommodation (K3) is in an authority in which, by Ofsted’s lists, the provider with that URN has no premises.',
    todo: 'Check the URN and the postcode of the placement.',
    departs:
      'The other validator compares where the placement is with the reporting authority, and so finds every such placement outside it. We compare it with the authorities that the lists give for the URN.',
    fails: (episode, _, { providers }) => {
      if (!hasNumber(episode) || episode.PLACE !== 'K3' || episode.PL_LA === '') return false;
      const lines = providers(episode.URN);
      const isThere = lines.some(({ authority }) => authority === episode.PL_LA);
      return !isThere && lines.some(({ authority }) => authority !== '');
    },
  }),
  eachRow('Episodes', {
    code: '242',
    from: 2026,
    title: 'Placeholder URN where it cannot be used',
    fields: ['URN'],
    wrong: 'URN is XXXXXXX, which is only for fostering (U1 to U6) and placements for adoption (A3 to A6).',
    todo: 'Enter the provider’s Ofsted number, or clear the URN where the placement has none.',
    fails: ({ URN, PLACE }) => URN === PLACEHOLDER && !ADOPTION_PLACEMENT.has(PLACE) && !FOSTERING.has(PLACE),
  }),
  eachRow('Episodes', {
    code: '243',
    from: 2026,
    title: 'URN for a placement outside England',
    fields: ['URN'],
    reference: ['PL_LA'],
    wrong: 'URN is given, but the placement is outside England, where Ofsted registers no one.',
    todo: 'Clear the URN, or correct the postcode of the placement.',
    fails: ({ URN, PL_LA }) => URN !== '' && OUTSIDE_ENGLAND.has(PL_LA),
  }),
  eachRow('Episodes', {
    code: '1008',
    title: 'URN not in Ofsted’s lists',
    fields: ['URN'],
    reference: ['providers'],
    wrong: 'Ofsted’s lists have no provider with that URN.',
    todo: 'Check the number. Where the provider’s number cannot be known, enter XXXXXXX.',
    fails: (episode, _, { providers }) => hasNumber(episode) && providers(episode.URN).length === 0,
  }),
];
