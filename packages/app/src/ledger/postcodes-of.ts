import type { Ledger } from '@rightplace/domain';
import { compactPostcode } from '../reference/sectors.ts';

/** Every postcode that a distance may be measured from or to, in capitals without spaces. */
export const postcodesOf = (ledger: Ledger): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { placements } of ledger.children) {
    for (const { postcode, homePostcode } of placements) {
      if (postcode !== null) found.add(compactPostcode(postcode));
      if (homePostcode !== null) found.add(compactPostcode(homePostcode));
    }
  }
  return found;
};
