import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children.ts';
import { aService, type Service } from '../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const FILES = [
  ['/measures/cla-number/figures.csv', '/measures/cla-number'],
  ['/measures/cla-number/figures.xlsx', '/measures/cla-number'],
  ['/measures/cla-number/cross.csv', '/measures/cla-number/cross'],
  ['/measures/cla-number/compared.csv', '/measures/cla-number/compared'],
  ['/boards/1/take-away/csv', '/boards/1'],
] as const;

test('a file asked for of no real day, or of one to come, is not made of today: its page says what is wrong', async () => {
  const director = await service.signedInAs(await world.someone('director'));
  for (const [file, page] of FILES)
    for (const query of ['as-of=2026-02-31', 'as-of=2099-01-01&window=month', 'known-at=garbage']) {
      const seen = await director.get(`${file}?${query}`);
      assert.deepEqual([seen.status, seen.location], [303, `${page}?${query}`]);
    }
  const said = await director.get('/measures/cla-number?as-of=2026-02-31');
  assert.match(said.text, /Enter the day looked at as a real date/);
  const made = await director.get('/measures/cla-number/figures.csv?as-of=2026-03-31');
  assert.equal(made.status, 200);
});
