import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

test('an administrator records what was decided of the only director, and is shown nothing of the child', async () => {
  const director = await service.signedInAs(await world.someone('director'));
  const own = '/children/NM1/know-outside-work';
  await director.get(own);
  assert.equal((await director.post(own, { why: 'I live next door to them' })).status, 303);
  assert.match((await director.get('/your-conflicts')).text, /an administrator records it/);
  const administrator = await service.signedInAs(await world.someone('administrator'));
  const list = await administrator.get('/conflicts');
  const link = list.page.querySelector('main tbody a')?.getAttribute('href') ?? '';
  assert.match(link, /^\/conflicts\/\d+\/nobody-to-end-it$/);
  const form = await administrator.get(link);
  assert.match(form.heading, /conflict of interest is over/);
  assert.doesNotMatch(form.text, /NM1|next door/);
  const empty = await administrator.post(link, { 'decided-by': '', why: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /There is a problem.*Enter who decided it/s);
  const said = { 'decided-by': 'Morgan Thistlewood, chief executive', why: 'They have moved away' };
  const ended = await administrator.follow(await administrator.post(link, said));
  assert.match(ended.text, /It has ended, from now on\. They are told\./);
  assert.equal((await administrator.get(link)).status, 404);
  assert.equal((await director.get('/children/NM1')).status, 200);
  for (const role of ALL_ROLES) {
    if (POLICY[role]['manage-people'] !== undefined) continue;
    const browser = await service.signedInAs(await world.someone(role));
    assert.equal((await browser.get(link)).status, 403, role);
  }
});
