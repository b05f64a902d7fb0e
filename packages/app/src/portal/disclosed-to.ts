import { type Disclosure, disclosureStands, type PortalReferral } from '@rightplace/domain';
import type { SearchBehind } from './search-behind.ts';

/** What a provider was sent after the first profile, and whether it is still there to be read. */
export interface DisclosedToProvider {
  readonly disclosure: Disclosure;
  readonly stands: boolean;
}

/**
 * Whether the record has the child in another home than the one that was chosen: of them no provider of the search reads anything more.
 * The register tells that, which the database’s own wall does not ask.
 */
export const livesElsewhere = ({ moved }: Pick<SearchBehind, 'moved'>): boolean => moved === 'another-home';

export const disclosedTo = ({
  referral: { approach },
  behind,
}: {
  readonly referral: PortalReferral;
  readonly behind: SearchBehind;
}): readonly DisclosedToProvider[] =>
  approach.disclosed.map((disclosure) => ({
    disclosure,
    stands:
      !behind.isOver && !livesElsewhere(behind) && disclosureStands(disclosure, approach.number, behind),
  }));
