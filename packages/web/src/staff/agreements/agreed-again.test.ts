import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginAgreement, makeAgreement, openAgreement, saveAgreementChange } from '@rightplace/app';
import { TO_AN_UNSIGNED_MOVE, TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let pages: SearchPages;
before(async () => {
  pages = await searchPages();
});
after(() => pages.world.close());

const AT_1000 = TO_DIRECTOR.map(
  ([role, step]) => [role, step, step === 'agree-terms' ? { 'agreed-weekly': '1000' } : {}] as const,
);
const AGAIN =
  /The price here is not the one that was agreed in the search on 23 November 2026 and approved\./;
const CORE = /Core fee: £1,000 a week here, and £900 a week as it was approved/;

test('an agreement written before its terms were agreed again says so until its price is changed, and no other does', async () => {
  const { world, acting, as } = pages;
  const id = await acting.aSearch('AA1');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  await acting.takeAll(id, [...AT_1000, ['director', 'approve']]);
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
  await change('addition', { what: 'Travel', weekly: '20', starts: '2026-11-30', why: 'School' });
  const besides = await shown();
  assert.match(besides, CORE, 'nor is an addition the core fee');
  assert.doesNotMatch(besides, /Travel: .* not among what was approved/, 'which is a change of its own');
  await change('new-price', { which: '0', weekly: '900', from: '2026-11-30', why: 'Agreed again' });
  assert.doesNotMatch(await shown(), AGAIN);
  await change('new-price', { which: '0', weekly: '930', from: '2027-04-01', why: 'The yearly uplift' });
  assert.doesNotMatch(await shown(), AGAIN, 'agreed later and by itself');
});

test('an agreement made at another price than was approved says so at once, line by line', async () => {
  const { acting, as } = pages;
  const id = await acting.aSearch('AA2');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  await acting.takeAll(id, [...AT_1000, ['director', 'approve']]);
  const officer = await as('placements-officer');
  const { page } = await officer.get(`/cases/${id}/agreement`);
  const filled = page
    .querySelectorAll('main form input, main form textarea')
    .flatMap((field): readonly [string, string][] => {
      const name = field.getAttribute('name') ?? '';
      return name === '' ? [] : [[name, field.getAttribute('value') ?? field.text]];
    })
    .filter(([name]) => !['core-weekly', 'covers', 'outcomes', 'notice'].includes(name));
  const answer = await officer.post(`/cases/${id}/agreement`, [
    ...filled,
    ['core-weekly', '2500'],
    ['covers', 'Board'],
    ['outcomes', 'School'],
    ['notice', '28 days'],
  ]);
  assert.equal(answer.status, 303, answer.text);
  const { text } = await officer.follow(answer);
  assert.match(text, /The agreement is made\. Its price is not the one that was approved/);
  assert.match(text, AGAIN);
  assert.match(text, /Core fee: £2,500 a week here, and £1,000 a week as it was approved/);
});

test('an agreement of a home that was given up and is approved again at another price says so', async () => {
  const { world, acting, as } = pages;
  const id = await acting.aSearch('AA3');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  await acting.takeAll(id, [...AT_1000, ['director', 'approve']]);
  const officer = await world.as('placements-officer');
  const begun = await beginAgreement(world, officer, id);
  assert.ok(begun.kind === 'to-agree');
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, officer, { caseId: id, key: 'given up', typed });
  assert.ok(made.kind === 'agreement-saved' && made.unlikeApproved === undefined, JSON.stringify(made));
  const shown = async () => (await (await as('placements-officer')).get(`/agreements/${made.id}`)).text;
  world.pass(2);
  await acting.takeAll(id, [
    ['placements-officer', 'fell-through'],
    ['placements-officer', 'share-offers'],
    ...TO_DIRECTOR.slice(1, 3),
    ['placements-officer', 'agree-terms', { 'agreed-weekly': '900' }],
    ['placements-officer', 'propose'],
  ]);
  assert.doesNotMatch(await shown(), AGAIN, 'the director has not approved it');
  await acting.takeAll(id, [['director', 'approve']]);
  assert.match(await shown(), AGAIN);
  assert.match(await shown(), CORE);
});

