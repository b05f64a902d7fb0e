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

const FIELDS = {
  authorities: 'Kent\r\nE10000032\r\nRutland',
  source: 'Chosen by the <i>board</i>',
  'from-day': '1',
  'from-month': '4',
  'from-year': '2025',
};
const CHOOSE = '/statistical-neighbours/choose';

test('an administrator finds the page, chooses neighbours, and figures are compared with them', async () => {
  const administrator = await as('administrator');
  const home = await administrator.get('/');
  assert.ok(home.page.querySelector('main a[href="/statistical-neighbours"]'));
  const first = await administrator.get('/statistical-neighbours');
  assert.match(first.text, /None have been chosen/);
  const saved = await administrator.follow(await administrator.post(CHOOSE, FIELDS));
  assert.match(saved.text, /Saved: 3 neighbours from 1 April 2025/);
  assert.match(saved.text, /West Sussex \(E10000032\)/);
  assert.match(saved.text, /Somebody \(administrator\) chose 3 from 1 April 2025/);
  assert.equal(saved.page.querySelectorAll('main i').length, 0, 'what is typed is no markup');
  const director = await as('director');
  const measure = await director.get('/measures/foster-share');
  assert.match(measure.text, /Mean of \d of 3: Kent, West Sussex, Rutland\./);
  assert.match(measure.text, /Chosen by the <i>board<\/i>/);
});

const mistakes: [what: string, fields: Record<string, string>, field: string][] = [
  ['an unknown name', { authorities: 'Kent\nNowhereshire' }, 'authorities'],
  ['the authority itself', { authorities: 'E10000901' }, 'authorities'],
  ['one twice', { authorities: 'Kent\nE10000016' }, 'authorities'],
  ['nobody', { authorities: ' \n' }, 'authorities'],
  ['no source', { source: '' }, 'source'],
  ['no day', { 'from-day': '31', 'from-month': '2' }, 'from-day'],
];
for (const [what, wrong, field] of mistakes)
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    const administrator = await as('administrator');
    await administrator.get('/statistical-neighbours');
    const fields = { ...FIELDS, ...wrong };
    const seen = await administrator.post(CHOOSE, fields);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1);
    assert.equal(
      seen.page.querySelector('#authorities')?.text.trim(),
      fields.authorities.trim().replaceAll('\r\n', '\n'),
    );
  });

test('a director may not, and is not shown the way', async () => {
  const director = await as('director');
  assert.equal(
    (await director.get('/targets')).page.querySelector('a[href="/statistical-neighbours"]'),
    null,
  );
  assert.equal((await director.get('/statistical-neighbours')).status, 403);
  assert.equal((await director.post(CHOOSE, FIELDS)).status, 403);
});

test('an analyst is shown the way from the targets', async () => {
  const analyst = await as('performance');
  const list = await analyst.get('/targets');
  assert.ok(list.page.querySelector('main a[href="/statistical-neighbours"]'));
  assert.equal((await analyst.get('/statistical-neighbours')).status, 200);
});
