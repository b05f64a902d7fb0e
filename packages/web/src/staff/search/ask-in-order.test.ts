import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

const SPOT = [
  ['tier', 'spot'],
  ['provider', 'Saltings Homes'],
  ['channel', 'phone'],
  ['sent-on-day', '23'],
  ['sent-on-month', '11'],
  ['sent-on-year', '2026'],
] as const;

test('an approach is logged in a tier that was opened; of another the form says where it is opened, and the log takes none', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('AO1');
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const show = async () => {
    const { page, text } = await officer.get(address);
    return {
      tiers: page.querySelectorAll('input[name=tier]').map((one) => one.getAttribute('value')),
      chosen: page.querySelector('input[name=tier][checked]')?.getAttribute('value'),
      hidden: page
        .querySelectorAll('main form input[type=hidden]')
        .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const),
      saysWhere: /A tier that is not here is not opened yet\. Open it first, on the page of the search/.test(
        text,
      ),
    };
  };
  const first = await show();
  assert.deepEqual([first.tiers, first.chosen, first.saysWhere], [['in-house'], 'in-house', true]);
  const refused = await officer.post(address, [...first.hidden, ...SPOT]);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Open it first: “Ask other registered providers”, on the page of the search/);
  assert.equal(refused.page.querySelector('#provider')?.getAttribute('value'), 'Saltings Homes');
  const search = await officer.get(`/searches/${id}`);
  assert.match(search.text, /Ask other registered providers/);
  assert.match(search.text, /Nobody has been approached yet/);
  await acting.takeAll(id, [['placements-officer', 'open-spot']]);
  assert.equal((await officer.post(address, [...first.hidden, ...SPOT])).status, 303);
  assert.deepEqual((await show()).tiers, ['in-house', 'spot']);
  await acting.takeAll(id, [['placements-officer', 'all-tiers-in-writing']]);
  const all = await show();
  assert.deepEqual([all.tiers.length, all.saysWhere], [4, false]);
});

test('an approach of before the request is refused at its day, with what was typed', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('AO2');
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const hidden = (await officer.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const early = await officer.post(address, [
    ...hidden,
    ['tier', 'in-house'],
    ['provider', 'Our fostering team'],
    ['channel', 'phone'],
    ['sent-on-day', '1'],
    ['sent-on-month', '1'],
    ['sent-on-year', '2020'],
  ]);
  assert.equal(early.status, 422);
  const [error] = early.page.querySelectorAll('.govuk-error-summary a');
  assert.equal(error?.getAttribute('href'), '#sent-on-day');
  assert.match(error?.text ?? '', /^Enter 23 November 2026 or a day after it: this request was begun then/);
  assert.equal(early.page.querySelector('#sent-on-year')?.getAttribute('value'), '2020');
});

const FIRST_FOUR = ['in-house', 'framework', 'spot', 'direct'];
const TO_CHECKS = TO_DIRECTOR.slice(0, 4);

test('once an offer is chosen an approach in a tier that was never opened is logged with why, which everybody reads', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('AO3');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_CHECKS);
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const form = await officer.get(address);
  assert.deepEqual(
    form.page.querySelectorAll('input[name=tier]').map((one) => one.getAttribute('value')),
    FIRST_FOUR,
  );
  assert.match(form.text, /Unless “In house”: Why were they asked in a tier/);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const why = 'Called in the night, when nobody in house answered';
  for (const short of ['', 'x']) {
    const refused = await officer.post(address, [...hidden, ...SPOT, ['outside-tiers-why', short]]);
    assert.equal(refused.status, 422);
    assert.equal(
      refused.page.querySelector('.govuk-error-summary a')?.getAttribute('href'),
      '#outside-tiers-why',
    );
    assert.equal(refused.page.querySelector('#provider')?.getAttribute('value'), 'Saltings Homes');
  }
  assert.equal((await officer.post(address, [...hidden, ...SPOT, ['outside-tiers-why', why]])).status, 303);
  const search = await officer.get(`/searches/${id}`);
  assert.match(search.text, /Saltings Homes\s*Spot, which was not opened/);
  assert.match(search.text, /Spot\s*Not opened\s*1/);
  const entry = search.page
    .querySelectorAll('main a')
    .find((one) => one.text === 'Saltings Homes')
    ?.getAttribute('href');
  assert.match((await officer.get(entry ?? '')).text, new RegExp(`Why in that tier\\s*${why}`));
  const story = (await officer.get(`/searches/${id}/chronology`)).text;
  assert.match(
    story,
    new RegExp(
      `approached Saltings Homes, outside the tiers that were opened.*Why were they asked in a tier that was not opened\\?\\s*${why}`,
    ),
  );
});

test('of a tier that is opened no reason is kept, and on hold the form says to go on first with all that was typed', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('AO4');
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const before = await officer.get(address);
  assert.equal(before.page.querySelector('#outside-tiers-why'), null);
  const hidden = before.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const why = ['outside-tiers-why', 'Nobody in house answered'] as const;
  await acting.takeAll(id, [['placements-officer', 'hold']]);
  assert.match((await officer.get(address)).text, /the search is on hold\. Go on with it first, on its page/);
  const held = await officer.post(address, [...hidden, ...SPOT, why]);
  assert.equal(held.status, 422);
  assert.match(held.text, /Go on with the search first, on its page, and open the tier there\./);
  assert.equal(held.page.querySelector('#provider')?.getAttribute('value'), 'Saltings Homes');
  await acting.takeAll(id, [
    ['placements-officer', 'go-on'],
    ['placements-officer', 'open-spot'],
  ]);
  assert.equal((await officer.post(address, [...hidden, ...SPOT, why])).status, 303);
  assert.doesNotMatch((await officer.get(`/searches/${id}/chronology`)).text, /outside the tiers/);
});
