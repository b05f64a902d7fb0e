import {
  chosenOffer,
  homeOffered,
  type Offer,
  type Search,
  type SettingInRegister,
  type StandingNow,
} from '@rightplace/domain';
import { readRegister, type Tx } from '@rightplace/store';

/** Which home the chosen offer is of, by the register as it is now: never the one that was asked, where that is another. */
export const withChosenHome = async (
  tx: Tx,
  now: StandingNow,
  search: Search,
): Promise<{ readonly search: Search; readonly home: SettingInRegister | undefined }> => {
  const chosen = chosenOffer(now, search);
  const asked = search.approaches.find(({ number }) => number === chosen?.approach);
  if (chosen === undefined || (asked?.providerId === undefined && asked?.settingId === undefined))
    return { search, home: undefined };
  const { settings } = await readRegister(tx);
  const { home, isUnknown } = homeOffered(settings, asked, chosen.said);
  const { isHomeUnknown: _, ...rest } = chosen;
  const known: Offer = { ...rest, settingId: home?.id, ...(isUnknown ? { isHomeUnknown: true } : {}) };
  return {
    search: { ...search, offers: search.offers.map((offer) => (offer === chosen ? known : offer)) },
    home,
  };
};
