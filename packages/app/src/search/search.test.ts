import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, ENTRY_KINDS, type EntryKind, entryMeaning, POLICY } from '@rightplace/domain';
import { asTenant, loadChild } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { APPROACHED, searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listSearches, SEARCHES_LISTED } from './list-searches.ts';
import { openSearch, type SearchView } from './open-search.ts';
import { SEARCH_ENTRY_WRITTEN, writeSearchEntry } from './write-search-entry.ts';

let world: EntryWorld;
let ana: SignedIn;
let paige: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  paige = await world.as('placements-officer');
  acting = searching(world, ana);
});
after(() => world.close());

const view = async (id: number, who: SignedIn = paige): Promise<SearchView> => {
  const seen = await openSearch(world, who, id);
  assert.ok(seen.kind === 'search', nameOf(seen));
  return seen;
};

test('two officers who write at the same moment both do, and each form is one entry however often it is sent', async () => {
  const id = await acting.aSearch('S both');
  const milo = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  const send = (who: SignedIn, key: string, provider: string) =>
    writeSearchEntry(world, who, {
      id,
      kind: 'approach',
      about: null,
      key,
      typed: { ...APPROACHED, provider },
    });
  const answers = await Promise.all([
    send(paige, 'a', 'Harbour Fostering'),
    send(milo, 'b', 'Brackenhill Care'),
    send(paige, 'a', 'Harbour Fostering'),
    send(milo, 'c', 'Saltings Homes'),
  ]);
  for (const answer of answers) assert.equal(nameOf(answer), 'entry-written');
  const { standing, story } = await view(id);
  assert.deepEqual(standing.search.approaches.map(({ provider }) => provider).toSorted(), [
    'Brackenhill Care',
    'Harbour Fostering',
    'Saltings Homes',
  ]);
  assert.equal(story.filter(({ of }) => of === 'approach').length, 3);
});

test('writing in the log stands in nobody’s way: a step opened before an entry is taken all the same', async () => {
  const id = await acting.aSearch('S beside');
  const seen = await world.seenBy(paige, id);
  await acting.written(id, 'approach', null, APPROACHED);
  const taken = await world.take(paige, id, 'open-framework', { seen: seen.kind === 'case' ? seen.seen : 0 });
  assert.equal(nameOf(taken), 'step-taken');
});

test('of a choice and a choice of none at once one is taken, and the other is told who was first', async () => {
  const id = await acting.aSearch('S choice');
  await acting.anOffer(id);
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const seen = await world.seenBy(ana, id);
  const at = { seen: seen.kind === 'case' ? seen.seen : 0 };
  const [one, other] = await Promise.all([
    world.take(ana, id, 'choose', { ...at, key: 'one', said: { offer: 'Offer 1: Brackenhill' } }),
    world.take(ana, id, 'decline-all', { ...at, key: 'other' }),
  ]);
  assert.deepEqual([nameOf(one), nameOf(other)].toSorted(), ['decided-meanwhile', 'step-taken']);
});

test('each kind of entry is written by whoever it is for, and by nobody else', async () => {
  const id = await acting.aSearch('S roles');
  const approach = await acting.written(id, 'approach', null, APPROACHED);
  const question = await acting.written(id, 'question', approach, { words: 'Is there a school?' });
  const offer = await acting.anOffer(id, {}, { isChecked: false });
  const about = { approach, question, offer };
  for (const role of ALL_ROLES) {
    const somebody = role === 'social-worker' ? ana : await world.as(role);
    for (const kind of Object.keys(ENTRY_KINDS) as readonly EntryKind[]) {
      const of = entryMeaning(kind).about;
      const answer = await acting.write(id, kind, of === undefined ? null : about[of], {}, somebody);
      const isTheirs =
        entryMeaning(kind).who.includes(role) && POLICY[role]['write-search-log'] !== undefined;
      // Nothing is typed: whoever may write is told what is missing, or writes where nothing has to be said.
      const mayWrite = ['not-said', 'entry-written', 'offer-withdrawn'].includes(nameOf(answer));
      assert.equal(mayWrite, isTheirs, `${kind} by ${role}: ${nameOf(answer)}`);
    }
  }
});

