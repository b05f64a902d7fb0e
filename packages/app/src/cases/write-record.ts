import {
  type Answers,
  type ChildRecord,
  collectionYearOf,
  type Refusal,
  recordWriterOf,
  refused,
  type Step,
  type WithFaults,
} from '@rightplace/domain';
import { withRecord } from '@rightplace/ssda903';
import { saveChildren, saveEntered, saveReported, type Tx } from '@rightplace/store';
import { enteredFromHeld } from '../import/entered-here.ts';
import { reportedFromHeld } from '../import/held-children.ts';
import { heldOfYear } from '../return-correction/held-return.ts';
import type { World } from '../world.ts';
import type { FoundCase } from './find-case.ts';

/** The record as a step leaves it; undefined where the step writes nothing in it. */
export const recordAfter = (
  { workflow, child, evidence, loaded }: Pick<FoundCase, 'workflow' | 'child' | 'evidence' | 'loaded'>,
  step: Pick<Step, 'id'>,
  said: Answers,
): { readonly kind: 'after'; readonly child: ChildRecord } | WithFaults<Refusal<'not-said'>> | undefined => {
  const writer = recordWriterOf(workflow, step.id);
  if (writer === undefined) return undefined;
  const written = writer({ child, said, evidence: evidence?.answers ?? {}, today: loaded.today });
  return written.kind === 'written'
    ? { kind: 'after', child: written.child }
    : {
        ...refused('not-said', 'What is said here does not fit the child’s record.'),
        faults: written.faults,
      };
};

/**
 * Writes it, in the transaction of the step, beside what returns are known to have said: none that repeats it takes back what was
 * decided here. Whoever calls holds the record, so that it is still what the step was weighed on.
 */
export const writeRecord = async (
  tx: Tx,
  { world, child, loaded }: { readonly world: World } & Pick<FoundCase, 'child' | 'loaded'>,
  after: ChildRecord,
  { why, event, by }: { readonly why: string; readonly event: string; readonly by: number },
): Promise<void> => {
  const { held } = await heldOfYear(tx, child, collectionYearOf(loaded.today));
  const next = withRecord(held, after);
  await saveChildren(tx, { children: [after], clock: world.now, why, event, byPerson: by });
  const [was, is] = [new Map([[child.id, held]]), new Map([[child.id, next]])];
  await saveReported(tx, { before: reportedFromHeld(was), after: reportedFromHeld(is) });
  await saveEntered(tx, { before: enteredFromHeld(was), after: enteredFromHeld(is) });
};
