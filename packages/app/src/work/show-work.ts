import {
  ACTIONS,
  type Action,
  addMinutes,
  londonDayOf,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  asTenantReading,
  findWork,
  type HeldWork,
  listConflicts,
  listWorkOf,
  loadWorkFile,
  type Tx,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { FileWaiting, WorkShown } from './views.ts';

type Reach = Pick<World, 'db' | 'now'>;
export type NoSuchWork = Refusal<'no-such-work'>;

const NO_SUCH_WORK: NoSuchWork = refused('no-such-work', 'There is no such work of yours.');

/** Its process says every few seconds that it goes on; of one that has said nothing for a minute it is not believed. */
export const isHeardOf = ({ heardAt }: Pick<HeldWork, 'heardAt'>, now: Moment): boolean =>
  now <= addMinutes(heardAt, 1);

/** Only whoever asked for it, while they still may do such work. */
const isTheirs = (work: HeldWork, { actor, person }: SignedIn, now: Moment): boolean => {
  if (work.by !== person.id) return false;
  const permission = mayAttempt({ actor, action: work.action as Action, on: londonDayOf(now) });
  // The purpose was asked for when the work was.
  return permission.kind === 'may' || permission.name === 'purpose-needed';
};

/**
 * Whether a file that was made of children may name one who is closed to whoever asked for it by now. What is the whole
 * authority's, as a return is, is whole all the same.
 */
const closedSince = async (tx: Tx, { person }: SignedIn): Promise<(work: HeldWork) => boolean> => {
  const conflicts = await listConflicts(tx, { personId: person.id });
  return ({ action, at }) =>
    ACTIONS[action as Action].touches !== 'authority' &&
    conflicts.some(({ declaredAt, endedAt }) => endedAt === null && declaredAt >= at);
};

const asShown = (work: HeldWork, now: Moment, isClosedTo: (work: HeldWork) => boolean): WorkShown => {
  const { id, title, at, typed, step, share, outcome, hasFile } = work;
  const going = isHeardOf(work, now)
    ? ({ kind: 'going', step, share } as const)
    : ({ kind: 'cut-short' } as const);
  // As `beginWork` wrote it.
  const ended = outcome as Exclude<WorkShown['state'], { kind: 'going' }> | undefined;
  const isClosed = isClosedTo(work);
  const state =
    ended?.kind === 'file' ? { ...ended, isThere: hasFile && !isClosed, isClosed } : (ended ?? going);
  return { kind: 'work', id, title, at, typed, state };
};

/** How far a person's work is, or how it ended. */
export const showWork = (world: Reach, signedIn: SignedIn, id: number): Promise<WorkShown | NoSuchWork> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const work = await findWork(tx, id);
    const now = world.now();
    return work === undefined || !isTheirs(work, signedIn, now)
      ? NO_SUCH_WORK
      : asShown(work, now, await closedSince(tx, signedIn));
  });

/** What a person has asked for today and not come back to: going on, or a file that waits. */
export const listOwnWork = (world: Reach, signedIn: SignedIn): Promise<readonly WorkShown[]> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const now = world.now();
    const isClosedTo = await closedSince(tx, signedIn);
    return (await listWorkOf(tx, signedIn.person.id))
      .filter((work) => isTheirs(work, signedIn, now))
      .map((work) => asShown(work, now, isClosedTo))
      .filter(({ state }) => state.kind === 'going' || (state.kind === 'file' && state.isThere));
  });

/** The file that was made. That it was, why and of whom is in the audit since then. */
export const takeWorkFile = (
  world: Reach,
  signedIn: SignedIn,
  id: number,
): Promise<(FileWaiting & { readonly bytes: Uint8Array }) | NoSuchWork> =>
  asTenantReading(world.db, tenantOf(signedIn), async (tx) => {
    const work = await findWork(tx, id);
    const now = world.now();
    if (work === undefined || !isTheirs(work, signedIn, now)) return NO_SUCH_WORK;
    const { state } = asShown(work, now, await closedSince(tx, signedIn));
    const bytes = state.kind === 'file' && state.isThere ? await loadWorkFile(tx, id) : undefined;
    return state.kind === 'file' && bytes !== undefined ? { ...state, bytes } : NO_SUCH_WORK;
  });

const tenantOf = ({ authority, person }: SignedIn) => ({ authorityId: authority.id, personId: person.id });
