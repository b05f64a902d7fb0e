import type { Delegation, Moment, NoticeKind } from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import { tell } from './tell.ts';

/** Tells whoever stands in and whoever is stood in for, but for the one of them who recorded it. */
export const tellOfDelegation = async (
  tx: Tx,
  { id, standsIn, forPerson }: Pick<Delegation, 'id' | 'standsIn' | 'forPerson'>,
  { what, by, at }: { readonly what: 'made' | 'ended'; readonly by: string; readonly at: Moment },
): Promise<void> => {
  const kinds: readonly (readonly [string, NoticeKind])[] = [
    [standsIn, what === 'made' ? 'stands-in' : 'standing-in-over'],
    [forPerson, what === 'made' ? 'stood-in-for' : 'standing-in-over'],
  ];
  const notices = kinds
    .filter(([to]) => to !== by)
    .map(([to, kind]) => ({ to, kind, urgent: false, at, key: `delegation ${id} ${what}`, delegation: id }));
  await tell(tx, notices, at);
};
