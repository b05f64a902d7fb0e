import { type Disclosure, disclosureStands, type PortalReferral } from '@rightplace/domain';
import type { SearchBehind } from './search-behind.ts';

/** What a provider was sent after the first profile, and whether it is still there to be read. */
export interface DisclosedToProvider {
  readonly disclosure: Disclosure;
  readonly stands: boolean;
}

export const disclosedTo = ({
  referral: { approach },
  behind,
}: {
  readonly referral: PortalReferral;
  readonly behind: SearchBehind;
}): readonly DisclosedToProvider[] =>
  approach.disclosed.map((disclosure) => ({
    disclosure,
    stands: !behind.isOver && disclosureStands(disclosure, approach.number, behind),
  }));
