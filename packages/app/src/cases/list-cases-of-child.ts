import {
  type ChildId,
  type Day,
  hasLeftHome,
  londonDayOf,
  lookedAtAfterMove,
  mayDoTo,
  stateMeaning,
} from '@rightplace/domain';
import { asTenantReading, listCasesOf, listWritersOf } from '@rightplace/store';
import { findOpenGlass } from '../child/break-glass.ts';
import { loadChildren } from '../child/load-children.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { caseForAccess, caseNow, clockOf } from './find-case.ts';
import { findWorkflow } from './workflows.ts';

/** A case of a child, as the child's page tells of it. */
export interface CaseOfChild {
  readonly id: number;
  readonly title: string;
  readonly stateTitle: string;
  readonly isOver: boolean;
  readonly alarm: string | undefined;
  /** Since when it is where it is. */
  readonly since: Day;
}

/**
 * The cases of a child that somebody may see, those that go on first and the latest first among them. Each process says by
 * itself who sees its cases; whoever sees the child's page does not see them all.
 */
export const listCasesOfChild = (
  world: World,
  signedIn: SignedIn,
  id: ChildId,
): Promise<readonly CaseOfChild[]> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const cases = await listCasesOf(tx, id);
      if (cases.length === 0) return [];
      const loaded = await loadChildren(tx, world, signedIn.authority.id, undefined);
      const child = loaded.present.childById.get(id);
      if (child === undefined) return [];
      const at = world.now();
      const glass =
        child.restricted === true ? await findOpenGlass(tx, { signedIn, id, now: at }) : undefined;
      const clock = await clockOf(tx, loaded.today);
      const writers = await listWritersOf(
        tx,
        cases.map((stored) => stored.id),
      );
      return cases
        .flatMap((stored): readonly CaseOfChild[] => {
          const workflow = findWorkflow(stored.workflow);
          if (workflow === undefined) return [];
          const answer = mayDoTo({
            actor: signedIn.actor,
            action: workflow.access.see,
            on: loaded.today,
            child: caseForAccess(stored, child, loaded),
            ...(glass === undefined ? {} : { breakGlass: { reason: glass.reason } }),
          });
          if (answer.kind === 'refused') return [];
          const now = caseNow(workflow, stored, writers.get(stored.id) ?? [], { clock, at });
          const hasLeft = hasLeftHome(now.events, child.placements, loaded.today);
          const {
            title: stateTitle,
            ended,
            alarm,
          } = stateMeaning(lookedAtAfterMove(workflow, now, hasLeft), now.state);
          const since = londonDayOf(now.since);
          return [{ id: stored.id, title: workflow.title, stateTitle, isOver: ended === true, alarm, since }];
        })
        .toSorted((a, b) => (a.isOver === b.isOver ? b.id - a.id : a.isOver ? 1 : -1));
    },
  );
