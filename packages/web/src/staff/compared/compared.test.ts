import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chooseNeighbours } from '@rightplace/app';
import { ALL_ROLES, day, POLICY, type Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  const { signedIn } = await world.signIn(await world.someone('performance'));
  const chosen = await chooseNeighbours(world, signedIn, {
    authorities: ['Hampshire', 'Essex', 'West Sussex'],
    source: 'Chosen for a test',
    from: day('2026-04-01'),
  });
  assert.equal(chosen.kind, 'neighbours-chosen');
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

test('a measure is shown as published of neighbours and England, sorted, with its years and source', async () => {
  const seen = await (await as('director')).get('/measures/cla-rate-10k/compared');
  const [latest, years] = seen.page.querySelectorAll('main table');
  const figures =
    latest?.querySelectorAll('tbody tr').map((row) => Number(row.querySelectorAll('td').at(-1)?.text)) ?? [];
  const known = figures.filter((value) => !Number.isNaN(value));
  assert.ok(known.length >= 4);
  assert.deepEqual(
    known,
    known.toSorted((a, b) => b - a),
  );
  assert.match(latest?.text ?? '', /Hampshire[^]*England|England[^]*Hampshire/);
  assert.ok((years?.querySelectorAll('thead th').length ?? 0) > 5);
  assert.match(seen.text, /Department for Education/);
  assert.match(seen.text, /Neighbours: Chosen for a test/);
  const file = await (await as('director')).get('/measures/cla-rate-10k/compared.csv');
  assert.match(file.text, /cla-rate-10k,.*,Hampshire,E10000014,neighbour,2025,\d+,per-10000,,/);
});

test('every figure that is missing is told with its reason', async () => {
  const seen = await (await as('director')).get('/measures/cla-rate-10k/compared');
  assert.match(seen.text, /Why figures are missing/);
  assert.match(
    seen.text,
    /Northmarsh County Council, every year: not in the published figures that are held/,
  );
  assert.match(seen.text, /Everybody, after 2025: not published yet/);
});

test('what is not published says so, and whoever sees figures sees what is published', async () => {
  const director = await as('director');
  assert.match(
    (await director.get('/measures/within-20-miles/compared')).text,
    /No published figure counts this/,
  );
  assert.equal((await director.get('/measures/no-such/compared')).status, 404);
  for (const role of ALL_ROLES) {
    const expected = POLICY[role]['view-measure'] === undefined ? 403 : 200;
    assert.equal((await (await as(role)).get('/measures/foster-share/compared')).status, expected, role);
  }
});