test('an agreement says that nobody approved its price where whose word it was has denied it', async () => {
  const { world, acting, as } = pages;
  const id = await acting.aSearch('AA4');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  const director = await world.as('director');
  const byWord = { 'word-of': director.actor.id };
  await acting.takeAll(id, [...AT_1000, ['placements-officer', 'approve-by-word', byWord]]);
  const officer = await world.as('placements-officer');
  const begun = await beginAgreement(world, officer, id);
  assert.ok(begun.kind === 'to-agree');
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, officer, { caseId: id, key: 'denied', typed });
  assert.ok(made.kind === 'agreement-saved' && made.unlikeApproved === undefined, JSON.stringify(made));
  const shown = async () => (await (await as('placements-officer')).get(`/agreements/${made.id}`)).text;
  assert.doesNotMatch(await shown(), /Nobody has approved the price here/);
  await acting.takeAll(id, [['director', 'deny-approval']]);
  assert.match(await shown(), /Nobody has approved the price here/);
  await acting.takeAll(id, [['director', 'approve']]);
  assert.doesNotMatch(await shown(), /Nobody has approved the price here/);
});

/** An agreement for a home in which the child lives on the word of a director, who denies it. */
const movedOnAWord = async (isClosed: boolean): Promise<void> => {
  const { world, acting, as } = pages;
  const id = await acting.aSearch(isClosed ? 'AA6' : 'AA5');
  await acting.anOffer(id, { 'core-weekly': '1000', 'starts-on': '2026-11-30' });
  const director = await world.as('director');
  const byWord = { 'word-of': director.actor.id };
  await acting.takeAll(id, [...AT_1000, ['placements-officer', 'approve-by-word', byWord]]);
  const officer = await world.as('placements-officer');
  const begun = await beginAgreement(world, officer, id);
  assert.ok(begun.kind === 'to-agree');
  const typed = { ...begun.given, covers: 'Board', outcomes: 'School', notice: '28 days' };
  const made = await makeAgreement(world, officer, { caseId: id, key: `moved, ${isClosed}`, typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  await acting.takeAll(id, TO_AN_UNSIGNED_MOVE);
  await acting.takeAll(id, [['placements-officer', 'moved-in']]);
  if (isClosed) await acting.takeAll(id, [['placements-officer', 'close']]);
  const agreement = async () => (await (await as('placements-officer')).get(`/agreements/${made.id}`)).text;
  const search = async (role: 'director' | 'placements-officer') =>
    (await (await as(role)).get(`/searches/${id}`)).text;
  const desk = async () => (await (await as('director')).get('/your-work/desk')).text;
  const BUTTON = /Approve the home where the child lives/;
  assert.doesNotMatch(await search('director'), BUTTON, 'while nobody has denied it');
  await acting.takeAll(id, [['director', 'deny-besides']]);
  assert.match(await agreement(), /lives there already\. A director has to decide on the home, on the page/);
  assert.doesNotMatch(await agreement(), /A director has to approve the home/);
  assert.match(await search('director'), BUTTON);
  assert.match(await search('director'), /Approved by nobody/);
  assert.doesNotMatch(await search('placements-officer'), BUTTON);
  const onePage = async () => (await (await as('director')).get(`/searches/${id}/approval`)).text;
  assert.match(await onePage(), BUTTON, 'on the page on which the home is decided too');
  assert.match(await desk(), BUTTON, 'closed or not');
  await acting.takeAll(id, [['director', 'refuse-after-move']]);
  assert.match(await agreement(), /Nobody has approved.* Not approved: another home is to be found\./);
  assert.doesNotMatch(await desk(), BUTTON, 'after a no');
  assert.match(await search('director'), /Not approved: another home is to be found/);
  await acting.takeAll(id, [['director', 'approve-after-move']]);
  assert.doesNotMatch(await agreement(), /Nobody has approved the price here/);
  assert.doesNotMatch(await search('director'), /Approved by nobody/);
  assert.doesNotMatch(await desk(), BUTTON);
  assert.doesNotMatch(await onePage(), BUTTON);
};

test('where the child moved in on that word, the director decides on the home after the move, and the agreement says how', async () => {
  for (const isClosed of [false, true]) await movedOnAWord(isClosed);
});
