import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../../test/children.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: ChildrenWorld;
let service: Service;
before(async () => {
  world = await aChildrenWorld();
  service = aService(world);
});
after(() => world.close());

const as = async (role: Role): Promise<Browser> => service.signedInAs(await world.someone(role));

const MAKE = '/other-systems/make';
const FIELDS = {
  name: 'Board <b>report</b>',
  organisation: 'Northmarsh County Council',
  purpose: 'The monthly board',
  scope: 'figures',
  'last-day-day': '31',
  'last-day-month': '3',
  'last-day-year': '2027',
};

const make = async (browser: Browser, more: Partial<typeof FIELDS> = {}): Promise<Seen> => {
  await browser.get(MAKE);
  return browser.post(MAKE, { ...FIELDS, ...more });
};

const tokenOn = ({ page }: Seen): string => page.querySelector('#token')?.text ?? '';
const idIn = (token: string): string => token.split('.')[2] ?? '';

const read = (token: string): Promise<number> =>
  service.server
    .inject({ url: '/api/v1/measures', headers: { authorization: `Bearer ${token}` } })
    .then(({ statusCode }) => statusCode);

test('an administrator finds the page, makes a client and sees its token this once', async () => {
  const administrator = await as('administrator');
  assert.ok((await administrator.get('/settings')).page.querySelector('main a[href="/other-systems"]'));
  assert.ok((await administrator.get('/')).page.querySelector('main a[href="/other-systems"]'));
  const made = await make(administrator);
  const token = tokenOn(made);
  assert.match(token, /^rightplace\.E10000901\.\d+\.[A-Za-z0-9_-]{43}$/);
  assert.equal(made.headers['cache-control'], 'no-store');
  assert.match(made.text, /It does not work yet: a director has to agree/);
  const list = await administrator.get('/other-systems');
  assert.ok(!list.text.includes(token.split('.')[3] ?? 'none'), 'its secret is shown nowhere else');
  assert.ok(list.text.includes(`rightplace.E10000901.${idIn(token)}.`));
  assert.match(list.text, /Waits for a second person/);
  assert.match(list.text, /Board <b>report<\/b>/);
  assert.equal(list.page.querySelectorAll('main b').length, 0, 'what is typed is no markup');
  assert.equal(list.page.querySelector('form[action$="/agree"]'), null, 'the administrator may not agree');
});

test('a director agrees and it works; the list says by whom, and when it was last used', async () => {
  const token = tokenOn(await make(await as('administrator')));
  assert.equal(await read(token), 403);
  const director = await as('director');
  const list = await director.get('/other-systems');
  assert.ok(list.page.querySelector('nav a[href="/other-systems"]'), 'it is in the navigation');
  assert.equal(list.page.querySelector(`a[href="${MAKE}"]`), null, 'a director makes none');
  const agreed = await director.follow(await director.post(`/other-systems/${idIn(token)}/agree`));
  assert.match(agreed.text, /works from now on/);
  assert.match(agreed.text, /Agreed by Somebody \(director\) on 23 November 2026/);
  assert.equal(await read(token), 200);
  assert.match((await director.get('/other-systems')).text, /Last used 23 November 2026 at 09:00/);
  const twice = await director.follow(await director.post(`/other-systems/${idIn(token)}/agree`));
  assert.match(twice.text, /does not wait for anybody/);
});

test('rounded figures need nobody’s agreement, and a revoked client opens nothing any more', async () => {
  const administrator = await as('administrator');
  const made = await make(administrator, { scope: 'figures-rounded' });
  assert.match(made.text, /It works from now on/);
  const token = tokenOn(made);
  assert.equal(await read(token), 200);
  await administrator.get('/other-systems');
  const after = await administrator.follow(await administrator.post(`/other-systems/${idIn(token)}/revoke`));
  assert.match(after.text, /opens nothing any more/);
  assert.match(after.text, /Revoked by Somebody \(administrator\)/);
  assert.equal(await read(token), 401);
});

test('making, agreeing and revoking are in the audit, and no secret is', async () => {
  const token = tokenOn(await make(await as('administrator')));
  const director = await as('director');
  await director.get('/other-systems');
  await director.post(`/other-systems/${idIn(token)}/agree`);
  await director.post(`/other-systems/${idIn(token)}/revoke`);
  const entries = await world.auditOf(idIn(token), 'api-client');
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['api-client-revoked', 'api-client-agreed', 'api-client-made'],
  );
  assert.deepEqual(entries.at(-1)?.detail, {
    name: FIELDS.name,
    organisation: FIELDS.organisation,
    purpose: FIELDS.purpose,
    scope: 'figures',
    lastDay: '2027-03-31',
  });
  assert.ok(!JSON.stringify(entries).includes(token.split('.')[3] ?? 'none'));
});

const mistakes: [what: string, wrong: Partial<typeof FIELDS>, field: string][] = [
  ['no name', { name: ' ' }, 'name'],
  ['a name too long', { name: 'a'.repeat(201) }, 'name'],
  ['no organisation', { organisation: '' }, 'organisation'],
  ['no purpose', { purpose: '' }, 'purpose'],
  ['no scope', { scope: '' }, 'scope'],
  ['a scope there is not', { scope: 'everything' }, 'scope'],
  ['a day that is none', { 'last-day-day': '31', 'last-day-month': '2' }, 'last-day-day'],
  ['a day gone by', { 'last-day-year': '2026' }, 'last-day-day'],
  ['more than twelve months', { 'last-day-year': '2028' }, 'last-day-day'],
];
for (const [what, wrong, field] of mistakes)
  test(`what is wrong is said above and beside its field, and what was typed is kept: ${what}`, async () => {
    const seen = await make(await as('administrator'), wrong);
    assert.equal(seen.status, 422);
    assert.equal(seen.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), `#${field}`);
    assert.equal(seen.page.querySelectorAll(`[id="${field}"]`).length, 1);
    assert.equal(seen.page.querySelectorAll('.govuk-error-message').length, 1);
    const kept = { ...FIELDS, ...wrong }.purpose;
    assert.equal(seen.page.querySelector('#purpose')?.getAttribute('value') ?? '', kept);
  });

test('a client there is not is not found', async () => {
  const director = await as('director');
  await director.get('/other-systems');
  for (const id of ['99999', 'x', '-1'])
    for (const decision of ['agree', 'revoke'])
      assert.equal(
        (await director.post(`/other-systems/${id}/${decision}`)).status,
        404,
        `${id} ${decision}`,
      );
});

test('who may not: an administrator does not agree, a director does not make, an analyst sees none of it', async () => {
  const administrator = await as('administrator');
  const id = idIn(tokenOn(await make(administrator)));
  assert.equal((await administrator.post(`/other-systems/${id}/agree`)).status, 403);
  const director = await as('director');
  assert.equal((await director.get(MAKE)).status, 403);
  assert.equal((await director.post(MAKE, FIELDS)).status, 403);
  const analyst = await as('performance');
  assert.equal((await analyst.get('/other-systems')).status, 403);
  assert.equal((await analyst.post(`/other-systems/${id}/revoke`)).status, 403);
  assert.equal((await analyst.get('/')).page.querySelector('a[href="/other-systems"]'), null);
});
