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
  type FreezeKind,
  holdReturnChecks,
  listFindings,
  listFreezes,
  listStandingAnswers,
  saveFreeze,
} from '@rightplace/store';
import { tellWithin } from '../work/work-step.ts';
import type { World } from '../world.ts';
import { checkNow } from './check-return.ts';
import { countAnswers } from './count-answers.ts';
import { bytesOf } from './record-as-return.ts';

export interface FreezeAsked {
  readonly authorityId: string;
  readonly personId: number;
  readonly collectionYear: CollectionYear;
  readonly kind: FreezeKind;
  readonly note: string;
  /** The record that was shown to whoever freezes it: its last change. */
  readonly seen: Moment | undefined;
}

export type FreezeOutcome =
  | { readonly kind: 'frozen'; readonly id: number }
  | Refusal<'record-has-changed' | 'nothing-to-freeze'>;

/** For whoever was allowed to: the record is checked, and written as it was checked, in one go. */
export const freezeNow = (
  world: Pick<World, 'db' | 'now' | 'tell'>,
  { authorityId, personId, collectionYear, kind, note, seen }: FreezeAsked,
): Promise<FreezeOutcome> =>
  asTenant(world.db, { authorityId, personId }, async (tx): Promise<FreezeOutcome> => {
    await holdReturnChecks(tx);
    const actor = String(personId);
    const { tell } = world;
    const { checked, year, recordAt } = await checkNow(
      tx,
      { ...world, tell: tellWithin(tell, 0, 0.8) },
      {
        authorityId,
        collectionYear,
        cause: 'asked',
        actor,
      },
    );
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
    const sentTwice = (await listFreezes(tx, collectionYear, kind)).find(
      (freeze) => freeze.knownAt === recordAt && freeze.by === personId && freeze.note === note,
    );
    if (sentTwice !== undefined) return { kind: 'frozen', id: sentTwice.id };
    tell?.({ words: 'Keeping the files', share: 0.8 });
    const found = await listFindings(tx, collectionYear);
    const { agreed } = countAnswers(found, await listStandingAnswers(tx, collectionYear));
    const [open, answered] = [found.length - agreed, agreed];
    const id = await saveFreeze(tx, {
      kind,
      collectionYear,
      at: checked.at,
      by: personId,
      knownAt: recordAt,
      check: checked.id,
      note,
      children: year.children,
      open,
      answered,
      files: year.files.map((file) => ({ name: file.name, content: bytesOf(file) })),
    });
    await appendAudit(tx, {
      at: checked.at,
      actor,
      action: kind === 'rehearsal' ? 'return-rehearsed' : 'return-frozen',
      subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
      why: note,
      detail: { freeze: id, open, answered, children: year.children },
    });
    return { kind: 'frozen', id };
  });
