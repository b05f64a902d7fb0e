import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day } from '@rightplace/domain';
import {
  asSuperuser,
  assignRole,
  asTenant,
  asTenantReading,
  endRole,
  listReviewingAllocations,
  rolesOn,
} from '@rightplace/store';
import { aLeavingWorld, type LeavingWorld } from '../../test/leaving-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { loadAccessFacts } from '../child/load-children.ts';
import { listLeaving } from '../leaving-care/list-leaving.ts';
import { openHome } from '../measure/home.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { allocateReviewingOfficer, showReviewingOfficers } from './allocate-reviewing-officer.ts';
import { officersNamed } from './officer-of-child.ts';

let world: LeavingWorld;
let director: SignedIn;
let officer: SignedIn;
before(async () => {
  world = await aLeavingWorld();
  director = await world.as('director');
  officer = (await world.signIn(await world.someone('reviewing-officer'))).signedIn;
});
after(() => world.close());

const TODAY = day('2026-11-23');
const nameOf = (answer: { readonly kind: string; readonly name?: string | undefined }): string =>
  answer.kind === 'refused' ? (answer.name ?? '') : answer.kind;
const allocate = (who: SignedIn, child: string, to: string, starts = TODAY) =>
  allocateReviewingOfficer(world, who, { child: childId(child), officer: to, starts });

test('a reviewing officer reaches how a child leaves care from the day they are allocated until another is, and no other child', async () => {
  const [mine, other] = [await world.inCare('R1', 17), await world.inCare('R2', 17)];
  const [case1, case2] = [await world.beginFor(mine, 'exit-plan'), await world.beginFor(other, 'exit-plan')];
  const sees = async (id: number) => nameOf(await world.seenBy(officer, id));
  const listed = async () => {
    const list = await listLeaving(world, officer);
    return list.kind === 'refused' ? list.name : JSON.stringify(list).includes(mine);
  };
  assert.deepEqual(
    [await sees(case1), await sees(case2), await listed()],
    ['out-of-reach', 'out-of-reach', false],
  );

  assert.equal(nameOf(await allocate(director, mine, officer.actor.id, day('2026-11-24'))), 'allocated');
  assert.equal(await sees(case1), 'out-of-reach', 'it begins tomorrow');
  assert.equal(nameOf(await allocate(director, mine, officer.actor.id)), 'allocated');
  assert.deepEqual([await sees(case1), await sees(case2), await listed()], ['case', 'out-of-reach', true]);
  await world.conflict(mine, officer.person.id);
  assert.equal(await sees(case1), 'conflict-of-interest', 'an allocation opens nothing past a conflict');

  assert.equal(nameOf(await allocate(director, other, officer.actor.id)), 'allocated');
  assert.equal(await sees(case2), 'case');
  const second = String(await world.someone('reviewing-officer'));
  assert.equal(nameOf(await allocate(director, other, second)), 'allocated');
  assert.equal(await sees(case2), 'out-of-reach', 'it is somebody else’s now');
});

test('who it was is kept as it was said, by whom and when, and the audit of the child has each', async () => {
  const child = await world.inCare('R3', 15);
  await allocate(director, child, officer.actor.id, day('2026-10-01'));
  await allocate(director, child, '', day('2026-11-01'));
  const view = await showReviewingOfficers(world, director, childId(child));
  assert.ok(view.kind === 'reviewing-officers');
  assert.deepEqual(view.history, [
    { starts: '2026-11-01', name: undefined },
    { starts: '2026-10-01', name: 'Somebody (reviewing-officer)' },
    { starts: '2026-01-12', name: 'Somebody (reviewing-officer)' },
  ]);
  const said = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listReviewingAllocations(tx, { child: childId(child) }),
  );
  assert.deepEqual(
    said.map(({ saidBy }) => saidBy),
    ['Invented for a test', director.actor.id, director.actor.id],
  );
  const audit = await world.auditOf(child);
  assert.equal(audit.filter(({ action }) => action === 'reviewing-officer-allocated').length, 2);
});

test('only managers of the child’s service, the director and whoever keeps the record allocate, and only a reviewing officer', async () => {
  const child = await world.inCare('R4', 15);
  for (const role of ALL_ROLES) {
    const answer = nameOf(await allocate(await world.as(role), child, officer.actor.id));
    const may = ['group-manager', 'director', 'performance'].includes(role);
    assert.equal(answer === 'allocated', may, `${role}: ${answer}`);
  }
  assert.equal(nameOf(await allocate(director, child, String(world.ana))), 'officer-needed');
  const none = { child: childId(child), officer: officer.actor.id, starts: undefined };
  assert.equal(nameOf(await allocateReviewingOfficer(world, director, none)), 'day-needed');
});

