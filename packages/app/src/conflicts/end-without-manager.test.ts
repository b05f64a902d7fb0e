import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, POLICY } from '@rightplace/domain';
import { addPerson, assignRole, asTenant, listConflicts as listStored } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { viewChild } from '../child/view-child.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { declareOwnConflict } from './declare-conflict.ts';
import { beginEndingWithoutManager, endConflictWithoutManager } from './end-without-manager.ts';
import { listConflicts } from './list-conflicts.ts';

/* A conflict of interest that nobody who works here could end. */

let world: EntryWorld;
let ana: SignedIn;
let ada: SignedIn;
let administrator: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  ada = await world.as('director');
  administrator = await world.as('administrator');
});
after(() => world.close());

const inNorthmarsh = <T>(work: Parameters<typeof asTenant<T>>[2]) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, work);
const declared = async (who: SignedIn, child: string): Promise<number> => {
  const answer = await declareOwnConflict(world, who, {
    child: childId(child),
    why: 'Her aunt is my friend',
  });
  assert.ok(answer.kind === 'conflict-declared');
  return answer.id;
};
const SAID = { decidedBy: 'Morgan Thistlewood, chief executive', why: 'They moved away from there' };
const end = async (who: SignedIn, id: number, said: Partial<typeof SAID> = {}) => {
  const answer = await endConflictWithoutManager(world, who, { id, ...SAID, ...said });
  return answer.kind === 'refused' ? answer.name : answer.kind;
};
const offered = async (id: number): Promise<boolean | undefined> => {
  const list = await listConflicts(world, administrator);
  assert.ok(list.kind === 'conflicts');
  return list.lines.find((one) => one.id === id)?.endsHere;
};
const aDirector = (name: string): Promise<number> =>
  inNorthmarsh(async (tx) => {
    const { id } = await addPerson(tx, { name });
    await assignRole(tx, { personId: id, role: 'director', starts: day('2024-01-01') });
    return id;
  });

test('of the only director an administrator records that it is over, on whose word and why, and learns nothing of the child', async () => {
  await world.begin('L1', ana);
  const id = await declared(ada, 'L1');
  assert.equal(await offered(id), true);
  const shown = await beginEndingWithoutManager(world, administrator, id);
  assert.ok(shown.kind === 'ending-without-manager');
  assert.deepEqual(Object.keys(shown).toSorted(), ['declaredAt', 'id', 'kind', 'name']);
  assert.equal(await end(ada, id), 'not-your-role', 'nobody ends their own');
  for (const [said, fault] of [
    [{ decidedBy: ' ' }, 'decided-by-needed'],
    [{ decidedBy: `${ada.person.name}, director` }, 'decided-by-needed'],
    [{ decidedBy: administrator.person.name }, 'decided-by-needed'],
    [{ why: 'over' }, 'why-needed'],
  ] as const)
    assert.equal(await end(administrator, id, said), fault);
  assert.equal(await end(administrator, id), 'conflict-ended');
  assert.equal(await end(administrator, id), 'out-of-reach', 'once');
  const [stored] = await inNorthmarsh((tx) => listStored(tx, { id }));
  assert.equal(stored?.endedBy, administrator.actor.id);
  assert.equal(
    stored?.endedWhy,
    'Decided by Morgan Thistlewood, chief executive. They moved away from there',
  );
  const audited = (await world.auditOf('L1')).find(({ action }) => action === 'conflict-ended');
  assert.ok(audited !== undefined);
  assert.equal((audited.detail as { decidedBy?: string }).decidedBy, SAID.decidedBy);
  const notices = await listNotices(world, ada);
  assert.ok(JSON.stringify(notices).includes('conflict-ended'), 'the director is told');
});

test('it is a manager’s to end as long as one can, and no role but an administrator’s records it otherwise', async () => {
  await world.as('team-manager');
  await world.begin('L2', ana);
  const ofWorker = await declared(ana, 'L2');
  assert.equal(await offered(ofWorker), false);
  assert.equal(await end(administrator, ofWorker), 'a-manager-ends-it');
  const ofDirector = await declared(ada, 'L2');
  assert.equal(await offered(ofWorker), false, 'her own managers can still');
  for (const role of ALL_ROLES) {
    if (POLICY[role]['manage-people'] !== undefined || role === 'director') continue;
    assert.equal(await end(await world.as(role), ofDirector), 'not-your-role', role);
  }
  const other = await aDirector('Nia Coldbeck');
  assert.equal(await offered(ofDirector), false, 'another director ends it');
  assert.equal(await end(administrator, ofDirector), 'a-manager-ends-it');
  const nia = (await world.signIn(other)).signedIn;
  await declared(nia, 'L2');
  assert.equal(await offered(ofDirector), true, 'both know the same child');
  const closed = await viewChild(world, nia, {
    id: childId('L2'),
    asKnown: { asOf: day('2026-11-23'), knownAt: undefined },
  });
  assert.equal(closed.kind, 'refused');
});

test('an administrator who is the director too ends none of their own', async () => {
  await world.begin('L3', ana);
  await inNorthmarsh((tx) =>
    assignRole(tx, { personId: administrator.person.id, role: 'director', starts: day('2024-01-01') }),
  );
  const both = (await world.signIn(administrator.person.id)).signedIn;
  const id = await declared(both, 'L3');
  assert.equal(await end(both, id), 'own-conflict');
});
