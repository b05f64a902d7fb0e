import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { EntryKind } from '@rightplace/domain';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { APPROACHED, searching, TO_DIRECTOR } from '../../test/search-world.ts';
import { openSearch } from './open-search.ts';
import { writeSearchEntry } from './write-search-entry.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(() => world.close());

type Typed = Readonly<Record<string, unknown>>;
const ofForm = (id: number, key: string, kind: EntryKind, about: number | null) => async (typed: Typed) =>
  writeSearchEntry(world, await world.as('placements-officer'), { id, kind, about, key, typed });
const countOf = async (id: number): Promise<number> => {
  const view = await openSearch(world, await world.as('placements-officer'), id);
  assert.ok(view.kind === 'search');
  return view.standing.search.approaches.length;
};

test('a form sent twice is one entry, and one that says something else the second time is refused with what is written', async () => {
  const id = await acting.aSearch('SA1');
  const send = ofForm(id, 'one form', 'approach', null);
  const first = await send({ ...APPROACHED, provider: 'First', words: 'Called ' });
  assert.ok(first.kind === 'entry-written');
  world.pass(3);
  assert.deepEqual(await send({ ...APPROACHED, provider: ' First', words: 'Called' }), first);
  const other = await send({ ...APPROACHED, provider: 'Second', words: 'Called' });
  assert.ok(other.kind === 'refused' && other.name === 'written-otherwise', nameOf(other));
  assert.match(other.sentence, /sent before, on 23 November 2026 at .*: .*Whom did you approach\? First/);
  assert.match(other.sentence, /What it says now is not\. Send it now, and it is written as another entry/);
  assert.equal('approach' in other && other.approach, first.number);
  const without = await send({ ...APPROACHED, provider: 'First' });
  assert.ok(without.kind === 'refused' && without.name === 'written-otherwise', 'words taken out');
  assert.match(
    without.sentence,
    /What it says now is not: this approach is written down already, .* If they were asked again, say when\.$/,
  );
  assert.doesNotMatch(without.sentence, /Send it now/);
  assert.equal(await countOf(id), 1);
  const again = ofForm(id, 'another form', 'approach', null);
  assert.equal(nameOf(await again({ ...APPROACHED, provider: 'Second', words: 'Called' })), 'entry-written');
  assert.equal(await countOf(id), 2, 'and nothing of either is lost');
});

test('of an offer, a check or a figure the same holds', async () => {
  const id = await acting.aSearch('SA2');
  const approach = await acting.written(id, 'approach', null, APPROACHED);
  const offer = ofForm(id, 'offer', 'offer', approach);
  const first = await offer({ ...AN_OFFER });
  assert.ok(first.kind === 'entry-written');
  assert.deepEqual(await offer({ ...AN_OFFER }), first);
  assert.equal(nameOf(await offer({ ...AN_OFFER, 'core-weekly': '475' })), 'written-otherwise');
  const check = ofForm(id, 'check', 'check', first.number);
  const passed = { check: 'insurance', result: 'passed', evidence: 'Seen in the file' };
  const checked = await check(passed);
  assert.equal(checked.kind, 'entry-written');
  assert.deepEqual(await check(passed), checked);
  assert.equal(nameOf(await check({ ...passed, evidence: 'Not seen after all' })), 'written-otherwise');
});

test('a form sent twice is one entry also where the search went on between', async () => {
  const id = await acting.aSearch('SA3');
  await acting.anOffer(id);
  const send = ofForm(id, 'late', 'approach', null);
  const typed = { ...APPROACHED, provider: 'Salt & Sons' };
  const first = await send(typed);
  assert.equal(first.kind, 'entry-written');
  await acting.takeAll(id, TO_DIRECTOR);
  await acting.takeAll(id, [['director', 'approve']]);
  assert.deepEqual(await send(typed), first);
  const late = { ...typed, provider: 'Tern', 'late-why': 'She rang back' };
  const sendLate = ofForm(id, 'later', 'approach', null);
  const written = await sendLate(late);
  assert.equal(written.kind, 'entry-written');
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  assert.deepEqual(await sendLate(late), written);
});
