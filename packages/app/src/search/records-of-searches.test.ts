import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Moment, PlacementSearch } from '@rightplace/domain';
import { asTenant, ledgerSigns } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { APPROACHED, searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers, type Ledgers } from '../ledger/ledgers.ts';
import { STATES_RECORDED } from '../ledger/records-of-cases.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  acting = searching(world, ana);
});
after(() => world.close());

type Searches = readonly PlacementSearch[] | undefined;

const searchesBy = (ledgers: Ledgers, knownAt?: Moment): Promise<Searches> =>
  asTenant(
    world.db,
    { authorityId: NORTHMARSH, ...(knownAt === undefined ? {} : { knownAt }) },
    async (tx) => (await ledgers.load(tx, NORTHMARSH, knownAt)).context.records?.placementSearches,
  );

/** Ledgers that never look at the log, or whether cases came into a state of that name. */
const SABOTEURS: Readonly<Record<string, () => Ledgers>> = {
  'the log': () =>
    createLedgers(world.now, async (tx, asked) => ({ ...(await ledgerSigns(tx, asked)), logged: 0 })),
  ...Object.fromEntries(
    ['in-house', 'all-tiers', 'cancelled', 'no-placement-found'].map((state) => [
      state,
      () =>
        createLedgers(world.now, (tx, asked) =>
          ledgerSigns(tx, {
            ...asked,
            cameInto: asked.cameInto.map(({ states, ...process }) => ({
              ...process,
              states: states.filter((each) => each !== state),
            })),
          }),
        ),
    ]),
  ),
};
const forgetful = new Map<string, Ledgers>();
const caught = new Set<string>();
const moments: { readonly at: Moment; readonly searches: Searches }[] = [];

/** A kept ledger tells what one made anew tells, and whoever forgets a sign is found out. */
const mustFollow = async (): Promise<Searches> => {
  const [kept, anew] = [await searchesBy(world.ledgers), await searchesBy(createLedgers(world.now))];
  assert.deepEqual(kept, anew);
  for (const [sign, ledgers] of forgetful)
    if (JSON.stringify(await searchesBy(ledgers)) !== JSON.stringify(anew)) caught.add(sign);
  moments.push({ at: world.now(), searches: anew });
  world.pass(1);
  return anew;
};
const searchOf = async (child: string): Promise<PlacementSearch> => {
  const found = (await mustFollow())?.find((each) => each.child === child);
  assert.ok(found !== undefined, child);
  return found;
};
const written = async (...given: Parameters<typeof acting.written>): Promise<number> => {
  const number = await acting.written(...given);
  await mustFollow();
  return number;
};

test('before a request is ready nothing is kept of searches, which is not nought', async () => {
  for (const [sign, made] of Object.entries(SABOTEURS)) forgetful.set(sign, made());
  assert.equal(await mustFollow(), undefined);
  assert.ok(STATES_RECORDED.some(({ workflow }) => workflow === 'placement-request'));
});

test('a search is told from the request being ready, each approach and offer as soon as it is written', async () => {
  const id = await acting.aSearch('M1');
  const begun = await searchOf('M1');
  assert.deepEqual([begun.approaches, begun.offeredOn, begun.closedOn, begun.movedAt], [[], [], null, null]);
  assert.equal(begun.allTiersOn, null);
  const own = await written(id, 'approach', null, APPROACHED);
  const agency = {
    ...APPROACHED,
    tier: 'framework',
    provider: ' Saltings   Homes ',
    'sent-on': '2026-11-23',
  };
  await acting.takeAll(id, [['placements-officer', 'open-framework']]);
  const other = await written(id, 'approach', null, agency);
  await written(id, 'declined', own, { reason: 'no-place' });
  await mustFollow();
  const offer = await acting.anOffer(id);
  assert.ok(offer > other);
  const told = await searchOf('M1');
  assert.deepEqual(told.approaches, [
    { tier: 'in-house', provider: '', sentOn: '2026-11-23', offeredOn: null },
    { tier: 'framework', provider: 'Saltings Homes', sentOn: '2026-11-23', offeredOn: null },
    { tier: 'in-house', provider: '', sentOn: '2026-11-23', offeredOn: '2026-11-23' },
  ]);
  assert.deepEqual(told.offeredOn, ['2026-11-23']);
});

test('a move ends the search, by the day that was said of it, with the type and the day of the offer that was chosen', async () => {
  const id = await acting.aSearch('M2');
  await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Reedmace House', 'home-kind': 'supported', registered: 'yes' });
  for (const step of TO_DIRECTOR) {
    await acting.takeAll(id, [step]);
    await mustFollow();
  }
  assert.deepEqual((await searchOf('M2')).placed, null, 'chosen is not moved');
  await acting.takeAll(id, TO_THE_MOVE);
  await acting.takeAll(id, [['placements-officer', 'moved-in', { 'placed-on': '2026-11-23' }]]);
  const { closedOn, movedAt, placed, chosenOfferOn, offeredOn } = await searchOf('M2');
  assert.deepEqual(
    [closedOn, movedAt, placed, chosenOfferOn, offeredOn.length],
    ['2026-11-23', '2026-11-23T23:59:00.000000Z', 'fostering', '2026-11-23', 2],
  );
});

test('a search of all tiers at once, one that was cancelled and one that found nothing are told as that', async () => {
  const cancelled = await acting.asked(await acting.authorised('M3'));
  await world.fillIn(cancelled, ana);
  await acting.takeAll(cancelled, [
    ['social-worker', 'submit'],
    ['placements-officer', 'permit'],
    ['placements-officer', 'take-on'],
  ]);
  await mustFollow();
  await acting.takeAll(cancelled, [['placements-officer', 'ready']]);
  await mustFollow();
  await acting.takeAll(cancelled, [['placements-officer', 'all-tiers-in-writing']]);
  assert.equal((await searchOf('M3')).allTiersOn, '2026-11-23');
  await acting.takeAll(cancelled, [['social-worker', 'cancel']]);
  await mustFollow();
  const none = await acting.aSearch('M4');
  await acting.takeAll(none, [['placements-officer', 'escalate']]);
  await mustFollow();
  await acting.takeAll(none, [['director', 'none-found']]);
  for (const child of ['M3', 'M4']) {
    const { closedOn, movedAt } = await searchOf(child);
    assert.deepEqual([closedOn, movedAt], ['2026-11-23', null], child);
  }
});

test('as known at each moment on the way, it is what was told then', async () => {
  assert.ok(moments.length > 15);
  for (const { at, searches } of moments)
    assert.deepEqual(await searchesBy(createLedgers(world.now), at), searches, at);
});

test('a ledger that does not look for one of the signs is found out', () => {
  assert.deepEqual([...caught].toSorted(), Object.keys(SABOTEURS).toSorted());
});
