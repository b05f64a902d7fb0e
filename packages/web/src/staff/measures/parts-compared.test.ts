import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

test('a breakdown stands beside an earlier day that is chosen, and England where it is published', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/cla-by-age?from=2026-03-31');
  const table = seen.page.querySelector('#parts-compared');
  const heads = table?.querySelectorAll('thead th').map(({ text }) => text.trim());
  assert.deepEqual(heads?.slice(1), [
    '23 November 2026',
    '31 March 2026',
    'Statistical neighbours',
    'England',
  ]);
  const row = table
    ?.querySelectorAll('tbody tr')
    .map((each) => each.querySelectorAll('th, td').map(({ text }) => text.trim()))
    .find(([title]) => title === '10 to 15');
  assert.match(row?.[1] ?? '', /%$/);
  assert.match(row?.[2] ?? '', /%$/);
  assert.equal(row?.[3], '–');
  assert.match(row?.[4] ?? '', /^3\d\.\d%$/);
  assert.match(seen.text, /Statistical neighbours: No statistical neighbours have been chosen/);
  assert.match(seen.text, /England: 31 March 2025, worked out from Department for Education/);
  const year = await director.get('/measures/cla-by-age');
  assert.match(year.page.querySelector('#parts-compared thead')?.text ?? '', /23 November 2025/);
});

test('where nobody publishes the cut there are dashes and the reason; a day that is none is said', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/cla-by-sex?from=2027-01-01');
  assert.match(seen.text, /England: No published figure counts this as the measure does/);
  assert.match(seen.text, /The first day must be a real date before the second/);
});

test('cut two ways, each cell has how it stood on the day chosen, and why nobody else’s stands there', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/cla-number/cross?down=age&across=sex&from=2026-03-31');
  assert.match(seen.text, /Under each figure: how it stood at the end of 31 March 2026/);
  assert.match(seen.text, /No published file cuts it two ways at once/);
  assert.ok(seen.page.querySelectorAll('#cross td .app-measure-quiet').length > 3);
  const without = await director.get('/measures/cla-number/cross?down=age&across=sex');
  assert.equal(without.page.querySelectorAll('#cross td .app-measure-quiet').length, 0);
});

test('members still see no breakdown at all', async () => {
  const member = await as('elected-member');
  for (const path of ['/measures/cla-by-age?from=2026-03-31', '/measures/cla-number/cross?from=2026-03-31'])
    assert.equal((await member.get(path)).status, 403, path);
});
