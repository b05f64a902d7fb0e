import { kindOfHome } from './kinds-of-home.ts';
import type { Offer } from './offer.ts';

type Offered = Pick<Offer, 'provider' | 'providerId' | 'settingId' | 'home' | 'kind'>;

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

const isSameProvider = (a: Offered, b: Offered): boolean =>
  a.providerId !== undefined && b.providerId !== undefined
    ? a.providerId === b.providerId
    : plain(a.provider) === plain(b.provider);

/** Of carers the register has their agency, and each offer is of carers of its own. */
const isItsSetting = ({ kind }: Offered): boolean => kind !== undefined && kindOfHome(kind).fosters !== true;

/** By the register where it has both; by its name elsewhere. */
const isSameHome = (a: Offered, b: Offered): boolean => {
  if (a.settingId !== undefined && b.settingId !== undefined) {
    if (a.settingId !== b.settingId) return false;
    if (isItsSetting(a) && isItsSetting(b)) return true;
  }
  return plain(a.home) === plain(b.home);
};

/** Every offer of the home of one of them by the same provider, in the order in which they came; withdrawn ones too. */
export const offersOfHome = <O extends Offered>(offer: Offered, offers: readonly O[]): readonly O[] =>
  offers.filter((other) => isSameProvider(offer, other) && isSameHome(offer, other));
