import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Role } from '@rightplace/domain';
import { asTenant, asTenantReading, listAudit } from '@rightplace/store';
import { aWorld, NORTHMARSH, type TestWorld } from '../../test/world.ts';
import { createLedgers } from '../ledger/ledgers.ts';
import { listConventions } from './list-conventions.ts';
import { setConvention } from './set-convention.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const as = async (role: Role) => {
  const { personId } = await world.addPerson({ name: `A ${role}`, role });
  return (await world.signIn(personId)).signedIn;
};
const SUPERVISION = {
  id: 'supervision-weeks',
  value: '6',
  why: 'The practice board',
  from: day('2026-06-01'),
};

test('a convention holds from its day, is audited, and what was known before it was set stays', async () => {
  const ledgers = createLedgers(world.now);
  const inForce = (on: string, knownAt?: ReturnType<TestWorld['now']>) =>
    asTenantReading(world.db, { authorityId: NORTHMARSH, knownAt }, async (tx) => {
      const { context } = await ledgers.load(tx, NORTHMARSH, knownAt);
      return context.conventions?.(day(on)).supervisionWeeks;
    });
  const before = world.now();
  world.pass(5);
  const set = await setConvention(world, await as('director'), SUPERVISION);
  assert.equal(set.kind, 'convention-set');
  world.pass(5);
  assert.deepEqual([await inForce('2026-05-31'), await inForce('2026-06-01')], [undefined, 6]);
  assert.equal(await inForce('2026-06-01', before), undefined, 'nobody had set it yet');
  const audit = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { subject: { kind: 'setting', id: 'convention.supervision-weeks' } }),
  );
  assert.deepEqual(
    audit.map(({ action, detail }) => [action, detail]),
    [['convention-set', { value: { value: 6, why: 'The practice board' }, starts: '2026-06-01' }]],
  );
});

test('directors and analysts set conventions, and nobody else; whoever sees figures reads them', async () => {
  const analyst = await as('performance');
  assert.equal((await setConvention(world, analyst, { ...SUPERVISION, value: '5' })).kind, 'convention-set');
  for (const role of ['administrator', 'team-manager', 'elected-member', 'social-worker'] as const) {
    const other = await as(role);
    assert.equal((await setConvention(world, other, { ...SUPERVISION, value: '7' })).kind, 'refused', role);
    const list = await listConventions(world, other);
    assert.equal(list.kind, role === 'administrator' ? 'refused' : 'conventions', role);
    assert.ok(list.kind === 'refused' || !list.maySet, role);
  }
});
