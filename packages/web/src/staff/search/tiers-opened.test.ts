import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { londonDayOf, londonTimeOf } from '@rightplace/domain';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

test('a tier that was closed and is opened again says both', async () => {
  const id = await acting.aSearch('T2');
  await acting.anOffer(id);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  world.pass(24 * 60);
  await acting.takeAll(id, [['placements-officer', 'open-in-house', { 'asked-again-why': 'None fits' }]]);
  const page = await (await as('placements-officer')).get(`/searches/${id}`);
  assert.match(page.text, /Opened \d+ November 2026 at \d\d:\d\d, again \d+ November 2026 at/);
});

test('when all tiers are opened at once those that were open before keep the day on which they were', async () => {
  const id = await acting.aSearch('T1');
  const opened = async () =>
    (await (await as('placements-officer')).get(`/searches/${id}`)).page
      .querySelectorAll('main tbody [data-label=Opened]')
      .slice(0, 4)
      .map(({ text }) => text.trim());
  const [inHouse = ''] = await opened();
  assert.match(inHouse, /^Open since 24 November 2026 at \d\d:\d\d$/);
  world.pass(2 * 24 * 60);
  await acting.takeAll(id, [['placements-officer', 'all-tiers-in-writing']]);
  const [first, ...others] = await opened();
  assert.equal(first, inHouse);
  assert.deepEqual([...new Set(others.map((text) => text.slice(0, 30)))], ['Open since 26 November 2026 at']);
});

test('all tiers that were asked at once on a word that the director denied are open no more, and what was asked meanwhile stays', async () => {
  const id = await acting.aSearch('T3');
  const director = await world.as('director');
  await acting.takeAll(id, [['placements-officer', 'all-tiers-by-word', { 'word-of': director.actor.id }]]);
  const approach = {
    tier: 'direct',
    provider: 'Zed Homes',
    channel: 'phone',
    'sent-on': londonDayOf(world.now()),
  };
  await acting.written(id, 'approach', null, approach);
  world.pass(10);
  await acting.takeAll(id, [['director', 'deny']]);
  const page = await (await as('placements-officer')).get(`/searches/${id}`);
  assert.match(
    page.text,
    /Direct approach\s*Not opened: asked on an approval that was denied \d+ November 2026 at \d\d:\d\d1/,
  );
  assert.match(page.text, /Zed Homes\s*Direct approach/);
  const form = (await (await as('placements-officer')).get(`/searches/${id}/write/approach`)).text;
  assert.match(
    form,
    /was denied is here for whom you asked before that, and asks why\. To ask anybody in it now, open it first/,
  );
  const why = { 'outside-tiers-why': 'All tiers were open then' };
  const asked = (provider: string, at: string, more = {}) =>
    acting.write(id, 'approach', null, { ...approach, provider, 'sent-at': at, ...more });
  const now = londonTimeOf(world.now());
  assert.equal(acting.nameOf(await asked('Yew Homes', '00:01')), 'not-said', 'it is asked why');
  assert.equal(acting.nameOf(await asked('Yew Homes', now, why)), 'tier-not-opened', 'after the denial');
  assert.equal((await asked('Yew Homes', '00:01', why)).kind, 'entry-written');
});

test('on hold the form says of tiers open on a denied word to go on first, and takes nobody who was asked since for a reason', async () => {
  const id = await acting.aSearch('T4');
  const director = await world.as('director');
  await acting.takeAll(id, [['placements-officer', 'all-tiers-by-word', { 'word-of': director.actor.id }]]);
  world.pass(10);
  await acting.takeAll(id, [
    ['director', 'deny'],
    ['placements-officer', 'hold'],
  ]);
  const form = (await (await as('placements-officer')).get(`/searches/${id}/write/approach`)).text;
  assert.match(
    form,
    /asks why\. The search is on hold: whom you asked since is logged once you have gone on/,
  );
  assert.doesNotMatch(form, /open it first/);
  const since = {
    tier: 'direct',
    provider: 'Zed Homes',
    channel: 'phone',
    'sent-on': londonDayOf(world.now()),
    'sent-at': londonTimeOf(world.now()),
    'outside-tiers-why': 'All tiers were open in the night',
  };
  const asked = async () => acting.nameOf(await acting.write(id, 'approach', null, since));
  assert.equal(await asked(), 'tier-not-opened');
  await acting.takeAll(id, [
    ['placements-officer', 'go-on'],
    ['placements-officer', 'open-direct'],
  ]);
  assert.equal(await asked(), 'entry-written', 'once it goes on, with its own time');
});
