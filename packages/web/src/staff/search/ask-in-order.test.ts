import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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
