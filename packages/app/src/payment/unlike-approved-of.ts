import { type Offer, type UnlikeApproved, unlikeApproved } from '@rightplace/domain';
import type { AgreedPlacement } from './agreed-placements.ts';

/** Where the price of an agreement is not the one that was agreed last and approved in its search: of one that came to something. */
export const unlikeApprovedOf = (
  {
    agreement: { versions },
    case: { events },
    standing,
  }: Pick<AgreedPlacement, 'agreement' | 'case' | 'standing'>,
  offer: Offer | undefined,
): UnlikeApproved | undefined =>
  offer === undefined || standing === 'came-to-nothing'
    ? undefined
    : unlikeApproved(versions, { events, offer, hasLeft: standing === 'ended' });
