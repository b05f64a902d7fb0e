import { type Cast, nth } from './cast.ts';
import type { ToldStory } from './stories.ts';
import { aged, carers, months, setting, type ToldChild } from './telling.ts';

const EAST = "King's Lynn and West Norfolk";

const kofi = ({ lowe, laneHouse, agency }: Cast): ToldStory => ({
  id: 'NM900001',
  title: 'Kofi A: from a children’s home to a family',
  about:
    'Twelve, on a care order: an emergency home, sixteen months in Lane House, then a step down to Mr and Mrs Lowe.',
  child: {
    id: 'NM900001',
    name: ['Kofi', 'Adomaku'],
    sex: 'M',
    bornAgo: aged(12, 3),
    ethnicity: 'BAFR',
    heritage: 'west-african',
    home: '7 Whimbrel Court',
    district: EAST,
    missingAgo: [[months(26), 2]],
    spells: [
      {
        ago: months(35),
        need: 'N1',
        law: [
          [months(35), 'V2'],
          [months(29), 'C1'],
          [months(21), 'C2'],
        ],
        stays: [
          { ago: months(35), where: carers(nth(agency, 0), 'U6'), whyEnded: 'CREQB' },
          { ago: months(34), where: setting(laneHouse), whyEnded: 'CARPL' },
          { ago: months(18), where: carers(lowe, 'U6'), whyEnded: 'PLACE' },
          { ago: months(7), where: carers(lowe, 'U4'), sameCarer: true },
        ],
      },
    ],
  },
});

const SIBLINGS = {
  sex: 'F',
  ethnicity: 'WBRI',
  heritage: 'british',
  home: '31 Samphire Close',
  district: 'Boston',
  siblingGroup: 'Hollowell (NM900002)',
} as const;

const SIBLINGS_LAW = [
  [months(38), 'L1'],
  [months(38) - 2, 'C1'],
  [months(29), 'C2'],
] as const;

const together = ({ inHouse }: Cast) => nth(inHouse, 3);

const sibling = (cast: Cast, id: string, given: string, sex: 'F' | 'M', bornAgo: number): ToldChild => ({
  ...SIBLINGS,
  id,
  name: [given, 'Hollowell'],
  sex,
  bornAgo,
  spells: [
    {
      ago: months(38),
      need: 'N1',
      law: SIBLINGS_LAW,
      stays: [
        { ago: months(38), where: carers(together(cast), 'U6'), whyEnded: 'PLACE' },
        { ago: months(20), where: carers(together(cast), 'U4'), sameCarer: true },
      ],
    },
  ],
});

const siblings = (cast: Cast): readonly ToldStory[] => [
  {
    id: 'NM900002',
    title: 'Leah Hollowell: the eldest of three',
    about: 'One of three who came into care together and live with the same carers.',
    child: sibling(cast, 'NM900002', 'Leah', 'F', aged(11, 5)),
  },
  {
    id: 'NM900003',
    title: 'Ben Hollowell: placed apart, then reunited',
    about:
      'Moved away from his sisters when the carers asked for it, and came back to them ten months later.',
    child: {
      ...sibling(cast, 'NM900003', 'Ben', 'M', aged(8, 10)),
      spells: [
        {
          ago: months(38),
          need: 'N1',
          law: SIBLINGS_LAW,
          stays: [
            { ago: months(38), where: carers(together(cast), 'U6'), whyEnded: 'CREQB' },
            { ago: months(23), where: carers(nth(cast.agency, 4), 'U6'), whyEnded: 'CARPL' },
            { ago: months(13), where: carers(together(cast), 'U6') },
          ],
        },
      ],
    },
  },
  {
    id: 'NM900004',
    title: 'Maisie Hollowell: the youngest of three',
    about: 'Came into care at two under police protection, with her sister and brother.',
    child: sibling(cast, 'NM900004', 'Maisie', 'F', aged(5, 6)),
  },
];

const disruption = ({ agency, inHouse, privateHomes }: Cast): ToldStory => ({
  id: 'NM900005',
  title: 'Tyler Kestlewick: a foster home that broke down',
  about:
    'Two and a half years with one family ended in days; an emergency home, a children’s home, then new carers.',
  child: {
    id: 'NM900005',
    name: ['Tyler', 'Kestlewick'],
    sex: 'M',
    bornAgo: aged(14, 2),
    ethnicity: 'MWBC',
    heritage: 'british',
    home: '4 Punt Yard',
    district: EAST,
    spells: [
      {
        ago: months(44),
        need: 'N5',
        law: [
          [months(44), 'V2'],
          [months(41), 'C1'],
          [months(33), 'C2'],
        ],
        stays: [
          { ago: months(44), where: carers(nth(inHouse, 6), 'U6'), whyEnded: 'CARPL' },
          { ago: months(42), where: carers(nth(agency, 2), 'U6'), whyEnded: 'PLACE' },
          { ago: months(28), where: carers(nth(agency, 2), 'U4'), sameCarer: true, whyEnded: 'CREQB' },
          { ago: months(7), where: carers(nth(inHouse, 9), 'U6'), whyEnded: 'CARPL' },
          { ago: months(7) - 9, where: setting(nth(privateHomes, 0)), whyEnded: 'CARPL' },
          { ago: 52, where: carers(nth(agency, 7), 'U6') },
        ],
      },
    ],
  },
});

const home = ({ inHouse }: Cast): ToldStory => ({
  id: 'NM900006',
  title: 'Poppy Saltby: home again',
  about: 'Seven months in care by agreement while her mother was ill; went home as planned two months ago.',
  child: {
    id: 'NM900006',
    name: ['Poppy', 'Saltby'],
    sex: 'F',
    bornAgo: aged(9, 1),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '88 Drovers Gate',
    district: 'South Holland',
    spells: [
      {
        ago: months(9),
        need: 'N3',
        law: [[months(9), 'V2']],
        stays: [{ ago: months(9), where: carers(nth(inHouse, 11), 'U6') }],
        ended: { ago: months(2), reason: 'E4A' },
      },
    ],
  },
});

export const familyStories = (cast: Cast): readonly ToldStory[] => [
  kofi(cast),
  ...siblings(cast),
  disruption(cast),
  home(cast),
];
