/** The price that was agreed is written down beside what was offered and said of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

test('whoever writes down the price reads beside the question what was offered and the last figure, of either side', async () => {
  const id = await acting.aSearch('AT1');
  const offer = await acting.anOffer(id, { 'core-weekly': '4800' });
  const toTheTerms = TO_DIRECTOR.slice(
    0,
    TO_DIRECTOR.findIndex(([, step]) => step === 'agree-terms'),
  );
  await acting.takeAll(id, toTheTerms);
  const officer = await as('placements-officer');
  const hints = async () =>
    (await officer.get(`/cases/${id}/steps/agree-terms`)).page
      .querySelectorAll('.govuk-hint')
      .map(({ text }) => text.trim())
      .join(' ');
  assert.match(await hints(), /Offered for £4,800 a week\. No other figure is written down\. Enter 0/);
  await acting.written(id, 'figure', offer, {
    'proposed-by': 'us',
    weekly: '4650.50',
    'proposed-where': 'By e-mail',
    words: 'From December on',
  });
  assert.match(await hints(), /The last figure written down is £4,650\.50 a week, from us\./);
});
