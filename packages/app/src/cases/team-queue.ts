import { type AttemptRefusal, grantReaches, londonDayOf, mayAttempt } from '@rightplace/domain';
import { asTenantLooking } from '@rightplace/store';
import { type ListPage, pageOf } from '../child/choose-lines.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { inOrder, lineOf, type MyWorkLine, recordListed } from './list-my-work.ts';
import { listOpenLines } from './open-lines.ts';
import { ageOfWait, fitsQueue, type QueueCount, type QueueFilter } from './queue-filter.ts';

/** An open case of a team or service, as the page that shows it names it. */
export interface QueueLine extends MyWorkLine, QueueCount {}

export interface TeamQueue {
  readonly kind: 'team-queue';
  /** All of them, for the counts; none says whose case it is by the child. */
  readonly counted: readonly QueueCount[];
  readonly filter: QueueFilter;
  /** Those that fit the filter, a page of them: what is overdue first, then the longest waiting. */
  readonly shown: ListPage<QueueLine>;
}

export const QUEUE_LISTED = 'team-queue-listed';

/** What is late comes before what is urgent: it is the manager's to see that it goes on. */
const overdueFirst = (a: QueueLine, b: QueueLine): number =>
  a.waiting.overdue === b.waiting.overdue ? inOrder(a, b) : a.waiting.overdue ? -1 : 1;

const countOf = ({
  id,
  title,
  stateTitle,
  workflow,
  state,
  workers,
  age,
  waiting,
}: QueueLine): QueueCount => ({
  id,
  title,
  stateTitle,
  workflow,
  state,
  workers,
  age,
  waiting,
});

/** The open cases of the teams somebody manages, of whichever process. The children on the page that is shown are recorded. */
export const showTeamQueue = async (
  world: World,
  signedIn: SignedIn,
  { filter = {}, page = 1 }: { readonly filter?: QueueFilter; readonly page?: number } = {},
): Promise<TeamQueue | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
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
      const shown = pageOf(
        lines.filter((line) => fitsQueue(line, filter)),
        page,
      );
      await recordListed(tx, world, signedIn, { lines: shown.lines, action: QUEUE_LISTED });
      return { kind: 'team-queue', counted: lines.map(countOf), filter, shown };
    },
  );
