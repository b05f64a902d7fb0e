import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

test('who saves an approach, goes back and saves it again is led to the one that is there, with nothing typed lost', async () => {
  const id = await acting.aSearch('P twice');
  const officer = await as('placements-officer');
  const save = async () => {
    const address = `/searches/${id}/write/approach`;
    const hidden = (await officer.get(address)).page
      .querySelectorAll('main form input[type=hidden]')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
    return officer.post(address, [
      ...hidden,
      ['tier', 'in-house'],
      ['provider', 'Harbour Fostering'],
      ['channel', 'phone'],
      ['sent-on-day', '23'],
      ['sent-on-month', '11'],
      ['sent-on-year', '2026'],
      ['words', 'Rang the duty desk'],
    ]);
  };
  assert.equal((await save()).status, 303);
  const again = await save();
  assert.equal(again.status, 422);
  assert.match(again.text, /written down already, on 23 November 2026 at .*say when\./);
  assert.equal(again.page.querySelector('#words')?.text.trim(), 'Rang the duty desk');
  const there = again.page.querySelector('main .govuk-inset-text a')?.getAttribute('href') ?? '';
  assert.match((await officer.get(there)).heading, /Harbour Fostering/);
  assert.match((await officer.get(`/searches/${id}`)).text, /1 approached, 0 replied/);
});

test('who goes back and saves another provider by the same form is shown what is written, and writes the other with one more press', async () => {
  const id = await acting.aSearch('P back');
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  type Shown = Awaited<ReturnType<typeof officer.get>>;
  const send = (from: Shown, provider: string) =>
    officer.post(address, [
      ...from.page
        .querySelectorAll('main form input[type=hidden]')
        .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const),
      ['tier', 'in-house'],
      ['provider', provider],
      ['channel', 'phone'],
      ['sent-on-day', '23'],
      ['sent-on-month', '11'],
      ['sent-on-year', '2026'],
    ]);
  const opened = await officer.get(address);
  assert.equal((await send(opened, 'First')).status, 303);
  assert.equal((await send(opened, 'First')).status, 303, 'pressed twice');
  const other = await send(opened, 'Second');
  assert.equal(other.status, 422);
  assert.match(other.text, /Whom did you approach\? First.*written as another entry beside that one/);
  assert.equal(other.page.querySelector('#provider')?.getAttribute('value'), 'Second');
  assert.equal((await send(other, 'Second')).status, 303);
  assert.match((await officer.get(`/searches/${id}`)).text, /2 approached, 0 replied/);
});
