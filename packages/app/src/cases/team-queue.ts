import { type AttemptRefusal, grantReaches, londonDayOf, mayAttempt } from '@rightplace/domain';
import { asTenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { inOrder, lineOf, type MyWorkLine, recordListed } from './list-my-work.ts';
import { listOpenLines } from './open-lines.ts';

/** An open case of a team or service. */
export interface QueueLine extends MyWorkLine {
  readonly workflow: string;
  readonly state: string;
  /** Whose case it is, by name; none where the record says nobody's. */
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly age: QueueAge;
}

/** How long a case has been where it is, in working days: each up to and with its bound. */
export const QUEUE_AGES = {
  'up-to-1': 1,
  'up-to-5': 5,
  'up-to-10': 10,
  more: Number.POSITIVE_INFINITY,
} as const;

export type QueueAge = keyof typeof QUEUE_AGES;

export interface TeamQueue {
  readonly kind: 'team-queue';
  /** What is overdue first, then the longest waiting. */
  readonly lines: readonly QueueLine[];
}

export const QUEUE_LISTED = 'team-queue-listed';

export const ageOfWait = (workingDays: number): QueueAge =>
  (Object.keys(QUEUE_AGES) as readonly QueueAge[]).find((age) => workingDays <= QUEUE_AGES[age]) ?? 'more';

/** What is late comes before what is urgent: it is the manager's to see that it goes on. */
const overdueFirst = (a: QueueLine, b: QueueLine): number =>
  a.waiting.overdue === b.waiting.overdue ? inOrder(a, b) : a.waiting.overdue ? -1 : 1;

/** Every open case of the teams somebody manages, of whichever process. The children named are recorded. */
export const showTeamQueue = async (world: World, signedIn: SignedIn): Promise<TeamQueue | AttemptRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const today = londonDayOf(world.now());
    const { actor } = signedIn;
    const permission = mayAttempt({ actor, action: 'see-team-queue', on: today });
    if (permission.kind === 'refused') return permission;
    const open = await listOpenLines(tx, world, signedIn);
    const lines = open.lines
      // What somebody only chairs the hearing of is no case of their team.
      .filter(({ forAccess }) =>
        permission.grants.some((grant) => grantReaches(grant, actor, { ...forAccess, chairIds: [] })),
      )
      .map((line): QueueLine => {
        const { workflow, now, forAccess, isNamed, waiting } = line;
        return {
          ...lineOf(line, open),
          workflow: workflow.id,
          state: now.state,
          workers: isNamed
            ? [...new Set(forAccess.workerIds)].map((id) => ({ id, name: open.nameOf(id) }))
            : [],
          age: ageOfWait(waiting.workingDays),
        };
      })
      .toSorted(overdueFirst);
    await recordListed(tx, world, signedIn, { lines, action: QUEUE_LISTED });
    return { kind: 'team-queue', lines };
  });