test('what is written is checked as it is typed, and nothing is kept of what is wrong', async () => {
  const id = await acting.aSearch('S typed');
  const answer = await acting.write(id, 'approach', null, {
    ...APPROACHED,
    'sent-on': '2027-01-01',
    provider: ' ',
  });
  assert.ok(answer.kind === 'refused' && answer.name === 'not-said');
  assert.deepEqual(
    answer.faults.map(({ question }) => question),
    ['provider', 'sent-on'],
  );
  assert.equal((await view(id)).standing.search.approaches.length, 0);
});

test('a director cannot approve a home through a shut gate, and can once what opens it is recorded at their level', async () => {
  const id = await acting.aSearch('S gate');
  const offer = await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'yes',
    area: 'distance',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  const refusal = await world.take(director, id, 'approve');
  assert.ok(refusal.kind === 'refused' && refusal.name === 'need-not-met');
  assert.match(refusal.sentence, /approved by the director of children’s services/);
  const opens = { gate: 'at-distance', words: 'Consulted, and the nearest that fits', on: '2026-11-20' };
  assert.equal(nameOf(await acting.write(id, 'gate', offer, opens)), 'not-at-your-level');
  assert.equal(nameOf(await acting.write(id, 'gate', offer, opens, 'group-manager')), 'not-at-your-level');
  await acting.written(id, 'gate', offer, opens, director);
  assert.equal(nameOf(await world.take(director, id, 'approve')), 'step-taken');
});

const byWord = (given: string) => ({
  means: 'call',
  words: 'Yes, tonight.',
  'emergency-why': 'The carers gave notice this morning',
  'word-of': given,
});

test('in an emergency an officer writes down the director’s approval, which is red until that same person has confirmed it', async () => {
  const id = await acting.aSearch('S word');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  const said = byWord(String(director.person.id));
  for (const role of ALL_ROLES.filter((one) => one !== 'placements-officer')) {
    const other = await world.take(await acting.who(role), id, 'approve-by-word', { said });
    assert.equal(other.kind, 'refused', role);
  }
  const notDirector = byWord(String((await world.as('group-manager')).person.id));
  assert.equal(nameOf(await world.take(paige, id, 'approve-by-word', { said: notDirector })), 'not-said');
  const unsaid = { ...said, 'given-at': '' };
  assert.equal(nameOf(await world.take(paige, id, 'approve-by-word', { said: unsaid })), 'not-said');
  const taken = await world.take(paige, id, 'approve-by-word', { said });
  assert.equal(nameOf(taken), 'step-taken', JSON.stringify(taken));
  const red = await view(id);
  assert.equal(red.state, 'approved');
  assert.match(
    red.unconfirmed.join(),
    /Not yet confirmed by .* wrote down as theirs \(23 November 2026 at .*, by telephone\)/,
  );
  assert.ok(red.confirmBy !== undefined && red.confirmBy > red.today);
  const line = async () => {
    const list = await listSearches(world, paige, { over: false });
    return list.kind === 'searches' ? list.lines.find((one) => one.id === id) : undefined;
  };
  assert.equal((await line())?.isUnconfirmed, true);
  const another = (await world.signIn(await world.someone('director'))).signedIn;
  assert.equal((await world.take(another, id, 'confirm')).kind, 'refused', 'another director');
  assert.equal((await world.take(paige, id, 'confirm')).kind, 'refused');
  assert.equal(nameOf(await world.take(director, id, 'confirm')), 'step-taken');
  assert.deepEqual((await view(id)).unconfirmed, []);
  assert.equal((await line())?.isUnconfirmed, false);
});

test('by word of mouth no more is approved than in writing: neither through a shut gate nor with checks undone', async () => {
  const id = await acting.aSearch('S word gate');
  await acting.anOffer(id, { area: 'distance', 'home-kind': 'agency-carer', registered: 'yes' });
  await acting.takeAll(id, TO_DIRECTOR);
  const said = byWord(String((await world.as('director')).person.id));
  const refusal = await world.take(paige, id, 'approve-by-word', { said });
  assert.ok(refusal.kind === 'refused' && refusal.name === 'need-not-met', nameOf(refusal));
});

