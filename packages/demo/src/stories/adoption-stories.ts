import { type Cast, nth } from './cast.ts';
import type { ToldStory } from './stories.ts';
import { aged, carers, months } from './telling.ts';

const adopted = ({ inHouse }: Cast): ToldStory => ({
  id: 'NM900012',
  title: 'Theo Larkbourne: adopted',
  about: 'In care from birth, placed with his adopters at fifteen months and adopted three months ago.',
  child: {
    id: 'NM900012',
    name: ['Theo', 'Larkbourne'],
    sex: 'M',
    bornAgo: aged(2, 2),
    ethnicity: 'WBRI',
    heritage: 'british',
    home: '45 Lapwing Terrace',
    district: 'Boston',
    spells: [
      {
        ago: aged(2, 2) - 3,
        need: 'N1',
        law: [
          [aged(2, 2) - 3, 'C1'],
          [months(17), 'E1'],
        ],
        stays: [
          { ago: aged(2, 2) - 3, where: carers(nth(inHouse, 26), 'U6'), whyEnded: 'CARPL' },
          {
            ago: months(11),
            where: {
              type: 'A6',
              provider: 'PR1',
              postcode: nth(inHouse, 40).postcode,
              urn: 'XXXXXXX',
            },
          },
        ],
        ended: { ago: months(3), reason: 'E12' },
        adoption: {
          decided: months(17) + 20,
          ordered: months(17),
          matched: months(11) + 25,
          byFosterCarer: false,
        },
      },
    ],
  },
});

const earlyPermanence = ({ agency }: Cast): ToldStory => ({
  id: 'NM900013',
  title: 'Baby Ivy Cressick: with those who may adopt her',
  about:
    'Ten months old, since birth with carers approved to foster and to adopt; the placement order was made in autumn.',
  child: {
    id: 'NM900013',
    name: ['Ivy', 'Cressick'],
    sex: 'F',
    bornAgo: months(10),
    ethnicity: 'MWAS',
    heritage: 'british',
    home: '9 Kelpie Avenue',
    district: 'South Holland',
    spells: [
      {
        ago: months(10) - 4,
        need: 'N1',
        law: [
          [months(10) - 4, 'C1'],
          [70, 'E1'],
        ],
        stays: [
          { ago: months(10) - 4, where: carers(nth(agency, 15), 'U5'), whyEnded: 'PLACE' },
          { ago: 24, where: carers(nth(agency, 15), 'A5'), sameCarer: true },
        ],
        adoption: { decided: 88, ordered: 70, matched: 40, byFosterCarer: true },
      },
    ],
  },
});

export const adoptionStories = (cast: Cast): readonly ToldStory[] => [adopted(cast), earlyPermanence(cast)];
