import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

test('a move before the approval is confirmed with why, which the search and the director’s page then tell', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('MB1');
  await acting.anOffer(id);
  await acting.takeAll(id, [
    ...TO_DIRECTOR,
    ['director', 'approve'],
    ['placements-officer', 'notify'],
    ['placements-officer', 'send-contract'],
  ]);
  const officer = await as('placements-officer');
  const address = `/cases/${id}/steps/confirm-move`;
  const form = await officer.get(address);
  assert.match(
    form.text,
    /The home was approved on 23 November 2026\. If the child moved before that, say why \(optional\)/,
  );
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const fields = [
    ...hidden,
    ['contract-signed', 'yes'],
    ['moves-on-day', '16'],
    ['moves-on-month', '11'],
    ['moves-on-year', '2026'],
    ['moves-how', 'With her aunt.'],
  ] as const;
  const refused = await officer.post(address, fields);
  assert.equal(refused.status, 422);
  const [error] = refused.page.querySelectorAll('.govuk-error-summary a');
  assert.equal(error?.getAttribute('href'), '#moved-before-why');
  assert.match(
    error?.text ?? '',
    /^Say why the child moved on 16 November 2026, before the home was approved/,
  );
  const taken = await officer.post(address, [
    ...fields,
    ['moved-before-why', 'The carers took <b>her</b> in.'],
  ]);
  assert.equal(taken.status, 303, taken.text.slice(0, 400));
  const told =
    /The day of the move is 16 November 2026, and the home was approved on 23 November 2026\. Why the child moved before that: The carers took <b>her<\/b> in\./;
  assert.match((await officer.get(`/searches/${id}`)).text, told);
  assert.match((await (await as('director')).get(`/searches/${id}/approval`)).text, told);
  assert.match(
    (await officer.get(`/searches/${id}/chronology`)).text,
    /If the child moved before that, say why.*The carers took/s,
  );
  const record = await officer.get(`/cases/${id}/steps/moved-in`);
  assert.equal(record.page.querySelector('#moved-before-why')?.text.trim(), 'The carers took <b>her</b> in.');
});
