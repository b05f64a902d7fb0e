import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SignedIn } from '@rightplace/app';
import { askForHome } from '../../../../app/test/home-requests.ts';
import { aRegisterWorld, type RegisterWorld } from '../../../../app/test/register-world.ts';
import { searching, TO_SPOT } from '../../../../app/test/search-world.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let world: RegisterWorld;
let service: Service;
let officer: Browser;
let id: number;
let lodge: number;
let gull: number;
before(async () => {
  world = await aRegisterWorld();
  service = aService(world);
  const ana: SignedIn = (await world.signIn(world.ana)).signedIn;
  officer = await service.signedInAs((await world.as('placements-officer')).person.id);
  lodge = await world.add({ urn: 'SC970001' });
  gull = await world.add({ name: 'Gull House', urn: 'SC970002', postcode: 'PE23 0AB' });
  for (const home of [lodge, gull]) await world.openHome(home, 1);
  id = await askForHome(world, ana, { number: 'E1', changes: { 'suits-residential': 'preferred' } });
  await searching(world, ana).takeAll(id, TO_SPOT);
});
after(() => world.close());

const send = async (address: string, typed: Readonly<Record<string, string>>) => {
  const form = await officer.get(address);
  const hidden = form.page
    .querySelectorAll('main form[method=post] input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return officer.post(address, [...hidden, ...Object.entries(typed)]);
};
const until = (day: number, month: number, year = 2026) => ({
  'until-day': String(day),
  'until-month': String(month),
  'until-year': String(year),
});
const held = () => officer.get(`/searches/${id}`);

test('the form by which homes are approached says everything that is missing, each where it is', async () => {
  const none = await send(`/searches/${id}/homes`, {});
  assert.equal(none.status, 422);
  assert.deepEqual(
    none.page.querySelectorAll('.govuk-error-summary li').map(({ text }) => text.trim()),
    ['Select whom to approach', 'Choose how you approach them'],
  );
  for (const link of none.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(none.page.querySelector(link.getAttribute('href') ?? ''), link.text);
  const one = await send(`/searches/${id}/homes`, { home: String(lodge) });
  assert.doesNotMatch(one.text, /Select whom to approach/);
});

test('a hold that cannot be so long names the last day that it can, and a day that there is not is said to be none', async () => {
  const address = `/searches/${id}/homes/${lodge}/hold`;
  assert.match((await send(address, until(31, 2))).text, /There is no such day: 31 February 2026/);
  assert.match((await send(address, until(25, 12))).text, /up to 7 December 2026, at most 14 days from now/);
  assert.equal((await send(address, until(30, 11))).status, 303);
  const longer = (await held()).page.querySelector('a[href*="/longer"]')?.getAttribute('href') ?? '';
  const late = await send(longer, until(25, 12));
  assert.match(
    late.text,
    /It cannot be held until the end of 25 December 2026\. Enter a day up to 21 December 2026, 28 days from/,
  );
  assert.match(
    (await send(longer, until(28, 11))).text,
    /held until the end of 30 November 2026 already\. Enter a later day, up to 21 December 2026/,
  );
  const none = await send(longer, until(31, 2, 2027));
  assert.match(none.text, /There is no such day: 31 February 2027/);
  assert.doesNotMatch(none.text, /Enter a later day/);
  assert.match((await send(longer, until(3, 13))).text, /There is no such day: 3 13 2026/);
  assert.match((await send(longer, {})).text, /Enter a later day, up to 21 December 2026/, 'nothing typed');
  assert.match(
    (await send(`/homes/${gull}/hold`, { search: String(id), ...until(31, 2) })).text,
    /There is no such day: 31 February 2026/,
  );
});

test('a second place for the same search is said on the form and beside the search, and not forbidden', async () => {
  assert.doesNotMatch((await held()).text, /places at once/);
  const address = `/searches/${id}/homes/${gull}/hold`;
  assert.match(
    (await officer.get(address)).text,
    /holds a place already: in Samphire Lodge until the end of 30 November 2026\. With this one it holds 2/,
  );
  assert.equal((await send(address, until(1, 12))).status, 303);
  const both = await held();
  assert.match(both.text, /This search holds 2 places at once: in .* until the end of .*, and in /);
  const giveUp = both.page.querySelectorAll('a[href*="/give-up"]').at(0)?.getAttribute('href') ?? '';
  assert.equal((await send(giveUp, { why: 'Nearer' })).status, 303);
  assert.doesNotMatch((await held()).text, /places at once/);
});
