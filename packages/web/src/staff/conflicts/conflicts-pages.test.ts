import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, POLICY } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
let ana: Browser;
let tess: Browser;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  ana = await service.signedInAs(world.ana);
  tess = await service.signedInAs(await world.someone('team-manager'));
});
after(() => world.close());

const OWN = '/children/NM1/know-outside-work';
const OF_COLLEAGUE = '/children/NM4/conflict-of-a-colleague';
const WHY = 'I live <b>next door</b> to them';

test('from the child’s page a worker says that they know them; what happens next is told, and the child is closed to them', async () => {
  const child = await ana.get('/children/NM1');
  const link = child.page.querySelector(`main a[href="${OWN}"]`);
  assert.equal(link?.text, 'I know this child or their family outside work');
  const form = await ana.get(OWN);
  assert.match(form.text, /As soon as you send this/);
  const empty = await ana.post(OWN, { why: 'short' });
  assert.equal(empty.status, 422);
  assert.equal(empty.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#why');
  assert.equal(empty.page.querySelector('#why')?.text.trim(), 'short', 'what was typed is kept');
  const after = await ana.follow(await ana.post(OWN, { why: WHY }));
  assert.match(after.text, /The record is closed to you from now on/);
  assert.match(after.text, /Somebody \(team-manager\) was told, and sees to it who goes on/);
  assert.ok(after.text.includes(WHY), 'their own words, as they are written');
  assert.doesNotMatch(after.page.querySelector('main')?.text ?? '', /NM1/);
  for (const part of ['', '/journey', '/record', '/know-outside-work', '/what-is-due'])
    assert.equal(
      (await ana.get(`/children/NM1${part}`)).status,
      part === '/know-outside-work' ? 403 : 403,
      part,
    );
  assert.equal((await ana.post(OWN, { why: WHY })).location, '/your-conflicts', 'sent twice it is one');
  assert.doesNotMatch((await ana.get('/children')).text, /NM1/);
});

test('the manager reads of it in their notices, gives the cases to another, and ends it with a reason', async () => {
  const notices = await tess.get('/notices');
  const notice = notices.page
    .querySelectorAll('main a')
    .find((one) => one.text.startsWith('A colleague has a conflict of interest'));
  assert.match(notice?.text ?? '', /Ana Fenwright, and /);
  const led = await tess.get(notice?.getAttribute('href') ?? '');
  const address = led.location ?? '';
  const page = await tess.get(address);
  assert.equal(page.status, 200, page.text);
  assert.match(page.text, /Said by Themselves/);
  assert.ok(page.text.includes(WHY));
  const list = await tess.get('/conflicts');
  assert.ok(list.page.querySelector(`main a[href="${address}"]`), list.text);
  const nobody = await tess.post(`${address}/cases`, { person: '999999' });
  assert.equal(nobody.status, 422);
  const without = await tess.post(`${address}/end`, { why: '' });
  assert.equal(without.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#why');
  // Nobody ends their own: Ana is not even let near it.
  assert.equal((await ana.post(`${address}/end`, { why: 'I changed my mind' })).status, 403);
  const ended = await tess.follow(await tess.post(`${address}/end`, { why: 'She has moved to Elmbridge' }));
  assert.match(ended.text, /It has ended, from now on/);
  assert.match(ended.text, /She has moved to Elmbridge/);
  assert.equal(ended.page.querySelector('main form[action$="/end"]'), null);
  assert.equal((await ana.get('/children/NM1')).status, 200);
  const looks = (await tess.get('/children/NM1/who-has-looked')).text;
  assert.match(looks, /Said that somebody knows them outside work/);
  assert.match(looks, /Ended a colleague’s conflict of interest/);
});

test('a manager records it for a colleague; of their own they are led to the page of their own', async () => {
  const form = await tess.get(OF_COLLEAGUE);
  const choice = form.page.querySelectorAll('#person option').find(({ text }) => text === 'Ana Fenwright');
  assert.ok(choice, form.text);
  const fields = { person: choice.getAttribute('value') ?? '', why: 'They were at school together' };
  assert.equal((await tess.post(OF_COLLEAGUE, { ...fields, person: '' })).status, 422);
  const done = await tess.post(OF_COLLEAGUE, fields);
  assert.match((await tess.follow(done)).text, /closed to your colleague from now on/);
  assert.equal((await ana.get('/children/NM4')).status, 403);
  const own = await ana.get('/your-conflicts');
  assert.match(own.text, /Said by Somebody \(team-manager\)/);
  assert.doesNotMatch(own.text, /at school together|NM4/);
  await tess.post('/children/NM5/know-outside-work', { why: 'My sister’s foster child' });
  const director = await service.signedInAs(await world.someone('director'));
  const links = (await director.get('/conflicts')).page.querySelectorAll('main a[href^="/conflicts/"]');
  const ofTess =
    links.find(({ text }) => text.includes('Somebody (team-manager)'))?.getAttribute('href') ?? '';
  assert.equal((await tess.get(ofTess)).location, '/your-conflicts');
  assert.equal((await director.get(ofTess)).status, 200);
});

test('each role comes to these pages as the policy has it, and an administrator’s list tells no child', async () => {
  for (const role of ALL_ROLES) {
    const browser = await service.signedInAs(await world.someone(role));
    const status = async (path: string) => (await browser.get(path)).status;
    assert.equal(await status('/conflicts'), POLICY[role]['see-conflicts'] ? 200 : 403, role);
    assert.equal(await status('/your-conflicts'), 200, role);
    const may = (path: string, action: 'declare-own-conflict' | 'keep-conflicts') =>
      status(path).then((code) =>
        assert.equal(code === 403, POLICY[role][action] === undefined, `${role} ${path}: ${code}`),
      );
    await may('/children/no-such/know-outside-work', 'declare-own-conflict');
    await may('/children/no-such/conflict-of-a-colleague', 'keep-conflicts');
    await may('/conflicts/999999', 'keep-conflicts');
  }
  const administrator = await service.signedInAs(await world.someone('administrator'));
  const list = await administrator.get('/conflicts');
  assert.match(list.text, /Ana Fenwright/);
  assert.doesNotMatch(list.text, /NM\d|Tam|Sallowby|school|foster child/);
  assert.match((await administrator.get('/people')).text, /Conflicts of interest in force/);
});

test('of a restricted record it can be said without opening it', async () => {
  const closed = await ana.get('/children/NM3');
  assert.ok(closed.page.querySelector('main a[href="/children/NM3/know-outside-work"]'), closed.text);
  const form = await ana.get('/children/NM3/know-outside-work');
  assert.doesNotMatch(form.text, /Quillfeather/);
  assert.equal((await ana.post('/children/NM3/know-outside-work', { why: WHY })).status, 303);
  assert.equal(
    (await ana.post('/children/NM3/open', { reason: 'I want to see it all the same' })).status,
    403,
  );
});
