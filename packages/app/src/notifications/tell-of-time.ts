import {
  addDays,
  caseFrom,
  dueDay,
  findLapse,
  isLateForLong,
  kindsUntil,
  lastDayBeforeLapse,
  noticesOfEvent,
  noticesOfOverdue,
} from '@rightplace/domain';
import {
  asTenant,
  listDelegations,
  listOpenCases,
  listPanelMeetings,
  listWritersOf,
  moveOnFrom,
  type NewNotice,
  type Tx,
} from '@rightplace/store';
import { caseForAccess, clockOf } from '../cases/find-case.ts';
import { OVER } from '../cases/open-lines.ts';
import { findWorkflow } from '../cases/workflows.ts';
import { loadChildren } from '../child/load-children.ts';
import { namedInCase, reachedByChairs } from '../panel/panel-facts.ts';
import type { World } from '../world.ts';
import { colleaguesBy } from './colleagues-of-child.ts';
import { noticesOfCovers } from './notices-of-covers.ts';
import { noticesOfDue } from './notices-of-due.ts';
import { tell } from './tell.ts';

type Reach = Pick<World, 'db' | 'now' | 'ledgers'>;

/** A case that lapsed longer ago than this was told of, or nobody asks any more. */
const LAPSED_DAYS = 7;

/**
 * Tells of what nobody does: cases that have become overdue or have lapsed, what is due for children where that is kept, and
 * colleagues' cases that nobody has any more.
 * Each is told once, however often and by however many processes it is looked for.
 */
export const tellOfTime = (world: Reach, authorityId: string): Promise<void> =>
  asTenant(world.db, { authorityId }, async (tx) => {
    const at = world.now();
    await tell(
      tx,
      [
        ...(await ofCases(tx, world, authorityId)),
        ...(await noticesOfDue(tx, world, authorityId)),
        ...(await noticesOfCovers(tx, world, authorityId)),
      ],
      at,
    );
  });

const ofCases = async (tx: Tx, world: Reach, authorityId: string): Promise<readonly NewNotice[]> => {
  const loaded = await loadChildren(tx, world, authorityId, undefined);
  const [at, { today, access }] = [world.now(), loaded];
  const clock = { ...(await clockOf(tx, today)), at };
  const open = await listOpenCases(tx, OVER);
  const writers = await listWritersOf(
    tx,
    open.map(({ id }) => id),
  );
  const asked = { staff: access.staff, delegations: await listDelegations(tx, { since: at }), at };
  const meetings = await listPanelMeetings(tx);
  const told: NewNotice[] = [];
  for (const stored of open) {
    const workflow = findWorkflow(stored.workflow);
    const child = loaded.present.childById.get(stored.child);
    if (workflow === undefined || child === undefined) continue;
    const people = (writers.get(stored.id) ?? []).map(String);
    const now = caseFrom(stored.events, people, stored.openedFrom !== null);
    const colleagues = () =>
      colleaguesBy({ ...asked, action: workflow.access.take })(
        reachedByChairs(caseForAccess(stored, child, loaded), { workflow, now }, meetings),
      );
    const event = findLapse(workflow, now, clock);
    const due = dueDay(workflow, now, clock);
    const moved = now.events.findLast(({ from, to }) => from !== to)?.number ?? 1;
    const about = { at, case: stored.id };
    if (event !== undefined) {
      const last = lastDayBeforeLapse(workflow, now, clock);
      if (last === undefined || last < addDays(today, -LAPSED_DAYS)) continue;
      const lapsed = caseFrom([...stored.events, event], people, stored.openedFrom !== null);
      await moveOnFrom(tx, { case: stored.id, kinds: kindsUntil('case-moves'), at });
      for (const notice of noticesOfEvent(workflow, { event, now: lapsed }, colleagues()))
        told.push({ ...notice, ...about, key: `case ${stored.id} lapsed ${moved}` });
    } else if (due !== undefined && due < today)
      for (const notice of noticesOfOverdue(
        namedInCase(workflow, now, { meetings, child, today }),
        now,
        colleagues(),
        {
          isLong: isLateForLong(due, today, clock),
        },
      ))
        told.push({ ...notice, ...about, key: `case ${stored.id} overdue ${moved}` });
  }
  return told;
};
