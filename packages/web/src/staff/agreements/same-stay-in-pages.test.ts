import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AgreementWorld, anAgreementWorld, TYPED } from '../../../../app/test/agreement-world.ts';
import { agreementsIn } from '../../../../app/test/agreements-in.ts';
import { aService, type Service } from '../../../test/service.ts';

/** Kofi moved there on this day, by his record. */
const MOVED = '2025-05-04';
let world: AgreementWorld;
let service: Service;
let first: number;
let second: number;
before(async () => {
  world = await anAgreementWorld();
  service = aService(world);
  const { made } = agreementsIn(world, await world.as('placements-officer'));
  const typed = { ...TYPED, 'starts-on': MOVED, additions: [] };
  first = await made(await world.search('NM1', MOVED), typed);
  second = await made(await world.search('NM1', MOVED), typed);
});
after(() => world.close());

test('where two agreements are for the same nights each page says what is paid, and an officer decides on it', async () => {
  const officer = await service.signedInAs((await world.as('placements-officer')).person.id);
  const list = await officer.get('/commitments');
  assert.match(list.text, new RegExp(`Not paid: agreement ${second} is, to be decided`));
  assert.match(list.text, new RegExp(`Paid, and not agreement ${first}, to be decided`));
  const one = await officer.get(`/agreements/${first}`);
  assert.match(
    one.text,
    new RegExp(
      `Agreement ${second} is for the same nights of this child\\. Nobody has decided which is paid\\. Until somebody does, agreement ${second} is, which was made last, and nothing is paid by this one\\.`,
    ),
  );
  assert.match(one.text, new RegExp(`Nothing is payable by this agreement: agreement ${second} is paid`));
  assert.ok(one.page.querySelector(`main a[href="/agreements/${second}"]`));
  const decide = `/agreements/${first}/changes/pay-by-this`;
  assert.ok(one.page.querySelector(`main a[href="${decide}"]`));
  const form = await officer.get(decide);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? ''] as const);
  const without = await officer.post(decide, [...hidden, ['why', '']]);
  assert.equal(without.status, 422);
  const decided = await officer.follow(await officer.post(decide, [...hidden, ['why', 'It is signed']]));
  assert.match(decided.text, /It was decided that this one is paid\./);
  assert.match(
    (await officer.get(`/agreements/${second}`)).text,
    new RegExp(`It was decided that agreement ${first} is paid, and nothing is by this one\\.`),
  );
  assert.equal((await officer.get(decide)).status, 404, 'there is nothing more to decide');
});

test('finance reads which is paid, and is shown no way to decide', async () => {
  const finance = await service.signedInAs((await world.as('finance')).person.id);
  const shown = await finance.get(`/agreements/${second}`);
  assert.match(shown.text, /is for the same nights of this child/);
  assert.equal(shown.page.querySelector('main a[href$="/changes/pay-by-this"]'), null);
  assert.notEqual((await finance.get(`/agreements/${second}/changes/pay-by-this`)).status, 200);
});
