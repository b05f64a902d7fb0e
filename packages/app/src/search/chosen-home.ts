import {
  chosenOffer,
  homeOffered,
  type Offer,
  type Search,
  type SettingInRegister,
  type StandingNow,
} from '@rightplace/domain';
import { readRegister, type Tx } from '@rightplace/store';

/** A search with what the register knows now of the homes that are offered. */
export interface SearchWithHomes {
  /** Of the chosen offer, and of one that the register does not know, as the register is now. */
  readonly search: Search;
  /** By the number of its offer each home that the register knows: never the one that was asked, where that is another. */
  readonly homes: ReadonlyMap<number, SettingInRegister>;
  /** Of the chosen offer. */
  readonly home: SettingInRegister | undefined;
}

const asKnown = (
  offer: Offer,
  { home, isUnknown }: ReturnType<typeof homeOffered>,
  isChosen: boolean,
): Offer => {
  const { isHomeUnknown: _, ...rest } = offer;
  return {
    ...rest,
    ...(isChosen ? { settingId: home?.id } : {}),
    ...(isUnknown ? { isHomeUnknown: true } : {}),
  };
};

const withHomesOf = async (
  tx: Tx,
  search: Search,
  { chosen, isOf }: { readonly chosen: Offer | undefined; readonly isOf: (offer: Offer) => boolean },
): Promise<SearchWithHomes> => {
  const askedFor = new Map(search.approaches.map((approach) => [approach.number, approach]));
  const ofRegister = search.offers.flatMap((offer) => {
    const asked = isOf(offer) ? askedFor.get(offer.approach) : undefined;
    return asked?.providerId === undefined && asked?.settingId === undefined ? [] : [{ offer, asked }];
  });
  if (ofRegister.length === 0) return { search, homes: new Map(), home: undefined };
  const { settings } = await readRegister(tx);
  const found = new Map(
    ofRegister.map(({ offer, asked }) => [offer.number, homeOffered(settings, asked, offer.said)]),
  );
  const homes = new Map(
    [...found].flatMap(([number, { home }]) => (home === undefined ? [] : [[number, home] as const])),
  );
  const offers = search.offers.map((offer) => {
    const known = found.get(offer.number);
    return known === undefined ? offer : asKnown(offer, known, offer === chosen);
  });
  return { search: { ...search, offers }, homes, home: homes.get(chosen?.number ?? 0) };
};

/** Which home each offer is of, by the register as it is now. */
export const withHomes = (tx: Tx, now: StandingNow, search: Search): Promise<SearchWithHomes> =>
  withHomesOf(tx, search, { chosen: chosenOffer(now, search), isOf: () => true });

/** The same of the chosen offer alone. */
export const withChosenHome = (tx: Tx, now: StandingNow, search: Search): Promise<SearchWithHomes> => {
  const chosen = chosenOffer(now, search);
  return withHomesOf(tx, search, { chosen, isOf: (offer) => offer === chosen });
};
