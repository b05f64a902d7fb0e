import {
  type Answers,
  broughtOver,
  type ChildDetails,
  type ChildRecord,
  mayDoTo,
  PALAC,
  PLACEMENT_REQUEST,
  type Workflow,
  type WrittenBefore,
} from '@rightplace/domain';
import {
  type Evidence,
  findEvidence,
  listCaseLinks,
  listCasesOf,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { caseForAccess } from '../cases/find-case.ts';
import type { LoadedChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

/** In which the needs of a child are written. */
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

/** The request for care that a request for a home follows, with what was asked in it. */
interface Followed {
  readonly id: number;
  readonly evidence: Pick<Evidence, 'answers' | 'savedAt'> | undefined;
}

/** Which requests are of the same asking: those for a home that follow the same request for care. */
const ofSameAsking = async (tx: Tx, follows: Followed | undefined): Promise<ReadonlySet<number>> =>
  new Set(
    follows === undefined
      ? []
      : (await listCaseLinks(tx)).filter(({ from }) => from === follows.id).map((link) => link.case),
  );

const writtenIn = (
  { answers, savedAt }: Pick<Evidence, 'answers' | 'savedAt'>,
  isOfThis: boolean,
): WrittenBefore => ({ answers, at: savedAt, isOfThis });

/**
 * What a request for a home begins with, as far as whoever begins it may read what it comes from; besides, where it follows a request for
 * care, what was asked in that.
 */
export const answersBefore = async (tx: Tx, asking: Asking, follows?: Followed): Promise<Answers> => {
  const theirs = (await listCasesOf(tx, asking.child.id)).filter((stored) =>
    WRITTEN_IN.some((workflow) => stored.workflow === workflow.id && maySee(workflow, stored, asking)),
  );
  const same = await ofSameAsking(tx, follows);
  const before = follows?.evidence === undefined ? [] : [writtenIn(follows.evidence, true)];
  for (const { id } of theirs.toSorted((a, b) => a.id - b.id)) {
    const evidence = id === follows?.id ? undefined : await findEvidence(tx, id);
    if (evidence !== undefined) before.push(writtenIn(evidence, same.has(id)));
  }
  return broughtOver({
    child: asking.child,
    siblings: siblingsSeen(asking),
    before,
    today: asking.loaded.today,
  });
};
