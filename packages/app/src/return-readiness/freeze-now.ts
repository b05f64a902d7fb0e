import {
  type CollectionYear,
  collectionYearLabel,
  type Moment,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  holdReturnChecks,
  listFindings,
  listStandingAnswers,
  saveFreeze,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { checkNow } from './check-return.ts';
import { bytesOf } from './record-as-return.ts';

export interface FreezeAsked {
  readonly authorityId: string;
  readonly personId: number;
  readonly collectionYear: CollectionYear;
  readonly note: string;
  /** The record that was shown to whoever freezes it: its last change. */
  readonly seen: Moment | undefined;
}

export type FreezeOutcome =
  | { readonly kind: 'frozen'; readonly id: number }
  | Refusal<'record-has-changed' | 'nothing-to-freeze'>;

/** For whoever was allowed to: the record is checked, and written as it was checked, in one go. */
export const freezeNow = (
  world: Pick<World, 'db' | 'now'>,
  { authorityId, personId, collectionYear, note, seen }: FreezeAsked,
): Promise<FreezeOutcome> =>
  asTenant(world.db, { authorityId, personId }, async (tx): Promise<FreezeOutcome> => {
    await holdReturnChecks(tx);
    const actor = String(personId);
    const { checked, year, recordAt } = await checkNow(tx, world, {
      authorityId,
      collectionYear,
      cause: 'asked',
      actor,
    });
    if (checked.kind === 'not-needed' || year.children.length === 0)
      return refused(
        'nothing-to-freeze',
        `The record has nothing of ${collectionYearLabel(collectionYear)}.`,
      );
    if (recordAt !== seen)
      return refused(
        'record-has-changed',
        'The record has changed since this page was shown, so nothing was frozen. Look at it again.',
      );
    const open = await listFindings(tx, collectionYear);
    const standing = await listStandingAnswers(tx, collectionYear);
    const answered = standing.filter(({ decision }) => decision?.how === 'agreed').length;
    const id = await saveFreeze(tx, {
      collectionYear,
      at: checked.at,
      by: personId,
      knownAt: recordAt,
      check: checked.id,
      note,
      children: year.children,
      open: open.length - answered,
      answered,
      files: year.files.map((file) => ({ name: file.name, content: bytesOf(file) })),
    });
    await appendAudit(tx, {
      at: checked.at,
      actor,
      action: 'return-frozen',
      subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
      why: note,
      detail: { freeze: id, open: open.length - answered, answered, children: year.children },
    });
    return { kind: 'frozen', id };
  });
