import { type Answers, additionKeys, additionsIn } from '@rightplace/domain';
import type { When } from '../requests/told-request.ts';
import { checked, FAMILY, FAR_AWAY, WITH_EXTRAS } from './offers-told.ts';
import {
  approach,
  begunOn,
  declined,
  offer,
  type Sought,
  step,
  type Told,
  type ToldDoing,
  type ToldEntry,
  type ToldSearch,
  written,
} from './told-search.ts';

/** From whom a home came that a child lives in now, at what first price and at what agreed one. */
interface Home {
  readonly sought: Sought;
  readonly provider: string;
  readonly home: string;
  readonly offered: Told;
  readonly first: string;
  readonly agreed: string;
  readonly basis: 'framework' | 'spot';
  readonly counter?: string;
}

const priced =
  ({ offered, first, basis }: Home): Told =>
  (when): Answers => ({
    ...(typeof offered === 'function' ? offered(when) : offered),
    'core-weekly': first,
    'price-basis': basis,
    area: 'inside',
    'starts-on': when.day(-1),
  });

const negotiated = ({ home, counter, first }: Home): readonly ToldEntry[] =>
  counter === undefined
    ? []
    : [
        written(8, 'figure', home, {
          'proposed-by': 'us',
          weekly: counter,
          'proposed-where': 'E-mail to the contracts manager',
          words: 'The price of the last placement there, with the award of April.',
        }),
        written(7, 'figure', home, {
          'proposed-by': 'provider',
          weekly: first,
          'proposed-where': 'Their answer by e-mail',
          words: 'The price of their framework band.',
        }),
      ];

/** The core fee came down; what is added was agreed as it was offered. */
const additionsKept = (one: Home, when: When): Answers => {
  const offered = priced(one);
  const { additions } = typeof offered === 'function' ? offered(when) : offered;
  const keys = additionKeys({ additions: additionsIn(additions) });
  return keys.length === 0 ? {} : { 'additions-kept': keys };
};

const searched = (one: Home): readonly (ToldDoing | ToldEntry)[] => [
  ...begunOn(23),
  step(21, 'open-framework', { 'came-to': 'Nothing of our own was free.' }),
  ...(one.basis === 'framework'
    ? [approach(21, 'framework', one.provider)]
    : [
        approach(21, 'framework', 'Oxdyke Care Group'),
        declined(19, 'Oxdyke Care Group', 'no-place', 'Full.'),
        step(18, 'open-spot', { 'came-to': 'Nothing on the framework.' }),
        approach(18, 'spot', one.provider),
      ]),
  offer(14, one.provider, one.home, priced(one)),
  written(13, 'shared', one.home),
  step(13, 'share-offers'),
  step(11, 'choose', {
    offer: `Offer 1: ${one.home}`,
    'why-this': 'It meets what the request asks, and can begin in time.',
    'child-view': '“It was all right when we went to look.”',
  }),
  step(10, 'agree-choice'),
  ...negotiated(one),
  step(6, 'agree-terms', (when) => ({
    'agreed-weekly': one.agreed,
    'agreed-with': 'The contracts manager of the provider, by e-mail',
    ...additionsKept(one, when),
  })),
  ...checked(5, one.home),
  step(4, 'propose', {
    considered: 'Nothing nearer was offered.',
    'why-this': 'It meets what the request asks at a price that was brought to what others pay.',
    'social-worker-view': 'Agrees.',
  }),
  step(3, 'approve', {}),
  step(2, 'notify', { 'provider-told': 'The registered manager', 'worker-told': 'The social worker' }),
  step(1, 'send-contract', ({ day }) => ({ 'contract-sent': day(1), 'contract-to': 'The provider' })),
  step(0, 'confirm-move', ({ day }) => ({
    'contract-signed': 'no',
    'not-signed-why': 'The signature of the provider is on its way.',
    'moves-on': day(-1),
    'moves-how': 'The social worker drives, and the key worker has made the room ready.',
  })),
];

const HOMES: readonly Home[] = [
  {
    sought: 'home',
    provider: 'Candlefen Residential',
    home: 'Sluice House',
    offered: WITH_EXTRAS,
    first: '5460.00',
    agreed: '5120.00',
    basis: 'framework',
    counter: '5000.00',
  },
  {
    sought: 'family',
    provider: 'Copperlark Foster Care',
    home: 'Family in Fenmarket',
    offered: FAMILY,
    first: '972.00',
    agreed: '930.00',
    basis: 'framework',
    counter: '900.00',
  },
  {
    sought: 'family',
    provider: 'Lanternby Fostering',
    home: 'Family in Holbeck End',
    offered: FAMILY,
    first: '1045.00',
    agreed: '1045.00',
    basis: 'spot',
  },
  {
    sought: 'home',
    provider: 'Thistlewick Living',
    home: 'Dyke End',
    offered: FAR_AWAY,
    first: '6120.00',
    agreed: '5890.00',
    basis: 'spot',
    counter: '5700.00',
  },
  {
    sought: 'family',
    provider: 'Quillfeather Fostering',
    home: 'Family in Saltney',
    offered: FAMILY,
    first: '918.00',
    agreed: '918.00',
    basis: 'framework',
  },
];

/** Searches that children have moved by, each told with the working day before the move as its last. */
export const PLACED_TOLD: readonly ToldSearch[] = HOMES.map((one) => ({
  sought: one.sought,
  begun: 24,
  happened: searched(one),
}));
