import { type Cast, nth } from './cast.ts';
import type { ToldStory } from './stories.ts';
import { aged, carers, months } from './telling.ts';

const EAST = "King's Lynn and West Norfolk";

const longName = ({ inHouse }: Cast): ToldStory => ({
  id: 'NM900014',
  title: 'A very long name',
  about: 'A name of nine words, to see that pages, lists and labels hold it.',
  child: {
    id: 'NM900014',
    name: [
      'Maximiliana Philippa-Rosalind Oluwaseyifunmi',
      'Featherstonehaugh-Quantock de la Wainfleet-Brackenthorpe',
    ],
    sex: 'F',
    bornAgo: aged(7, 8),
    ethnicity: 'MWBA',
    heritage: 'british',
    home: '101 Glasswort Crescent',
    district: EAST,
    spells: [
      {
        ago: months(14),
        need: 'N5',
        law: [
          [months(14), 'V2'],
          [months(11), 'C1'],
        ],
        stays: [{ ago: months(14), where: carers(nth(inHouse, 29), 'U6') }],
      },
    ],
  },
});

const noBirthDate = ({ agency }: Cast): ToldStory => ({
  id: 'NM900015',
  title: 'No date of birth recorded',
  about: 'Found without papers five weeks ago: the date of birth is not recorded, and figures by age say so.',
  child: {
    id: 'NM900015',
    name: ['Luam', 'Zerayesu'],
    sex: 'F',
    bornAgo: aged(14, 6),
    ethnicity: 'BAFR',
    heritage: 'horn-of-africa',
    home: 'Not known',
    district: 'Boston',
    birthNotRecorded: true,
    spells: [
      {
        ago: 36,
        need: 'N8',
        law: [
          [36, 'L1'],
          [34, 'V2'],
        ],
        stays: [{ ago: 36, where: carers(nth(agency, 18), 'U6') }],
      },
    ],
  },
});

const restricted = ({ agency }: Cast): ToldStory => ({
  id: 'NM900016',
  title: 'A restricted record',
  about: 'A relative works for the council: the record opens only with a reason, which is kept and reviewed.',
  child: {
    id: 'NM900016',
    name: ['Reece', 'Underfen'],
    sex: 'M',
    bornAgo: aged(10, 9),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '3 Sedgecutter Street',
    district: 'Fenland',
    restricted: true,
    spells: [
      {
        ago: months(26),
        need: 'N1',
        law: [
          [months(26), 'L2'],
          [months(26) - 7, 'C1'],
          [months(18), 'C2'],
        ],
        stays: [{ ago: months(26), where: carers(nth(agency, 21), 'U6') }],
      },
    ],
  },
});

export const recordStories = (cast: Cast): readonly ToldStory[] => [
  longName(cast),
  noBirthDate(cast),
  restricted(cast),
];