test('nobody is placed under 16 where nobody registers, whoever would have it so', async () => {
  const id = await acting.aSearch('S under');
  const offer = await acting.anOffer(id, {
    'home-kind': 'other',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  const typed = { gate: 'under-16', words: 'Only for a night', on: '2026-11-20' };
  assert.equal(nameOf(await acting.write(id, 'gate', offer, typed, director)), 'not-at-your-level');
  const refusal = await world.take(director, id, 'approve');
  assert.ok(refusal.kind === 'refused' && refusal.name === 'need-not-met');
});

test('an order of the High Court is recorded by the director alone, with all that is asked of one, and opens the home until it ends', async () => {
  const id = await acting.aSearch('S order');
  const offer = await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'no',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await world.as('director');
  const order = {
    'order-on': '2026-11-20',
    'court-number': 'ZZ26P00001',
    judge: 'A judge of the Family Division',
    conditions: 'Two staff',
    'review-on': '2026-12-14',
    until: '2027-01-29',
    'ofsted-told-on': '2026-11-20',
    'ofsted-told': 'By e-mail',
    'why-none': 'Forty-one homes were asked',
  };
  for (const role of ['placements-officer', 'group-manager', 'social-worker'] as const)
    assert.notEqual((await acting.write(id, 'court-order', offer, order, role)).kind, 'entry-written', role);
  const untold = { ...order, 'ofsted-told-on': '', 'ofsted-told': '' };
  assert.equal(nameOf(await acting.write(id, 'court-order', offer, untold, director)), 'not-said');
  assert.equal((await view(id)).standing.order, undefined);
  await acting.written(id, 'court-order', offer, order, director);
  const { standing, story } = await view(id);
  assert.equal(standing.order?.lastDay, '2026-12-14');
  assert.ok(story.some(({ of }) => of === 'court-order'));
});

test('a home is not put to the director before its checks are done, nor approved when the provider has withdrawn', async () => {
  const id = await acting.aSearch('S checks');
  const offer = await acting.anOffer(id, {}, { isChecked: false });
  await acting.takeAll(id, TO_DIRECTOR.slice(0, -1));
  const unchecked = await world.take(paige, id, 'propose');
  assert.ok(unchecked.kind === 'refused' && unchecked.name === 'need-not-met');
  assert.match(unchecked.sentence, /Insurance: not done/);
  await acting.written(id, 'withdrawn', offer, { words: 'The place is filled' });
  const gone = await world.take(paige, id, 'propose');
  assert.ok(gone.kind === 'refused');
  assert.match(gone.sentence, /Offer 1: Brackenhill was withdrawn/);
  await acting.takeAll(id, [['placements-officer', 'checks-failed']]);
  assert.equal((await view(id)).state, 'offers-shared');
});

test('the board has each live search once with its numbers, emergencies first, and what is over is apart', async () => {
  const first = await acting.aSearch('S board');
  await acting.anOffer(first, {}, { isChecked: false });
  const urgent = await acting.aSearch('S urgent');
  await acting.takeAll(urgent, [['placements-officer', 'all-tiers-in-writing']]);
  const gone = await acting.aSearch('S gone');
  await acting.takeAll(gone, [['social-worker', 'cancel']]);
  const list = await listSearches(world, paige, { over: false });
  assert.ok(list.kind === 'searches');
  const line = list.lines.find(({ id }) => id === first);
  assert.deepEqual(line?.counts, { approached: 1, replied: 1, offered: 1, shared: 1 });
  assert.deepEqual(
    [line?.tier, line?.officer !== undefined, line?.waiting?.due !== undefined],
    ['in-house', true, true],
  );
  const emergencies = list.lines.map(({ isEmergency }) => isEmergency);
  assert.equal(
    emergencies.lastIndexOf(true) < (emergencies.indexOf(false) + 1 || emergencies.length + 1),
    true,
  );
  assert.ok(list.lines.some(({ id, isEmergency }) => id === urgent && isEmergency));
  assert.ok(!list.lines.some(({ id }) => id === gone));
  const over = await listSearches(world, paige, { over: true });
  assert.ok(over.kind === 'searches' && over.lines.some(({ id }) => id === gone));
});

test('each role sees the board as far as the policy reaches, and who saw whom is recorded', async () => {
  const id = await acting.aSearch('S who');
  for (const role of ALL_ROLES) {
    const somebody = role === 'social-worker' ? ana : await world.as(role);
    const list = await listSearches(world, somebody, { over: false });
    const may = POLICY[role]['list-searches'] !== undefined;
    assert.equal(list.kind === 'searches' && list.lines.some((line) => line.id === id), may, role);
  }
  assert.ok((await world.auditNaming('S who')).some(({ action }) => action === SEARCHES_LISTED));
});

test('of a long list those are recorded whom the page names, and nobody else', async () => {
  const [named, other] = [await acting.aSearch('S named'), await acting.aSearch('S other')];
  const list = await listSearches(world, paige, {
    over: false,
    named: (lines) => lines.filter(({ id }) => id === named),
  });
  assert.ok(list.kind === 'searches' && list.lines.some(({ id }) => id === other), 'all are counted');
  const isListed = async (child: string) =>
    (await world.auditNaming(child)).some(({ action }) => action === SEARCHES_LISTED);
  assert.deepEqual([await isListed('S named'), await isListed('S other')], [true, false]);
});

test('what was written is recorded with who wrote it, and names nothing of what was said', async () => {
  const id = await acting.aSearch('S audit');
  await acting.written(id, 'approach', null, { ...APPROACHED, provider: 'Saltings Homes' });
  const entry = (await world.auditOf('S audit')).find(({ action }) => action === SEARCH_ENTRY_WRITTEN);
  assert.ok(entry !== undefined);
  assert.doesNotMatch(JSON.stringify(entry), /Saltings/);
});

test('of a conflict of interest nothing is told, and of a restricted record the board has only that there is one', async () => {
  const id = await acting.aSearch('S closed');
  const milo = await world.someone('placements-officer');
  const officer = (await world.signIn(milo)).signedIn;
  const listed = async () => {
    const list = await listSearches(world, officer, { over: false });
    assert.ok(list.kind === 'searches');
    return { has: list.lines.some((line) => line.id === id), closed: list.closed };
  };
  assert.equal(nameOf(await openSearch(world, officer, id)), 'search');
  assert.deepEqual(await listed(), { has: true, closed: 0 });
  await world.conflict('S closed', milo);
  assert.deepEqual(await listed(), { has: false, closed: 0 });
  assert.equal(nameOf(await openSearch(world, officer, id)), 'conflict-of-interest');
  assert.equal(nameOf(await acting.write(id, 'approach', null, APPROACHED, officer)), 'conflict-of-interest');
  const record = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    loadChild(tx, childId('S closed')),
  );
  assert.ok(record !== undefined);
  await world.saveChildren([{ ...record, restricted: true }], '2026-11-22T10:00:00Z');
  const milla = (await world.signIn(await world.someone('placements-officer'))).signedIn;
  const list = await listSearches(world, milla, { over: false });
  assert.ok(list.kind === 'searches');
  assert.deepEqual([list.lines.some((line) => line.id === id), list.closed], [false, 1]);
  assert.equal(nameOf(await openSearch(world, milla, id)), 'restricted-record');
  assert.equal(nameOf(await acting.write(id, 'approach', null, APPROACHED, milla)), 'restricted-record');
});

test('nobody waits for a home after the move: the days stop with it, and what was wanted at once is no emergency any more', async () => {
  const home = await acting.aSearch('S moved');
  const lineNow = async () => {
    const list = await listSearches(world, paige, { over: false });
    return list.kind === 'searches' ? list.lines.find(({ id }) => id === home) : undefined;
  };
  assert.deepEqual(await lineNow().then((line) => [line?.isEmergency, line?.hasMoved]), [true, false]);
  await acting.anOffer(home);
  await acting.takeAll(home, [
    ...TO_DIRECTOR,
    ...TO_THE_MOVE,
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-23' }],
  ]);
  const moved = await lineNow();
  assert.deepEqual([moved?.isEmergency, moved?.hasMoved], [false, true]);
  world.pass(14 * 24 * 60);
  paige = await world.as('placements-officer');
  assert.equal((await lineNow())?.workingDays, moved?.workingDays);
});
