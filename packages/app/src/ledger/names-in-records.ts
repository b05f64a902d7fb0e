import type { ChildRecord } from '@rightplace/domain';
import { compactPostcode } from '../reference/sectors.ts';
import { beside } from './recall.ts';

/** What a record names that published data may tell more of. */
export interface Names {
  /** Those that a distance may be measured from or to, in capitals without spaces. */
  readonly postcodes: ReadonlySet<string>;
  /** Ofsted's numbers of homes and agencies, in capitals. */
  readonly urns: ReadonlySet<string>;
}

const kept = new WeakMap<ChildRecord, Names>();

/** Found once for each record: most records of a ledger are those of the ledger before it. */
const namesOf = (child: ChildRecord): Names =>
  beside(kept, child, () => {
    const postcodes = new Set<string>();
    const urns = new Set<string>();
    for (const { postcode, homePostcode, urn } of child.placements) {
      if (postcode !== null) postcodes.add(compactPostcode(postcode));
      if (homePostcode !== null) postcodes.add(compactPostcode(homePostcode));
      if (urn !== null) urns.add(urn.trim().toUpperCase());
    }
    return { postcodes, urns };
  });

export const namesIn = (children: readonly ChildRecord[]): Names => {
  const postcodes = new Set<string>();
  const urns = new Set<string>();
  for (const child of children) {
    const names = namesOf(child);
    for (const postcode of names.postcodes) postcodes.add(postcode);
    for (const urn of names.urns) urns.add(urn);
  }
  return { postcodes, urns };
};

export const areAllIn = (these: ReadonlySet<string>, those: ReadonlySet<string>): boolean => {
  for (const name of these) if (!those.has(name)) return false;
  return true;
};
