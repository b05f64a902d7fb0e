import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginSearch } from '@rightplace/app';
import { childId } from '@rightplace/domain';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let service: SearchPages['service'];
let ana: SearchPages['ana'];
let acting: SearchPages['acting'];
before(async () => {
  ({ world, service, ana, acting } = await searchPages());
});
after(() => world.close());

test('whoever decides reads on the same page what was said in bringing it to them', async () => {
  const id = await acting.asked(await acting.authorised('Q asks'));
  await world.fillIn(id, ana);
  await acting.takeAll(id, [['social-worker', 'submit']]);
  const officer = await world.as('placements-officer');
  await world.take(officer, id, 'ask-director', {
    said: { question: 'So soon after the <b>last</b> move?' },
  });
  const director = await service.signedInAs((await world.as('director')).person.id);
  for (const step of ['director-permits', 'director-refuses']) {
    const { text } = await director.get(`/cases/${id}/steps/${step}`);
    assert.match(
      text,
      /asked the director.*What is not clear\?.*So soon after the <b>last<\/b> move\?/,
      step,
    );
  }
});

test('a request that follows a request for care begins with what was asked there, and has what the director said of it beside it and not in it', async () => {
  const entry = await world.begin('Q conditions');
  await world.fillIn(entry, ana);
  await acting.takeAll(entry, [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise', { conditions: 'Near the academy' }],
  ]);
  const worker = await service.signedInAs(world.ana);
  const id = await acting.asked(entry);
  const { text, page } = await worker.get(`/cases/${id}`);
  const said = page.querySelector('[aria-labelledby=conditions]');
  assert.match(
    said?.text.replaceAll(/\s+/g, ' ') ?? '',
    /On what conditions care was approved This is for staff\. It is in no profile, and no provider reads it\. .*authorised entry to care, \d.*Near the academy/,
  );
  said?.remove();
  assert.doesNotMatch(page.text, /Near the academy/, 'providers read what a request says');
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case');
  assert.doesNotMatch(JSON.stringify(view.answers), /Near the academy/);
  assert.doesNotMatch(text, /The child at their best\s+Nothing written yet/);
});

test('a request from the record says what was brought over, and of a part in which nothing is written that it is so', async () => {
  const begun = await beginSearch(world, ana, { key: 'more', child: childId('NM1') });
  assert.ok(begun.kind === 'search-begun');
  const worker = await service.signedInAs(world.ana);
  const { text } = await worker.get(`/cases/${begun.id}`);
  assert.match(text, /Names that no provider is told\s+Nothing written yet/);
  assert.doesNotMatch(text, /is brought over/, 'nothing was known');
  const after = await beginSearch(world, ana, { key: 'again', child: childId('NM1') });
  assert.equal(after.kind, 'refused');
});

test('a home that is needed from a day gone by is said to be wrong where it is typed, and does not stop the request', async () => {
  const begun = await acting.asked(await acting.authorised('Q gone by'));
  await world.fillIn(begun, ana);
  const worker = await service.signedInAs(world.ana);
  const from = async (date: string) => {
    const form = await worker.get(`/cases/${begun}/request/home`);
    const given = form.page
      .querySelectorAll('main form input:not([type=radio]), main form input[checked], main form textarea')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? one.text.trim()] as const);
    return worker.post(`/cases/${begun}/request/home`, [
      ...given.filter(([name]) => !name.startsWith('needed-from')),
      ['needed-from-day', date],
      ['needed-from-month', '11'],
      ['needed-from-year', '2026'],
    ]);
  };
  const gone = await from('22');
  assert.match(gone.text, /There is a problem\s*That day has gone by\. Enter today or a day after it/);
  assert.equal(gone.page.querySelector('.govuk-error-summary a')?.getAttribute('href'), '#needed-from-day');
  assert.equal(gone.page.querySelectorAll('.govuk-error-summary a').length, 1);
  await acting.takeAll(begun, [
    ['social-worker', 'submit'],
    ['placements-officer', 'return'],
  ]);
  assert.doesNotMatch((await from('23')).text, /There is a problem/);
});

test('what stands alone comes after the others and an “or”, and both at once are said to be wrong and kept', async () => {
  const begun = await acting.asked(await acting.authorised('Q alone'));
  const worker = await service.signedInAs(world.ana);
  const form = await worker.get(`/cases/${begun}/request/risk`);
  const shown = form.page.querySelectorAll('[name=risks]').map((one) => one.getAttribute('value'));
  assert.equal(shown.at(-1), 'none');
  assert.match(form.text, /Going missing\s+or\s+None that is known/);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const sent = await worker.post(`/cases/${begun}/request/risk`, [
    ...hidden,
    ['risks', 'missing'],
    ['risks', 'none'],
    ['risks-what-helps', 'A call at dusk.'],
  ]);
  assert.match(sent.text, /“None that is known” cannot be chosen with another answer/);
  assert.match(sent.text, /A call at dusk\./);
});
