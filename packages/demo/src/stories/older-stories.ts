import { type Cast, nth } from './cast.ts';
import type { ToldStory } from './stories.ts';
import { aged, carers, months, setting } from './telling.ts';

const unaccompanied = ({ reception, inHouse, supported }: Cast): ToldStory => ({
  id: 'NM900007',
  title: 'Yonas T: through the reception centre',
  about:
    'Arrived alone at sixteen; five weeks in the reception centre, a foster family, then supported accommodation.',
  child: {
    id: 'NM900007',
    name: ['Yonas', 'Teklayu'],
    sex: 'M',
    bornAgo: aged(17, 6),
    ethnicity: 'BAFR',
    heritage: 'horn-of-africa',
    home: 'No home in this country',
    district: 'Fenland',
    unaccompanied: true,
    spells: [
      {
        ago: months(16),
        need: 'N8',
        law: [[months(16), 'V2']],
        stays: [
          { ago: months(16), where: setting(reception), whyEnded: 'CARPL' },
          { ago: months(16) - 35, where: carers(nth(inHouse, 14), 'U6'), whyEnded: 'CARPL' },
          { ago: months(4), where: setting(nth(supported, 1)) },
        ],
      },
    ],
  },
});

const manyMoves = ({ agency, inHouse, privateHomes, laneHouse, secure }: Cast): ToldStory => ({
  id: 'NM900008',
  title: 'Skye Rackstraw: six homes in a year',
  about: 'Fifteen; foster homes, a children’s home, seventy-two days in a secure home, and a home far away.',
  child: {
    id: 'NM900008',
    name: ['Skye', 'Rackstraw'],
    sex: 'F',
    bornAgo: aged(15, 4),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '12 Oldbank Road',
    district: 'Fenland',
    disabilities: ['BEH'],
    missingAgo: [
      [months(16), 1],
      [months(10), 3],
      [months(9) - 12, 1],
      [months(3), 2],
      [19, 2],
    ],
    spells: [
      {
        ago: months(21),
        need: 'N6',
        law: [
          [months(21), 'V2'],
          [months(15), 'C1'],
          [months(8), 'C2'],
        ],
        stays: [
          { ago: months(21), where: carers(nth(inHouse, 17), 'U6'), whyEnded: 'CREQB' },
          { ago: months(11), where: carers(nth(agency, 9), 'U6'), whyEnded: 'CREQB' },
          { ago: months(9), where: setting(laneHouse), whyEnded: 'LAREQ' },
          { ago: months(6), where: setting(secure), whyEnded: 'CARPL' },
          { ago: months(6) - 72, where: setting(nth(privateHomes, 2)), whyEnded: 'CHILD' },
          { ago: 33, where: setting(nth(privateHomes, 3)) },
        ],
      },
    ],
  },
});

const steady = ({ inHouse }: Cast): ToldStory => ({
  id: 'NM900009',
  title: 'Freya Wickstead: eleven years in one family',
  about:
    'Came at three and has stayed with the same carers; they were matched for the long term after a year.',
  child: {
    id: 'NM900009',
    name: ['Freya', 'Wickstead'],
    sex: 'F',
    bornAgo: aged(14, 7),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '60 Reedmace Gardens',
    district: 'Boston',
    spells: [
      {
        ago: months(134),
        need: 'N1',
        law: [
          [months(134), 'C1'],
          [months(127), 'C2'],
        ],
        stays: [
          { ago: months(134), where: carers(nth(inHouse, 20), 'U6'), whyEnded: 'PLACE' },
          { ago: months(121), where: carers(nth(inHouse, 20), 'U4'), sameCarer: true },
        ],
      },
    ],
  },
});

const youngMother = ({ inHouse, supported }: Cast): ToldStory => ({
  id: 'NM900010',
  title: 'Ellie Marrable: a young mother',
  about: 'Seventeen, with a daughter of five months; in supported accommodation near her former carers.',
  child: {
    id: 'NM900010',
    name: ['Ellie', 'Marrable'],
    sex: 'F',
    bornAgo: aged(17, 5),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '19 Teasel Drive',
    district: 'South Holland',
    motherOfAgo: months(5),
    spells: [
      {
        ago: months(50),
        need: 'N1',
        law: [
          [months(50), 'C1'],
          [months(42), 'C2'],
        ],
        stays: [
          { ago: months(50), where: carers(nth(inHouse, 23), 'U6'), whyEnded: 'PLACE' },
          { ago: months(36), where: carers(nth(inHouse, 23), 'U4'), sameCarer: true, whyEnded: 'CARPL' },
          { ago: months(8), where: setting(nth(supported, 3)) },
        ],
      },
    ],
  },
});

const stayingPut = ({ agency }: Cast): ToldStory => ({
  id: 'NM900011',
  title: 'Imran Pateley: eighteen, and staying put',
  about:
    'Left care on his eighteenth birthday six weeks ago and stayed with the carers he had been with for years.',
  child: {
    id: 'NM900011',
    name: ['Imran', 'Pateley'],
    sex: 'M',
    bornAgo: aged(18) + 42,
    ethnicity: 'APKN',
    heritage: 'south-asian',
    home: '2 Heronsford Lane',
    district: 'Fenland',
    spells: [
      {
        ago: months(80),
        need: 'N4',
        law: [
          [months(80), 'V2'],
          [months(77), 'C1'],
          [months(69), 'C2'],
        ],
        stays: [
          { ago: months(80), where: carers(nth(agency, 12), 'U6'), whyEnded: 'PLACE' },
          { ago: months(60), where: carers(nth(agency, 12), 'U4'), sameCarer: true },
        ],
        ended: { ago: 42, reason: 'E17' },
      },
    ],
  },
});

export const olderStories = (cast: Cast): readonly ToldStory[] => [
  unaccompanied(cast),
  manyMoves(cast),
  steady(cast),
  youngMother(cast),
  stayingPut(cast),
];
