import {
  type Answers,
  broughtOver,
  type ChildDetails,
  type ChildRecord,
  type KnownBefore,
  mayDoTo,
  PALAC,
  PLACEMENT_REQUEST,
  type Workflow,
} from '@rightplace/domain';
import { findEvidence, listCasesOf, type StoredCase, type Tx } from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

/** In which order what was written before counts. */
const WRITTEN_IN: readonly Workflow[] = [PLACEMENT_REQUEST, PALAC];

interface Asking {
  readonly signedIn: SignedIn;
  readonly loaded: LoadedChildren;
  readonly child: ChildRecord;
}

const maySee = (workflow: Workflow, stored: StoredCase, { signedIn, loaded, child }: Asking): boolean =>
  mayDoTo({
    actor: signedIn.actor,
    action: workflow.access.see,
    on: loaded.today,
    // Its own record is open already, where it is restricted: it is for this child that they ask.
    child: { ...caseForAccess(stored, child, loaded), restricted: false },
  }).kind === 'may';

/** Brothers and sisters whose records they may open without giving a reason. */
const siblingsSeen = ({ signedIn, loaded, child }: Asking): readonly ChildDetails[] => {
  const group = child.details.siblingGroup;
  if (group === undefined) return [];
  const { access, today, present } = loaded;
  return present.ledger.children.flatMap((sibling) => {
    if (sibling.id === child.id || sibling.details.siblingGroup !== group) return [];
    const answer = mayDoTo({
      actor: signedIn.actor,
      action: 'view-child',
      on: today,
      child: childForAccess(sibling, access, today),
    });
    return answer.kind === 'may' ? [sibling.details] : [];
  });
};

/**
 * What a request for a home begins with, as far as whoever begins it may read what it comes from; besides, where it follows a request for
 * care, what was asked in that.
 */
export const answersBefore = async (
  tx: Tx,
  asking: Asking,
  follows?: KnownBefore['follows'],
): Promise<Answers> => {
  const cases = await listCasesOf(tx, asking.child.id);
  const before: Answers[] = [];
  for (const workflow of WRITTEN_IN) {
    const theirs = cases.filter(
      (stored) => stored.workflow === workflow.id && maySee(workflow, stored, asking),
    );
    for (const { id } of theirs.toSorted((a, b) => b.id - a.id)) {
      const evidence = await findEvidence(tx, id);
      if (evidence !== undefined) before.push(evidence.answers);
    }
  }
  return broughtOver({
    child: asking.child,
    siblings: siblingsSeen(asking),
    before,
    ...(follows === undefined ? {} : { follows }),
    today: asking.loaded.today,
  });
};
