import type { Moment, NoticeKind } from '@rightplace/domain';
import type { StoredConflict, Tx } from '@rightplace/store';
import { tell } from './tell.ts';

/** Tells people of a conflict of interest. The notice names nobody: whose and with whom is looked up for whoever opens it. */
export const tellOfConflict = (
  tx: Tx,
  id: number,
  {
    kind,
    to,
    by,
    at,
  }: {
    readonly kind: Extract<NoticeKind, `conflict-${string}`>;
    readonly to: readonly string[];
    readonly by: string;
    readonly at: Moment;
  },
): Promise<void> =>
  tell(
    tx,
    to
      .filter((person) => person !== by)
      // Cases may be given back and forth: each time is told.
      .map((person) => ({ to: person, kind, urgent: false, at, key: `${kind} ${id} ${at}`, conflict: id })),
    at,
  );

/** Tells whoever had the cases of somebody that they have them no longer, if anybody did. */
export const tellCoverOver = (
  tx: Tx,
  { id, coveredBy }: Pick<StoredConflict, 'id' | 'coveredBy'>,
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<void> =>
  tellOfConflict(tx, id, {
    kind: 'conflict-cover-over',
    to: coveredBy === null ? [] : [String(coveredBy)],
    by,
    at,
  });
