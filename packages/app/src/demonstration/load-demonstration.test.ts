import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { asTenantReading, rolesOn, settingsOn } from '@rightplace/store';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { type InventedAuthority, loadDemonstration } from './load-demonstration.ts';

let world: TestWorld;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const someone = (name: string, role: string, team: string | null, service: string | null = null) => ({
  name,
  email: `${name}@invented.example`,
  role,
  team,
  service,
  socialWorkNumber: null,
  starts: day('2026-01-01'),
  ends: null,
});

const TINY: InventedAuthority = {
  code: 'E20000099',
  name: 'Tinyshire',
  colour: '#12436d',
  population: [],
  teams: [
    { name: 'East', service: 'Children looked after' },
    { name: 'Performance', service: 'Support' },
  ],
  staff: [
    someone('worker', 'social-worker', 'East'),
    someone('manager', 'group-manager', null, 'Children looked after'),
    someone('analyst', 'performance', 'Performance'),
    someone('placer', 'placements-officer', 'Performance'),
  ],
  providers: [],
  settings: [],
  households: [],
  today: [],
  moments: [],
};

test('people of the demonstration are placed where their role needs it, and no role is narrowed by its own team', async () => {
  const now = moment('2026-11-23T09:00:00Z');
  await loadDemonstration(world.database, TINY, now);
  const roles = await asTenantReading(world.db, { authorityId: TINY.code }, (tx) =>
    rolesOn(tx, day('2026-11-23')),
  );
  const placed = new Map(roles.map(({ role, team, service }) => [role, [team?.name, service]]));
  assert.deepEqual(placed.get('social-worker'), ['East', undefined]);
  assert.deepEqual(placed.get('group-manager'), [undefined, 'Children looked after']);
  for (const role of ['performance', 'placements-officer'])
    assert.deepEqual(placed.get(role), [undefined, undefined], role);
});

test('neighbours and targets of the demonstration hold from their days, as known from its first moment', async () => {
  const first = moment('2020-01-01T09:00:00Z');
  const from = day('2025-04-01');
  const target = { value: 9, tolerance: 1, direction: 'at-most', why: 'Invented' } as const;
  const invented: InventedAuthority = {
    ...TINY,
    code: 'E20000098',
    name: 'Smallshire',
    moments: [{ at: first, children: [] }],
    neighbours: { codes: ['E10000016'], source: 'Invented', from: day('2015-04-01') },
    targets: [{ measureId: 'stability-3plus', ...target, from }],
  };
  await loadDemonstration(world.database, invented, moment('2026-11-23T09:00:00Z'));
  const known = (on: string) =>
    asTenantReading(world.db, { authorityId: invented.code, knownAt: first }, (tx) =>
      settingsOn(tx, day(on), first),
    );
  assert.deepEqual(
    [...(await known('2025-04-01'))].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['statistical-neighbours', { codes: ['E10000016'], source: 'Invented' }],
      ['target.stability-3plus', target],
    ],
  );
  assert.deepEqual([...(await known('2025-03-31')).keys()], ['statistical-neighbours']);
});
