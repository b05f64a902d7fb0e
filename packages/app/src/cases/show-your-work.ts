import type { AttemptRefusal } from '@rightplace/domain';
import { asTenantLooking } from '@rightplace/store';
import { type DueList, readDue } from '../clocks/list-clocks.ts';
import { type Acting, readActing } from '../delegation/show-acting.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type MyWork, type PagesOfWork, readMyWork } from './list-my-work.ts';

/** All that somebody's own page of work says. */
export interface YourWork {
  readonly kind: 'your-work';
  readonly work: MyWork;
  /** What is due for children; undefined where that is not kept, and for those who do nothing of it. */
  readonly due: DueList | undefined;
  readonly acting: Acting;
}

/** The pages asked for of the cases that wait, what is due, and who stands in for whom, as of one look. The children named are recorded. */
export const showYourWork = (
  world: World,
  signedIn: SignedIn,
  pages: PagesOfWork,
): Promise<YourWork | AttemptRefusal> =>
  asTenantLooking(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const work = await readMyWork(tx, world, signedIn, pages);
      if (work.kind === 'refused') return work;
      const due = await readDue(tx, world, signedIn);
      const acting = await readActing(tx, world, signedIn);
      return { kind: 'your-work', work, due: due?.kind === 'due-list' ? due : undefined, acting };
    },
  );
