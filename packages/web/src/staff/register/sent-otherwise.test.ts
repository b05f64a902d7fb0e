/** What the pages say of a form that was sent, gone back to, changed and sent again: where it says so, and that what was typed is there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { holdPlace } from '@rightplace/app';
import { day } from '@rightplace/domain';
import { nameOf } from '../../../../app/test/name-of.ts';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import { aService, type Browser, type Seen, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
let hub: Browser;
let lodge: number;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  lodge = await world.add({});
  await world.openHome(lodge, 3);
  hub = await service.signedInAs((await world.hub()).person.id);
});
after(() => world.close());

const dayOf = (prefix: string, date: string, month = '11', year = '2026') => ({
  [`${prefix}-day`]: date,
  [`${prefix}-month`]: month,
  [`${prefix}-year`]: year,
});
const keyOn = ({ page }: Seen): string | undefined =>
  page.querySelector('main input[name=_key]')?.getAttribute('value');
/** The form comes back with what it says now, beside where it belongs, and is another form. */
const isAnotherForm = (seen: Seen, key: string): void => {
  assert.equal(seen.status, 422);
  assert.match(seen.text, /This form was sent before, on 23 November 2026 at .*What it says now is not/);
  const link = seen.page.querySelector('.govuk-error-summary a');
  assert.ok(seen.page.querySelector(link?.getAttribute('href') ?? 'none'), 'and leads to where');
  assert.ok(keyOn(seen));
  assert.notEqual(keyOn(seen), key);
};

test('a block, terms, notice and a request that were sent before come back as another form when they say something else', async () => {
  const block = { reason: 'staffing', note: 'Nights', _key: 'block', ...dayOf('from', '23') };
  await hub.get(`/homes/${lodge}/block`);
  assert.equal((await hub.post(`/homes/${lodge}/block`, block)).status, 303);
  assert.equal((await hub.post(`/homes/${lodge}/block`, block)).status, 303, 'sent twice');
  const blocked = await hub.post(`/homes/${lodge}/block`, { ...block, note: 'Days' });
  isAnotherForm(blocked, 'block');
  assert.equal(blocked.page.querySelector('#note')?.textContent.trim(), 'Days');

  const spot = '/homes/contracts/residential?framework=';
  const terms = { covers: 'Board', notice: '28 days', _key: 'terms', ...dayOf('starts', '1', '12') };
  await hub.get(spot);
  assert.equal((await hub.post(spot, terms)).status, 303);
  assert.equal((await hub.post(spot, terms)).status, 303, 'sent twice');
  const told = await hub.post(spot, { ...terms, notice: '14 days' });
  isAnotherForm(told, 'terms');
  assert.equal(told.page.querySelector('[name=notice]')?.getAttribute('value'), '14 days');

  const ana = await service.signedInAs(world.ana);
  await ana.get('/searches/ask');
  const asked = await ana.post('/searches/ask', { number: 'NM1', _key: 'ask' });
  assert.equal(asked.status, 303);
  const again = await ana.post('/searches/ask', { number: 'NM1', _key: 'ask' });
  assert.equal(again.location, asked.location, 'sent twice');
  isAnotherForm(await ana.post('/searches/ask', { number: 'NM6', _key: 'ask' }), 'ask');

  const notice = {
    number: 'NM1',
    _key: 'notice',
    'notice-by': 'provider',
    ...dayOf('notice-on', '20'),
    ...dayOf('last-day', '18', '12'),
    'notice-reason': 'CREQB',
    'ending-planned': 'no',
    'what-happened': 'Two more staff were tried for a month.',
    'child-says': 'I want to stay near my school.',
  };
  await ana.get('/searches/notice?number=NM1');
  assert.equal((await ana.post('/searches/notice', notice)).status, 303);
  const other = await ana.post('/searches/notice', { ...notice, 'child-says': 'I want to move.' });
  isAnotherForm(other, 'notice');
  assert.match(other.text, /I want to move\./);
});

test('whoever gives up a place on the page of the home twice is told that it is, and with another reason what stands and what they typed', async () => {
  const caseId = await world.search('NM6');
  const held = await holdPlace(world, await world.hub(), {
    caseId,
    settingId: lodge,
    until: day('2026-11-25'),
    key: 'held',
  });
  assert.ok(held.kind === 'place-held', nameOf(held));
  world.pass(1);
  const address = `/homes/${lodge}/holds/${held.hold.id}`;
  await hub.get(address);
  const elsewhere = `/homes/${world.lane}/holds/${held.hold.id}/give-up`;
  assert.equal((await hub.post(elsewhere, { why: 'Nearer' })).status, 404, 'of another home');
  assert.equal((await hub.post(`${address}/give-up`, { why: 'Nearer' })).status, 303);
  assert.equal((await hub.post(`${address}/give-up`, { why: 'Nearer' })).status, 303, 'sent twice');
  const other = await hub.post(`${address}/give-up`, { why: 'The carers said no' });
  assert.equal(other.status, 403);
  assert.match(other.text, /given up before, on 23 November 2026 at .*: “Nearer”/);
  assert.match(other.text, /What you typed.*The carers said no/s);
  assert.equal((await hub.post(`/homes/${lodge}/holds/999999/give-up`, { why: 'Nearer' })).status, 404);
});
