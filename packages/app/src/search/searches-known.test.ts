/** What a desk remembers of searches is never what it is asked for, only what it saves. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answers, childId, day, type EntryKind, moment, PLACEMENT_REQUEST } from '@rightplace/domain';
import {
  addSearchEntry,
  asTenant,
  asTenantReading,
  holdSearchLog,
  listVersionsOfCases,
  loadChild,
  setSetting,
  type Tx,
} from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { APPROACHED, searching } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { spanKey } from '../settings/time-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { listSearches, type Searches } from './list-searches.ts';
import { readSearches } from './searches-known.ts';

let world: EntryWorld;
let ana: SignedIn;
let paige: SignedIn;
let director: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  paige = await world.as('placements-officer');
  director = await world.as('director');
  acting = searching(world, ana);
});
after(() => world.close());

const listed = async (who: SignedIn = paige, over = false, by: World = world): Promise<Searches> => {
  const list = await listSearches(by, who, { over });
  assert.ok(list.kind === 'searches');
  return list;
};
const lineOf = async (id: number, who: SignedIn = paige) =>
  (await listed(who)).lines.find((line) => line.id === id);

/** As somebody would see it who has never looked: the same database, of which nothing is remembered. */
const afresh = (): World => ({ ...world, db: world.db.withoutPlugins() });
const asAfresh = async (after: string): Promise<void> => {
  for (const who of [paige, director])
    for (const over of [false, true])
      assert.deepEqual(await listed(who, over), await listed(who, over, afresh()), after);
};

test('after each thing that happens in a search the desk is as one that remembers nothing would have it', async () => {
  const id = await acting.aSearch('K life');
  await asAfresh('opening');
  const approach = await acting.written(id, 'approach', null, APPROACHED);
  assert.equal((await lineOf(id))?.counts.approached, 1, 'written a moment ago');
  await asAfresh('an approach');
  await acting.written(id, 'declined', approach, { reason: 'no-place' });
  await asAfresh('a reply');
  await acting.anOffer(id);
  await asAfresh('an offer');
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  assert.notEqual((await lineOf(id))?.state, 'in-house');
  await asAfresh('a step');
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  assert.equal(await lineOf(id), undefined);
  await asAfresh('the end');
});

test('a form that is saved and a home asked for in between are on the desk at once', async () => {
  const id = await acting.asked(await acting.authorised('K form'));
  assert.deepEqual((await lineOf(id))?.wanted, []);
  await world.fillIn(id, ana);
  assert.notDeepEqual((await lineOf(id))?.wanted, []);
  await asAfresh('a form');
});

test('a line that is remembered is gone a moment after a conflict is declared, and after a record is restricted', async () => {
  const id = await acting.aSearch('K closed');
  const milo = await world.someone('placements-officer');
  const officer = (await world.signIn(milo)).signedIn;
  assert.ok((await lineOf(id, officer)) !== undefined);
  assert.ok((await lineOf(id)) !== undefined);
  await world.conflict('K closed', milo);
  assert.equal(await lineOf(id, officer), undefined);
  assert.ok((await lineOf(id)) !== undefined, 'to others it is there as before');
  const record = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    loadChild(tx, childId('K closed')),
  );
  assert.ok(record !== undefined);
  const closed = (await listed()).closed;
  await world.saveChildren([{ ...record, restricted: true }], '2026-11-22T10:00:00Z');
  assert.equal(await lineOf(id), undefined);
  assert.equal((await listed()).closed, closed + 1);
  await asAfresh('a restriction');
});

test('a remembered line counts its days anew tomorrow, and by a setting that has changed', async () => {
  const id = await acting.aSearch('K days');
  const today = await lineOf(id);
  const later: World = { ...world, now: () => moment('2026-12-02T10:00:00Z') };
  const inDecember = (await listed(paige, false, later)).lines.find((line) => line.id === id);
  assert.ok(today !== undefined && inDecember !== undefined);
  assert.ok(inDecember.workingDays > today.workingDays);
  assert.deepEqual([today.waiting?.overdue, inDecember.waiting?.overdue], [false, true]);
  const { target } = PLACEMENT_REQUEST.states['in-house'] ?? {};
  assert.ok(target !== undefined);
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    setSetting(tx, {
      key: spanKey(target.setting),
      value: target.workingDays + 5,
      starts: day('2026-01-01'),
      clock: world.now,
    }),
  );
  const longer = await lineOf(id);
  assert.ok(longer?.waiting?.due !== undefined && longer.waiting.due > (today.waiting?.due ?? ''));
});

test('only a search that was added to is read anew', async () => {
  const still = await acting.aSearch('K still');
  const moving = await acting.aSearch('K moving');
  const read = () =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => {
      const all = await readSearches(tx, { over: false });
      return new Map(all.map((one) => [one.stored.id, one]));
    });
  const first = await read();
  await acting.written(moving, 'approach', null, APPROACHED);
  const second = await read();
  assert.equal(second.get(still), first.get(still));
  assert.notEqual(second.get(moving), first.get(moving));
});

test('of what somebody reads who may write nothing is kept, should it be undone', async () => {
  const id = await acting.aSearch('K undone');
  const here = { authorityId: NORTHMARSH };
  const approachedBy = async (tx: Tx) =>
    (await readSearches(tx, { over: false })).find((one) => one.stored.id === id)?.counts.approached;
  const said = (kind: EntryKind, about: number | null, answers: Answers) => ({
    at: world.now(),
    by: { person: paige.actor.id, part: { role: 'placements-officer' as const } },
    kind,
    about,
    said: answers,
    key: JSON.stringify(answers),
  });
  const first = said('approach', null, APPROACHED);
  await assert.rejects(
    asTenant(world.db, here, async (tx) => {
      await holdSearchLog(tx, id);
      await addSearchEntry(tx, id, first);
      await addSearchEntry(tx, id, said('approach', null, { ...APPROACHED, provider: 'Another' }));
      assert.equal(await approachedBy(tx), 2);
      throw new Error('Undone');
    }),
    /Undone/,
  );
  await asTenant(world.db, here, async (tx) => {
    await holdSearchLog(tx, id);
    // As many entries as before, of which one says something else.
    await addSearchEntry(tx, id, first);
    await addSearchEntry(tx, id, said('declined', 1, { reason: 'no-place' }));
  });
  assert.equal(await asTenantReading(world.db, here, approachedBy), 1);
});

test('whoever writes in a form, or joins a case to another, makes another version of it', async () => {
  const id = await acting.asked(await acting.authorised('K version'));
  const version = () =>
    asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
      const all = await listVersionsOfCases(tx, PLACEMENT_REQUEST.id, { ended: [], isOver: false });
      return all.find((one) => one.id === id)?.version;
    });
  const first = await version();
  assert.ok(first !== undefined);
  await world.fillIn(id, ana);
  const second = await version();
  assert.notEqual(second, first);
  assert.equal(await version(), second);
});
