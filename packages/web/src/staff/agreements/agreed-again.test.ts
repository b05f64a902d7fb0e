import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginAgreement, makeAgreement, openAgreement, saveAgreementChange } from '@rightplace/app';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

const AGAIN =
  /The terms of this home were agreed again on 23 November 2026, and the price here is the one of before\./;

test('an agreement written before its terms were agreed again says so until its price is changed, and no other does', async () => {
  const { world, acting, as } = pages;
  const id = await acting.aSearch('AA1');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  const officer = await world.as('placements-officer');
  const begun = await beginAgreement(world, officer, id);
  assert.ok(begun.kind === 'to-agree');
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, officer, { caseId: id, key: 'made', typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  const change = async (what: string, said: object) => {
    const view = await openAgreement(world, officer, made.id);
    assert.ok(view?.kind === 'agreement');
    const asked = {
      id: made.id,
      what,
      basedOn: view.version,
      key: `${what} ${view.version}`,
      typed: { ...said },
    };
    const saved = await saveAgreementChange(world, officer, asked);
    assert.equal(saved?.kind, 'agreement-saved', JSON.stringify(saved));
  };
  const shown = async () => (await (await as('placements-officer')).get(`/agreements/${made.id}`)).text;
  world.pass(2);
  await acting.takeAll(id, [
    ['placements-officer', 'put-again'],
    ['director', 'give-back'],
  ]);
  assert.doesNotMatch(await shown(), AGAIN, 'nothing is agreed again yet');
  await acting.takeAll(id, [
    ['placements-officer', 'terms-again'],
    ['placements-officer', 'agree-terms', { 'agreed-weekly': '900' }],
    ['placements-officer', 'propose'],
    ['director', 'approve'],
  ]);
  assert.match(await shown(), AGAIN);
  world.pass(2);
  await change('expected-end', { 'expected-end': '2027-03-01', why: 'The plan' });
  assert.match(await shown(), AGAIN, 'until when it goes on is no price');
  await change('new-price', { which: '0', weekly: '900', from: '2026-11-30', why: 'Agreed again' });
  assert.doesNotMatch(await shown(), AGAIN);
});
