import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordHomeNotice } from '@rightplace/app';
import { addDays, childId, HOME_NOTICE_ASKS, londonDayOf, type Role } from '@rightplace/domain';
import { TO_DIRECTOR, TO_THE_MOVE } from '../../../../app/test/search-world.ts';
import { answersTo } from '../../../../domain/test/cases.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
let ana: SearchPages['ana'];
before(async () => {
  ({ world, acting, as, ana } = await searchPages());
});
after(() => world.close());

const pageOf = async (role: Role, address: string) => (await as(role)).get(address);
const textOf = async (role: Role, address: string): Promise<string> => (await pageOf(role, address)).text;
/** What is said in red of a child’s search on a list. */
const redOf = async (address: string, id: number): Promise<readonly string[]> => {
  const { page } = await pageOf('director', address);
  const link = page.querySelectorAll('main a').find((one) => one.getAttribute('href') === `/searches/${id}`);
  const line = link?.closest('.app-search-card') ?? link?.closest('tr');
  return line?.querySelectorAll('.govuk-tag--red').map(({ text }) => text.trim()) ?? [];
};

/** A child who has moved in, on a day before it, on a word that was written down as the director’s, who denies it. */
const deniedAfterMove = async (number: string, said: object = {}): Promise<number> => {
  const id = await acting.aSearch(number);
  await acting.anOffer(id, { ...said });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  await acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', { 'word-of': director.actor.id }],
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-20' }],
  ]);
  assert.match(await textOf('director', `/searches/${id}`), /the home was approved on 23 November 2026/);
  await acting.takeAll(id, [['director', 'deny-besides']]);
  return id;
};
const YES = /Approve the home where the child lives/;
const NO = /Do not approve it: have another home found/;

test('board and table say that nobody approved the home, and the search page does not say when it was approved', async () => {
  const emergency = await acting.aSearch('DP0');
  await acting.takeAll(emergency, [['director', 'all-tiers']]);
  const id = await deniedAfterMove('DP1');
  for (const address of ['/searches', '/searches?as=table']) {
    assert.deepEqual(await redOf(address, id), ['Approved by nobody'], address);
    assert.deepEqual(await redOf(address, emergency), ['Emergency'], 'once');
  }
  for (const address of [`/searches/${id}`, `/searches/${id}/approval`]) {
    const text = await textOf('director', address);
    assert.doesNotMatch(text, /the home was approved on/, address);
    assert.match(text, YES);
    assert.match(text, NO);
  }
});

test('a director’s no is told with why on both pages, and only the yes is offered from then on', async () => {
  const id = await deniedAfterMove('DP2');
  const director = await as('director');
  const form = await director.get(`/cases/${id}/steps/refuse-after-move`);
  assert.match(form.text, /how are they kept safe until another home is found\?/);
  assert.equal((await pageOf('placements-officer', `/searches/${id}`)).text.match(NO), null);
  await acting.takeAll(id, [
    ['director', 'refuse-after-move', { reason: 'The carer is under investigation' }],
  ]);
  for (const address of [`/searches/${id}`, `/searches/${id}/approval`]) {
    const text = await textOf('director', address);
    assert.match(text, YES, address);
    assert.doesNotMatch(text, NO, address);
  }
  assert.match(await textOf('director', `/searches/${id}`), /Not approved: another home is to be found/);
  assert.match(await textOf('director', `/searches/${id}/approval`), /The carer is under investigation/);
  for (const address of ['/searches', '/searches?as=table'])
    assert.deepEqual(await redOf(address, id), ['Not approved: another home is to be found']);
});

test('who may close it is told that a director has to decide first', async () => {
  const id = await deniedAfterMove('DP3');
  assert.match(
    await textOf('placements-officer', `/searches/${id}`),
    /A director has to decide on the home first, on their desk or on the page of the search/,
  );
});

/** A search for a child in care, whose home is to end. */
const afterNotice = async (child: string, lastDay: string): Promise<number> => {
  const typed = {
    ...answersTo(HOME_NOTICE_ASKS),
    'notice-on': '2026-11-23',
    'last-day': lastDay,
    'notice-reason': 'CREQB',
  };
  const notice = await recordHomeNotice(world, ana, { child: childId(child), key: lastDay, typed });
  assert.ok(notice.kind === 'home-notice-recorded', JSON.stringify(notice));
  await acting.toSearch(notice.id);
  await acting.anOffer(notice.id);
  await acting.takeAll(notice.id, TO_DIRECTOR);
  return notice.id;
};
const moved = (on: string, postcode: string) =>
  [
    ...TO_THE_MOVE.slice(1, 3),
    ['placements-officer', 'confirm-move', { 'moves-on': on }],
    ['social-worker', 'moved-home', { 'moved-on': on, 'home-postcode': postcode }],
  ] as const;

test('where the child has left the home the search says so instead, and asks no director', async () => {
  const id = await afterNotice('NM1', '2026-11-23');
  const director = await world.as('director');
  const byWord = { 'word-of': director.actor.id };
  await acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', byWord],
    ...moved('2026-11-23', 'PE1 3AB'),
    ['director', 'deny-besides'],
  ]);
  assert.match(await textOf('director', `/searches/${id}`), YES);
  const next = await afterNotice('NM1', '2026-11-24');
  world.pass(24 * 60);
  await acting.takeAll(next, [['director', 'approve'], ...moved('2026-11-24', 'PE2 3AB')]);
  const text = await textOf('director', `/searches/${id}`);
  assert.match(text, /The child has left the home that this search came to\. Nobody had approved it/);
  assert.doesNotMatch(text, YES);
  assert.doesNotMatch(text, NO);
  assert.deepEqual(await redOf('/searches', id), []);
});

test('a gate that is shut since the move is opened from the page of the offer', async () => {
  const id = await acting.aSearch('DP5');
  const offer = await acting.anOffer(id, {
    'home-kind': 'connected',
    registered: undefined,
    terms: 'none',
  });
  const on = londonDayOf(world.now());
  const until = {
    gate: 'connected-person',
    words: 'Approved for a day',
    on,
    until: addDays(on, 1),
  };
  await acting.written(id, 'gate', offer, until, 'group-manager');
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  await acting.takeAll(id, [
    ['placements-officer', 'approve-by-word', { 'word-of': director.actor.id }],
    ...TO_THE_MOVE.slice(1, 3),
    ['placements-officer', 'confirm-move', { 'moves-on': on }],
    ['social-worker', 'moved-in', { 'placed-on': on }],
  ]);
  world.pass(3 * 24 * 60);
  const page = `/searches/${id}/offers/${offer}`;
  const WAY = /Record what opens it/;
  assert.doesNotMatch(await textOf('group-manager', page), WAY, 'while nobody has denied the word');
  await acting.takeAll(id, [['director', 'deny-besides']]);
  assert.match(await textOf('group-manager', page), WAY);
});
