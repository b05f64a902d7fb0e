import {
  type Answers,
  asksOfProvider,
  type Day,
  KINDS_OF_HOME,
  type KindOfHomeId,
  offeredAs,
  type SettingInRegister,
} from '@rightplace/domain';

/** What a provider of the demonstration says of each kind of home it may be asked for. No other kind is asked. */
const OFFERS = {
  'agency-carer': {
    'children-there': '2',
    terms: 'within',
    'core-weekly': '972',
    'price-basis': 'framework',
    staff: 'Two carers, who have fostered for nine years.',
  },
  'childrens-home': {
    'core-weekly': '4850',
    'price-basis': 'spot',
    staff: 'A team of eight, most of them here for more than three years.',
  },
  supported: {
    'core-weekly': '1150',
    'price-basis': 'framework',
    staff: 'Somebody in the house day and night.',
  },
} as const satisfies Partial<Record<KindOfHomeId, Answers>>;

export type KindOffered = keyof typeof OFFERS;

/** Of which kind a home of the register is offered; undefined for one that the demonstration does not ask. */
export const kindOffered = (
  setting: Pick<SettingInRegister, 'kind' | 'inHouse'>,
): KindOffered | undefined => {
  const kind = offeredAs(setting);
  return kind !== undefined && kind in OFFERS ? (kind as KindOffered) : undefined;
};

export interface HomeOffering {
  readonly home: string;
  readonly kind: KindOffered;
}

export const feeOf = ({ kind }: HomeOffering): string => OFFERS[kind]['core-weekly'];

/** An offer of the home that was asked, as what it is: with how far it fits each need, which is as far as it can. */
export const offerOf = (
  { home, kind }: HomeOffering,
  { today, needs }: { readonly today: Day; readonly needs: readonly string[] },
): Answers => ({
  ...Object.fromEntries(
    asksOfProvider('offer', needs).flatMap((question) =>
      question.kind === 'one-of' && question.name.startsWith('fits-')
        ? [[question.name, Object.keys(question.options)[0] ?? '']]
        : [],
    ),
  ),
  home,
  'home-kind': kind,
  ...('registered' in KINDS_OF_HOME[kind] ? { registered: 'yes' } : {}),
  judgement: 'good',
  area: 'inside',
  'starts-on': today,
  ...OFFERS[kind],
});