test('a reviewing officer’s own children are on their first page by name, and nobody else’s are; what named them is in the audit', async () => {
  const own = await world.inCare('R5', 15);
  const reader = (await world.signIn(await world.someone('reviewing-officer'))).signedIn;
  const ownOf = async (who: SignedIn) => {
    const home = await openHome(world, who, { asOf: TODAY, knownAt: undefined });
    assert.ok(home.kind === 'figures');
    return home.own?.lines.map(({ id }) => id);
  };
  assert.deepEqual(await ownOf(reader), []);
  assert.equal(nameOf(await allocate(director, own, reader.actor.id)), 'allocated');
  assert.deepEqual(await ownOf(reader), [own]);
  const named = await world.auditNaming(own);
  assert.ok(named.some(({ action, actor }) => action === 'own-children-listed' && actor === reader.actor.id));
  const ana = (await world.signIn(world.ana)).signedIn;
  assert.equal((await ownOf(ana))?.filter((id) => id === own).length, 1, 'their social worker has them once');
  await world.conflict(own, reader.person.id);
  assert.deepEqual(await ownOf(reader), []);
});

test('nobody is allocated to a child with whom they have a conflict of interest, or whose social worker they are', async () => {
  const child = await world.inCare('R6', 15);
  const closed = await world.someone('reviewing-officer');
  await world.conflict(child, closed);
  const both = world.ana;
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    assignRole(tx, { personId: both, role: 'reviewing-officer', starts: day('2026-01-01') }),
  );
  const offered = async (of: string) => {
    const view = await showReviewingOfficers(world, director, childId(of));
    return view.kind === 'reviewing-officers' ? view.choices.map(({ id }) => Number(id)) : [];
  };
  for (const person of [closed, both]) {
    assert.equal((await offered(child)).includes(person), false);
    assert.equal(nameOf(await allocate(director, child, String(person))), 'officer-needed');
  }
  assert.ok((await offered(child)).includes(officer.person.id));
  assert.ok((await offered('NM6')).includes(closed), 'of another child they may be it');
});

test('an allocation put right by hand in the database counts at once, though as many were said as before', async () => {
  const child = await world.inCare('R7', 15);
  const [first, second] = [officer.actor.id, String(await world.someone('reviewing-officer'))];
  await allocate(director, child, first);
  const officersOf = () =>
    asTenantReading(
      world.db,
      { authorityId: NORTHMARSH },
      async (tx) => (await loadAccessFacts(tx)).reviewing.get(childId(child))?.at(-1)?.person,
    );
  assert.equal(await officersOf(), first);
  const putRight = `update reviewing_allocation set person_id = ${second} where id = (select max(id) from reviewing_allocation)`;
  const withTrigger = (how: string) =>
    asSuperuser(world.database, `alter table reviewing_allocation ${how} trigger changed`);
  await withTrigger('disable');
  try {
    await asSuperuser(world.database, putRight);
    assert.equal(await officersOf(), first, 'saboteur: without the trigger what was kept would be believed');
  } finally {
    await withTrigger('enable');
  }
  await asSuperuser(world.database, putRight);
  assert.equal(await officersOf(), second);
});

test('who a child’s officer has been is kept while nothing is said of it or of roles, and is as it is the moment something is', async () => {
  const child = childId(await world.inCare('R8', 15));
  const leaving = String(await world.someone('reviewing-officer'));
  const named = (today = TODAY) =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) =>
      officersNamed(child, { access: await loadAccessFacts(tx), today }),
    );
  const now = async () => (await named())[0]?.officer;
  assert.equal(nameOf(await allocate(director, child, officer.actor.id)), 'allocated');
  assert.equal(await now(), officer.actor.id);
  assert.equal(await named(), await named(), 'the very list, while nothing is said');
  assert.equal(nameOf(await allocate(director, child, leaving)), 'allocated');
  assert.equal(await now(), leaving);
  const before = (await named()).length;
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const held = await rolesOn(tx, TODAY, Number(leaving));
    for (const { id } of held) await endRole(tx, id, TODAY);
  });
  const after = await named();
  assert.deepEqual([after.length, after.at(-1)], [before + 1, { officer: null, on: TODAY }]);
  assert.notDeepEqual(await named(day('2026-11-20')), after, 'and of another day is another');
});
