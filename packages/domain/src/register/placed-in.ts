import type { Placement } from '../child/record.ts';
import { isFosterCare, isPlacedForAdoption } from '../placement/placement-type.ts';
import { plainPostcode } from '../placement/postcode.ts';
import { isAgency, type SettingInRegister } from './setting.ts';

/** Whether a placement, or a home, of such a type is with a family: its URN is then the agency’s, and the postcode tells the household. */
export const isInFamily = (type: string): boolean => isFosterCare(type) || isPlacedForAdoption(type);

const isSame = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && plainPostcode(a) === plainPostcode(b);

type Home = Pick<SettingInRegister, 'kind' | 'type' | 'urn' | 'postcode'>;

/**
 * Whether a placement agrees with a home: by its URN, which with a family is the agency’s, or by the postcode where either has no URN.
 * What is not recorded agrees with nothing.
 */
export const agreesWithHome = (
  { type, urn, postcode }: Pick<Placement, 'type' | 'urn' | 'postcode'>,
  home: Home,
): boolean => {
  if (isInFamily(type) !== isInFamily(home.type)) return false;
  if (urn !== null && home.urn !== null) return isSame(urn, home.urn);
  return !isAgency(home.kind) && isSame(postcode, home.postcode);
};
