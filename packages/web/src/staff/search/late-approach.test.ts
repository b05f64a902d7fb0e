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

const TYPED: readonly (readonly [string, string])[] = [
  ['tier', 'in-house'],
  ['provider', 'Salt & Sons'],
  ['channel', 'phone'],
  ['sent-on-day', '23'],
  ['sent-on-month', '11'],
  ['sent-on-year', '2026'],
  ['words', 'I asked for a bed tonight'],
];

const formOf = async (id: number) => {
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const hidden = (await officer.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return (more: readonly (readonly [string, string])[] = []) =>
    officer.post(address, [...hidden, ...TYPED, ...more]);
};

test('a form that was open when the search was cancelled asks why it is logged now, of no approval, and keeps what was typed', async () => {
  const id = await acting.aSearch('LW1');
  const send = await formOf(id);
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  const answer = await send();
  assert.equal(answer.status, 422);
  assert.match(answer.text, /The search is over\. Whom you approached before it ended is still logged/);
  assert.doesNotMatch(answer.text, /approved a home/);
  assert.equal(answer.page.querySelector('#words')?.text.trim(), 'I asked for a bed tonight');
  const search = await (await as('placements-officer')).get(`/searches/${id}`);
  assert.match(search.text, /Log an approach that was made/);
  assert.equal((await send([['late-why', 'I had no time before she cancelled']])).status, 303);
});

test('of an approach made when a home was approved already it is asked why, which stands on its page', async () => {
  const id = await acting.aSearch('LW2');
  await acting.anOffer(id);
  const send = await formOf(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'approve']]);
  const asked = await send();
  assert.equal(asked.status, 422);
  assert.ok(asked.page.querySelector('#late-why') !== null);
  assert.equal(asked.page.querySelector('#words')?.text.trim(), 'I asked for a bed tonight');
  assert.equal((await send([['late-why', 'She rang back before we could tell her']])).status, 303);
  const officer = await as('placements-officer');
  const search = await officer.get(`/searches/${id}`);
  const href = search.page
    .querySelectorAll('main a')
    .find(({ text }) => /Salt/.test(text))
    ?.getAttribute('href');
  const page = await officer.get(href ?? '');
  assert.match(page.text, /Why logged after a home was approved\s*She rang back before we could tell her/);
});
