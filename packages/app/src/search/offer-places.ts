import { isAgency, isHousehold, type Offer, type SettingInRegister } from '@rightplace/domain';
import type { Sight } from '../register/sight.ts';

/** Where an offered home is. */
export interface PlaceOfOffer {
  readonly address: string | undefined;
  readonly postcode: string | undefined;
  /** Whether the postcode is that of the register, where the offer gives none. */
  readonly isByRegister: boolean;
}

const textOf = (answer: unknown): string | undefined =>
  typeof answer === 'string' && answer !== '' ? answer : undefined;

/** No child lives at an agency’s address, and where carers live is for those who see carers. */
const knownTo = (home: SettingInRegister | undefined, sight: Sight | undefined): string | undefined =>
  home === undefined ||
  sight === undefined ||
  isAgency(home.kind) ||
  (isHousehold(home.kind) && !sight.carers)
    ? undefined
    : (home.postcode ?? undefined);

/** Of each offer, by its number: as it says itself; where it gives no postcode, by the home of the register that it is of. */
export const placesOf = (
  offers: readonly Offer[],
  homes: ReadonlyMap<number, SettingInRegister>,
  /** Undefined for whoever does not see the register. */
  sight: Sight | undefined,
): ReadonlyMap<number, PlaceOfOffer> =>
  new Map(
    offers.map(({ number, said }) => {
      const given = textOf(said.postcode);
      const known = given === undefined ? knownTo(homes.get(number), sight) : undefined;
      return [
        number,
        { address: textOf(said.address), postcode: given ?? known, isByRegister: known !== undefined },
      ];
    }),
  );
