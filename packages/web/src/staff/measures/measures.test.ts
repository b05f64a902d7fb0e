import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CATALOGUE, type Role } from '@rightplace/domain';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
  // Learned on the 20th: a child whom nobody had recorded, and whose name would run as a formula or a tag.
  await world.saveChildren(
    [
      aChild('NM9', {
        details: { givenName: '=1+1', familyName: '<b>Marlpit' },
        episodes: [anEpisode({ decom: '2026-09-01', place: 'K2' })],
      }),
    ],
    '2026-11-20T09:00:00Z',
  );
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

test('every measure and breakdown has a page whose title is its finding, and a file', async () => {
  const director = await as('director');
  for (const { id, title } of CATALOGUE) {
    const seen = await director.get(`/measures/${id}`);
    assert.equal(seen.status, 200, id);
    assert.match(seen.text, new RegExp(title.slice(0, 20)), id);
    assert.match(seen.text, /What this counts/, id);
    const file = await director.get(`/measures/${id}/figures.csv`);
    assert.equal(file.status, 200, id);
    assert.match(String(file.headers['content-type']), /text\/csv/);
    assert.match(file.text, new RegExp(`\\r\\n${id},`), id);
  }
});

test('a measure shows its value, counts, trend, parts and certainty, and opens to its children', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/residential-share');
  assert.match(seen.heading, /1 in 5 children live in children’s homes/);
  assert.equal(seen.page.querySelector('.app-headline__value')?.text, '20.0%');
  assert.match(seen.text, /1 of 5 children/);
  assert.equal(seen.page.querySelectorAll('.app-chart tbody tr').length, 25);
  assert.ok(seen.page.querySelector('table#by-age'));
  assert.match(seen.text, /A local convention: authorities differ/);
  const children = await director.get(
    seen.page.querySelector('main a[href*="list=numerator"]')?.getAttribute('href') ?? '',
  );
  assert.deepEqual(
    children.page.querySelectorAll('tbody th a').map(({ text }) => text),
    ['<b>Marlpit, =1+1'],
  );
  assert.equal(children.page.querySelector('main tbody b'), null);
});

test('the children of a part open from its row', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/cla-by-legal-status');
  const href = seen.page
    .querySelectorAll('tbody a')
    .find(({ text }) => text.startsWith('1'))
    ?.getAttribute('href');
  assert.equal(href, '/measures/cla-number/children?by=legal-status&part=V2');
  const list = await director.get(href ?? '');
  assert.deepEqual(
    list.page.querySelectorAll('tbody th a').map(({ text }) => text),
    ['Aldenfen, Ama'],
  );
});

test('what a list leaves out is said in numbers', async () => {
  const list = await (await service.signedInAs(world.ana)).get('/measures/cla-number/children');
  assert.match(list.heading, /Looked after: 2/);
  assert.match(
    list.text,
    /1 child is counted and not listed: closed to you, or not among those you work with/,
  );
  assert.doesNotMatch(list.text, /Quillfeather|restricted/);
});

test('what has changed since a day names exactly the child, the reason and the source', async () => {
  const director = await as('director');
  const page = await director.get('/measures/cla-number/changes?since=2026-11-19');
  assert.match(page.heading, /4 is now 5: 1 child counts differently/);
  assert.deepEqual(
    page.page.querySelectorAll('tbody th a').map(({ text }) => text),
    ['<b>Marlpit, =1+1'],
  );
  assert.match(page.text, /Not in the record/);
  assert.match(page.text, /Invented for a test, 20 November 2026 at 09:00/);
  const still = await director.get('/measures/cla-number/changes?since=2026-11-20');
  assert.match(still.heading, /Still 5: nobody counts differently/);
  const formless = await director.get('/measures/cla-number/changes?since=');
  assert.equal(formless.location, '/measures/cla-number#changed-since');
});

test('figures-only roles reach the headlines and are refused the rest, in words', async () => {
  const member = await as('elected-member');
  const list = await member.get('/measures');
  assert.equal(list.status, 200);
  const links = list.page.querySelectorAll('main tbody a').map((link) => link.getAttribute('href') ?? '');
  assert.equal(links.length, 11);
  for (const href of links) {
    const seen = await member.get(href);
    assert.equal(seen.status, 200, href);
    assert.equal(seen.page.querySelectorAll('table[id^=by-]').length, 0);
    assert.doesNotMatch(seen.text, /Show the children|Left out|changed since|NM\d/, href);
  }
  for (const path of [
    '/measures/cla-number/children',
    '/measures/cla-number/changes?since=2026-11-01',
    '/measures/cla-net-flow',
    '/measures/cla-by-age',
    '/measures/cla-by-age/figures.csv',
    '/measures/uasc-number',
  ])
    assert.equal((await member.get(path)).status, 403, path);
});

test('roles without figures are refused, and an unknown measure is not found', async () => {
  for (const role of ['health', 'finance', 'administrator', 'young-person'] as const)
    for (const path of [
      '/measures',
      '/measures/cla-number',
      '/measures/cla-number/children',
      '/measures/cla-number/figures.csv',
    ])
      assert.equal((await (await as(role)).get(path)).status, 403, `${role} ${path}`);
  const director = await as('director');
  for (const path of [
    '/measures/no-such',
    '/measures/no-such/children',
    '/measures/no-such/changes?since=2026-11-01',
  ])
    assert.equal((await director.get(path)).status, 404, path);
  const noPart = await director.get('/measures/cla-number/children?by=age&part=no-such');
  assert.equal(noPart.status, 404);
  assert.match(noPart.text, /nobody is in the part/, 'the day may have been changed on a list of a part');
  assert.ok(noPart.page.querySelector('main p a[href="/measures/cla-number"]'));
});

test('a team manager’s page says whose figures they are, and has no rate of the whole authority', async () => {
  const manager = await as('team-manager');
  const seen = await manager.get('/measures/cla-number');
  assert.match(seen.text, /Children looked after, East team/);
  const rate = await manager.get('/measures/cla-rate-10k');
  assert.equal(rate.status, 403);
  assert.match(rate.text, /a team or service has none of its own/);
});

test('while records are not kept the page says so and which, shows no nought, and files leave the number blank', async () => {
  const director = await as('director');
  const seen = await director.get('/measures/supervision-ontime');
  assert.match(seen.heading, /Social workers supervised in time: no data recorded yet/);
  assert.match(seen.text, /No data recorded yet[^]*That is not nought/);
  assert.match(seen.text, /Supervisions: not kept yet/);
  assert.equal(seen.page.querySelector('.app-headline__value'), null);
  assert.equal(seen.page.querySelector('a[href*="/children?"]'), null, 'no list of nobody');
  const file = await director.get('/measures/supervision-ontime/figures.csv');
  const [, figure = ''] = file.text.split(/\r?\n/);
  assert.match(figure, /,figure,,,,,percent,,,,"?No data recorded yet/);
  const list = await director.get('/measures?words=supervision-ontime');
  assert.match(list.page.querySelector('#measures tbody')?.text ?? '', /–[^0-9]*No data recorded yet/);
});
