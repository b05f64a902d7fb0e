import {
  ageOn,
  askedOfCase,
  type CaseNow,
  type ChildAction,
  type ChildForAccess,
  type ChildId,
  type ChildRecord,
  type ChildRefusal,
  type Clock,
  caseFrom,
  type Day,
  findLapse,
  isPanelId,
  type Moment,
  mayDoTo,
  openWords,
  type Part,
  refused,
  type Workflow,
} from '@rightplace/domain';
import {
  type Evidence,
  findCase,
  findEvidence,
  listWriters,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { findOpenGlass } from '../child/break-glass.ts';
import { withCovers } from '../child/cover.ts';
import { type LoadedChildren, loadChildren } from '../child/load-children.ts';
import { childForAccess } from '../child/scope.ts';
import { actorAt } from '../delegation/acting.ts';
import {
  loadPanelFacts,
  meetingsToCome,
  namedInCase,
  type PanelFacts,
  reachedByChairs,
} from '../panel/panel-facts.ts';
import { loadSearchFacts, type SearchFacts } from '../search/search-facts.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { clockOf } from './case-clock.ts';
import { type ColleagueParts, loadColleagueParts, NO_COLLEAGUES } from './colleague-parts.ts';
import { partsFor, partsToAnswer } from './parts-for.ts';
import { findWorkflow } from './workflows.ts';

export { clockOf } from './case-clock.ts';

/** A case somebody may act on, with all that a decision stands on: found and allowed in one place. */
export interface FoundCase {
  readonly kind: 'found';
  readonly id: number;
  readonly workflow: Workflow;
  readonly stored: StoredCase;
  /** As it stands now: what has lapsed has lapsed, whether or not the night has written it down. */
  readonly now: CaseNow;
  readonly evidence: Evidence | undefined;
  readonly child: ChildRecord;
  /** The child as the access rules see them of this case. */
  readonly forAccess: ChildForAccess;
  /** Whether the child is in their reach; if not, the case is theirs for a word of their own alone. */
  readonly isReached: boolean;
  /** Whether it is of a restricted record besides, of which they see their word and nothing else. */
  readonly isSealed: boolean;
  /** Whether they see another case of this child as well: each process says by itself who sees its cases. */
  readonly seesToo: (other: StoredCase, workflow: Workflow) => boolean;
  /** The parts in which they reach the child with steps. */
  readonly parts: readonly Part[];
  readonly worksWithChild: boolean;
  readonly clock: Clock;
  readonly loaded: LoadedChildren;
  /** The parts in which they answer for a word of theirs: any of their own, whether or not the child is in their reach now. */
  readonly answering: readonly Part[];
  readonly colleagues: ColleagueParts;
  readonly panels: PanelFacts;
  /** Of a search for a home: its log, and what it comes to. */
  readonly search: SearchFacts | undefined;
  /** The parts in which they reach the child with something else. */
  readonly partsIn: (action: ChildAction) => readonly Part[];
  /** The moment at which all this is so, and at which whatever is decided on it is decided. */
  readonly at: Moment;
}

const NO_SUCH_CASE = refused('out-of-reach', 'There is no such case among those you work with.');

/**
 * A child's case as the access rules see it. While nothing in the record says whose child it is, as with one who has never
 * been looked after, it is theirs who asked, and their team's: of one opened from another, theirs who asked first too.
 */
export const caseForAccess = (
  stored: Pick<StoredCase, 'begunBy' | 'askedBy' | 'teamId'>,
  child: ChildRecord,
  { access, today }: Pick<LoadedChildren, 'access' | 'today'>,
): ChildForAccess => {
  const known = childForAccess(child, access, today);
  if (known.workerIds.length > 0 || known.teamId !== null) return known;
  const team = stored.teamId === null ? undefined : access.staff.teams.get(stored.teamId);
  return {
    ...known,
    workerIds: withCovers(
      [stored.begunBy, stored.askedBy].flatMap((person) => person ?? []),
      { child: child.id, access, today },
    ),
    teamId: team === undefined ? null : String(team.id),
    serviceId: team?.service ?? null,
  };
};

/**
 * Refusals past which somebody answers for a word of theirs: the part in which they gave it may have been a colleague's, and none of
 * their own be one of this process, or it may have ended since.
 */
const PAST_THEIR_PART: ReadonlySet<string> = new Set([
  'out-of-reach',
  'not-your-role',
  'access-ended',
] satisfies readonly ChildRefusal['name'][]);

/**
 * Whether a case is somebody's to see because a word is written down in it as theirs, for which they have not answered:
 * whoever was on duty in the night comes to it in the morning, when the child is out of their reach again. Never past a
 * conflict of interest; of a restricted record they see their word alone.
 */
export const answersHere = ({ words }: CaseNow, person: string, child: ChildForAccess): boolean =>
  openWords(words).some((word) => word.person === person) && !child.conflictedIds.includes(person);

export const caseNow = (
  workflow: Workflow,
  stored: StoredCase,
  writers: readonly number[],
  { clock, at }: { readonly clock: Clock; readonly at: ReturnType<World['now']> },
): CaseNow => {
  const people = writers.map(String);
  const now = caseFrom(stored.events, people, stored.openedFrom !== null);
  const lapse = findLapse(workflow, now, { ...clock, at });
  return lapse === undefined ? now : caseFrom([...stored.events, lapse], people, stored.openedFrom !== null);
};

/** Who somebody is, by their number, as the story of a case names them. */
export const namesIn =
  ({ access }: Pick<LoadedChildren, 'access'>) =>
  (person: string): string =>
    access.staff.members.get(Number(person))?.name ?? 'Somebody';

export const findCaseFor = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  {
    id,
    to,
    forTheirWord = false,
  }: {
    readonly id: number;
    readonly to: 'see' | 'take';
    /** Whether whoever comes for a word of their own alone is let in: only where nothing besides is told or done. */
    readonly forTheirWord?: boolean;
  },
): Promise<FoundCase | ChildRefusal> => {
  const stored = await findCase(tx, id);
  const workflow = stored === undefined ? undefined : findWorkflow(stored.workflow);
  if (stored === undefined || workflow === undefined) return NO_SUCH_CASE;
  const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
  const child = loaded.present.childById.get(stored.child);
  if (child === undefined) return NO_SUCH_CASE;
  const at = world.now();
  const clock = await clockOf(tx, loaded.today);
  const now = caseNow(workflow, stored, await listWriters(tx, id), { clock, at });
  const { today } = loaded;
  const panels = await loadPanelFacts(tx, { workflow, stored, today, nameOf: namesIn(loaded) });
  const forAccess = reachedByChairs(caseForAccess(stored, child, loaded), { workflow, now }, panels.meetings);
  const actor = await actorAt(tx, signedIn, { staff: loaded.access.staff, at });
  const glass =
    child.restricted === true ? await findOpenGlass(tx, { signedIn, id: child.id, now: at }) : undefined;
  const mayDo = (action: ChildAction, of: ChildForAccess) =>
    mayDoTo({
      actor,
      action,
      on: loaded.today,
      child: of,
      ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
    });
  const answer = mayDo(workflow.access[to], forAccess);
  if (answer.kind === 'refused') {
    if (!(PAST_THEIR_PART.has(answer.name) && forTheirWord && answersHere(now, actor.id, forAccess)))
      return answer.name === 'out-of-reach' ? NO_SUCH_CASE : answer;
  }
  const evidence = await findEvidence(tx, id);
  const search = await loadSearchFacts(tx, { id, workflow, now, evidence, child, loaded, to });
  return {
    kind: 'found',
    id,
    workflow: isPanelId(workflow.id)
      ? askedOfCase(
          namedInCase(workflow, now, { meetings: panels.meetings, child, today }),
          now,
          meetingsToCome(panels.meetings, today).map(({ on }) => on),
        )
      : (search?.workflow ?? workflow),
    stored,
    now,
    evidence,
    search,
    child,
    forAccess,
    isReached: answer.kind === 'may',
    isSealed: answer.kind === 'refused' && forAccess.restricted,
    seesToo: (other, { access }) => mayDo(access.see, caseForAccess(other, child, loaded)).kind === 'may',
    parts: partsFor({ actor }, workflow.access.take, forAccess, loaded.today),
    partsIn: (action) => partsFor({ actor }, action, forAccess, loaded.today),
    worksWithChild: forAccess.workerIds.includes(signedIn.actor.id),
    answering: partsToAnswer(actor, workflow.access.take, loaded.today),
    colleagues: workflow.steps.some(({ word }) => word !== undefined)
      ? await loadColleagueParts(tx, forAccess, { action: workflow.access.take, loaded, at, by: actor.id })
      : NO_COLLEAGUES,
    panels,
    clock,
    loaded,
    at,
  };
};

/** Who a case is about, as its pages name them. */
export interface CaseChild {
  readonly id: ChildId;
  readonly name: string | undefined;
  readonly age: number | undefined;
  readonly dateOfBirth: Day | undefined;
}

export const caseChild = ({ id, details }: ChildRecord, today: Day): CaseChild => {
  const name = [details.givenName, details.familyName].filter((part) => part !== undefined).join(' ');
  return {
    id,
    name: name === '' ? undefined : name,
    age: details.dateOfBirth === undefined ? undefined : ageOn(details.dateOfBirth, today),
    dateOfBirth: details.dateOfBirth,
  };
};
